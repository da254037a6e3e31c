import Datasets
import Diagnostics
import Documents
import Foundation
import Testing
import Values

@testable import Charts

/// A chart with its data, written in YAML: `datasets` by name, each with `fields` and `rows`, and
/// `chart`, a specification.
struct ChartCase {
  let specification: Outcome<ChartSpecification?>
  let datasets: DatasetLibrary
  let source: SourceFile

  init(_ yaml: String) throws {
    source = SourceFile(path: "case.yaml", bytes: Array(yaml.utf8))
    let outcome = YAMLReader.read(source.bytes, in: SourceFileID(0))
    let node = try #require(outcome.value, "\(outcome.diagnostics)")
    var datasets: DatasetLibrary = [:]
    for entry in node["datasets"]?.entries ?? [] {
      datasets[entry.key] = ChartCase.dataset(entry.key, entry.value)
    }
    self.datasets = datasets
    specification = ChartSpecification.parse(try #require(node["chart"]))
  }

  private static func dataset(_ name: String, _ node: Node) -> Dataset {
    let rows = node["rows"]?.elements ?? []
    var fields: [Field] = []
    var columns: [Column] = []
    for (index, entry) in (node["fields"]?.entries ?? []).enumerated() {
      // `fighters: estimate Fighters counted` is a kind and, behind it, a title.
      let words = (entry.value.text ?? "").split(separator: " ", maxSplits: 1)
      let kind = words.first.flatMap { Field.Kind(rawValue: String($0)) } ?? .string
      fields.append(
        Field(name: entry.key, kind: kind, title: words.count > 1 ? String(words[1]) : nil))
      let texts = rows.map { row in row.elements.flatMap { $0.count > index ? $0[index].text : nil }
      }
      columns.append(column(kind, texts))
    }
    return Dataset(name: name, fields: fields, columns: columns)
  }

  private static func column(_ kind: Field.Kind, _ texts: [String?]) -> Column {
    switch kind {
    case .string, .time, .duration, .geopoint, .geojson, .object, .array, .any: .texts(texts)
    case .number, .integer, .year: .numbers(texts.map { $0.flatMap(Double.init) })
    case .boolean: .booleans(texts.map { $0.map { $0 == "true" } })
    case .date: .dates(texts.map { $0.flatMap { try? EDTFDate.parse($0).get() } })
    case .estimate: .estimates(texts.map { $0.flatMap { try? Estimate.parse($0).get() } })
    }
  }

  /// All that parsing and binding found.
  var diagnostics: [Diagnostic] {
    let bound = specification.value?.bind(to: DatasetCatalog(byName: datasets))
    return specification.diagnostics + (bound?.diagnostics ?? [])
  }

  /// What was found, each as `code: the words it points at`.
  var findings: [String] {
    diagnostics.map { diagnostic in
      let range = diagnostic.span?.range ?? 0..<0
      return "\(diagnostic.code.rawValue): \(String(decoding: source.bytes[range], as: UTF8.self))"
    }
  }

  func bound() throws -> BoundChart {
    let specification = try #require(specification.value, "\(specification.diagnostics)")
    let outcome = specification.bind(to: DatasetCatalog(byName: datasets))
    return try #require(outcome.value, "\(outcome.diagnostics.map(\.message))")
  }

  func picture(_ width: Double, title: String? = nil) throws -> ChartPicture {
    ChartPicture.draw(
      try bound(), width: width, language: .english, idPrefix: "case", title: title)
  }
}

extension ChartPicture {
  /// What is wrong with where text was set: pieces that overlap, pieces beyond the edges.
  var faults: [String] {
    var faults: [String] = []
    let edges = Box(minX: -0.5, minY: -0.5, maxX: width + 0.5, maxY: height + 0.5)
    let texts = canvas.texts
    let boxes = texts.map(\.box)
    for index in boxes.indices {
      if !edges.contains(boxes[index]) { faults.append("clipped: \(texts[index].text.prefix(60))") }
      guard faults.count < 20 else { break }
      for other in index + 1..<max(index + 1, boxes.count) where boxes[index].overlaps(boxes[other])
      {
        let words = [index, other].map { texts[$0].text.prefix(40) }
        faults.append("overlap: \(words[0]) / \(words[1])")
      }
    }
    return faults
  }
}
