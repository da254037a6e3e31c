import Datasets
import Diagnostics
import Documents
import Foundation
import TestSupport
import Values

@testable import Charts

/// One specification of Vega-Lite's gallery with what the reference renderer made of it.
struct VegaLiteCase {
  static let folder = Repository.conformance("vega-lite")

  /// A file of the suite.
  private static func file(_ path: String) throws -> URL {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return folder.appendingPathComponent(path)
  }

  let name: String
  let tier: Int
  /// Whether geometry depends on numbers drawn by lot.
  let isRandom: Bool

  static func all() throws -> [VegaLiteCase] {
    let text = try String(contentsOf: file("manifest.csv"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return VegaLiteCase(
        name: String(cells[0]), tier: Int(cells[5]) ?? 0, isRandom: cells[6] == "yes")
    }
  }

  /// The specification with the reference's configuration beneath its own.
  func node() throws -> Node {
    let url = try Self.file("specs/\(name).vl.json")
    let spec = try Self.read(url)
    let base = try Self.read(Self.file("reference-config.json"))
    return spec.setting("config", to: Self.merge(spec["config"], over: base))
      .setting("description", to: spec["description"] ?? spec.text("A case of the gallery."))
  }

  private static func read(_ url: URL) throws -> Node {
    let bytes = Array(try Data(contentsOf: url))
    guard let node = JSONReader.read(bytes, in: SourceFileID(0)).value ?? nil else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return node
  }

  private static func merge(_ node: Node?, over base: Node) -> Node {
    guard let node, node.entries != nil else { return node ?? base }
    var result = node
    for entry in base.entries ?? [] {
      if let own = node[entry.key], own.entries != nil, entry.value.entries != nil {
        result = result.setting(entry.key, to: merge(own, over: entry.value))
      } else if node[entry.key] == nil {
        result = result.setting(entry.key, to: entry.value)
      }
    }
    return result
  }

  /// The data of all cases, each by the path that the specifications give.
  static func datasets() throws -> DatasetCatalog {
    let data = try file("data")
    var datasets: [Dataset] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: data.path).sorted() {
      let url = data.appendingPathComponent(file)
      let node: Node
      if file.hasSuffix(".json") {
        node = try read(url)
      } else {
        node = rows(try String(contentsOf: url, encoding: .utf8))
      }
      guard let read = Dataset.inline(node, name: file).value ?? nil else { continue }
      datasets.append(
        Dataset(
          name: file, path: "data/\(file)", fields: read.fields, columns: read.columns))
    }
    return DatasetCatalog(datasets)
  }

  private static func rows(_ text: String) -> Node {
    let empty = Node(.sequence([]), at: SourceSpan(SourceFileID(0), 0..<0))
    var lines = text.split(whereSeparator: \.isNewline).map { cells(String($0)) }
    guard !lines.isEmpty else { return empty }
    let names = lines.removeFirst()
    return empty.list(
      lines.map { line in
        empty.mapping(zip(names, line).map { ($0, $1.isEmpty ? nil : empty.plain($1)) })
      })
  }

  private static func cells(_ line: String) -> [String] {
    var cells: [String] = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// What the reference renderer made of it.
  func reference() throws -> Reference {
    let url = try Self.file("ref/\(name).json")
    return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
  }

  struct Reference: Decodable {
    struct Axis: Decodable {
      let orient: String
      let title: String?
      let labels: [String]
    }
    struct Legend: Decodable {
      let title: String?
      let labels: [String]
    }
    /// Boxes or points in px; of text a third value says it.
    enum Value: Decodable {
      case number(Double)
      case text(String)
      case list([Value])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
          self = .list([])
        } else if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else if let text = try? container.decode(String.self) {
          self = .text(text)
        } else {
          self = .list(try container.decode([Value].self))
        }
      }

      var numbers: [Double] {
        switch self {
        case .number(let number): [number]
        case .text: []
        case .list(let values): values.flatMap(\.numbers)
        }
      }

      var elements: [Value] {
        if case .list(let values) = self { return values }
        return []
      }
    }
    let marks: [String: Int]
    let geom: [String: Value]?
    let axes: [Axis]
    let legends: [Legend]
    let title: String?
  }
}
