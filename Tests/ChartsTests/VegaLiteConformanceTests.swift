import Datasets
import Diagnostics
import Foundation
import Markup
import Testing
import Values

@testable import Charts

/// Vega-Lite's own gallery, drawn and compared with what its renderer shows.
@Suite(
  "Vega-Lite's gallery", .enabled(if: VegaLiteCase.folder != nil, "no suite of Vega-Lite here"))
struct VegaLiteConformanceTests {
  /// How one case came out; nothing where all is the same.
  private struct Result {
    let name: String
    let tier: Int
    var differences: [String] = []
    /// What lies elsewhere than in the reference's picture.
    var geometry: [String] = []
  }

  private func compare(_ item: VegaLiteCase, _ datasets: DatasetCatalogBox) throws -> Result {
    var result = Result(name: item.name, tier: item.tier)
    let outcome = ChartSpecification.parse(try item.node())
    guard let specification = outcome.value, outcome.diagnostics.errorCount == 0 else {
      result.differences = outcome.diagnostics.map(\.message)
      return result
    }
    let bound = specification.bind(to: datasets.catalog)
    guard let chart = bound.value else {
      result.differences = bound.diagnostics.map(\.message)
      return result
    }
    let svg = chart.drawStandalone(width: nil, language: .english).text
    guard let drawn = DrawnPicture(svg) else {
      result.differences = ["the picture is no XML"]
      return result
    }
    let reference = try item.reference()
    result.differences = Self.differences(drawn, reference)
    if !item.isRandom {
      result.geometry = DrawnGeometry.differences(DrawnGeometry.geometry(chart), reference)
    }
    return result
  }

  static func differences(
    _ drawn: DrawnPicture, _ reference: VegaLiteCase.Reference
  ) -> [String] {
    var found: [String] = []
    for kind in Set(drawn.marks.keys).union(reference.marks.keys).sorted() {
      let (own, other) = (drawn.marks[kind] ?? 0, reference.marks[kind] ?? 0)
      if own != other { found.append("\(kind): \(own), not \(other)") }
    }
    let own = drawn.axes.map {
      axis(
        $0.channel, $0.title.joined(separator: " "), $0.labels)
    }.sorted()
    let others = reference.axes.map { axis($0.orient, $0.title ?? "", $0.labels) }.sorted()
    // A facet of several rows may say its axes less often.
    if Set(own) != Set(others) {
      for axis in Set(own).subtracting(others).sorted() { found.append("axis \(axis)") }
      for axis in Set(others).subtracting(own).sorted() { found.append("missing axis \(axis)") }
    }
    let legends = drawn.legends.map {
      axis(
        "legend", $0.title.joined(separator: " "), $0.labels)
    }.sorted()
    let wanted = reference.legends.map { axis("legend", $0.title ?? "", $0.labels) }.sorted()
    if legends != wanted { found.append("\(legends), not \(wanted)") }
    if drawn.title != (reference.title ?? "") {
      found.append("title '\(drawn.title)', not '\(reference.title ?? "")'")
    }
    return found
  }

  private static func axis(_ channel: String, _ title: String, _ labels: [String]) -> String {
    // A label of several lines is said as one.
    let lines = labels.map {
      $0.replacing("\n", with: " ").trimmingCharacters(in: .whitespaces)
    }
    let words = lines.filter { !$0.isEmpty }.joined(separator: "|")
    return "\(channel) '\(title.trimmingCharacters(in: .whitespaces))' \(words)"
  }

  /// The datasets in a box of their own, so that they are read once.
  struct DatasetCatalogBox {
    let catalog: Datasets.DatasetCatalog
  }

  @Test("Every case of the first tier is as its renderer shows it, and most of the others are")
  func gallery() throws {
    let datasets = DatasetCatalogBox(catalog: try VegaLiteCase.datasets())
    var results: [Result] = []
    for item in try VegaLiteCase.all() { results.append(try compare(item, datasets)) }
    for result in results where !result.differences.isEmpty {
      print("tier \(result.tier) \(result.name): \(result.differences.joined(separator: "; "))")
    }
    for result in results where !result.geometry.isEmpty {
      print(
        "geometry, tier \(result.tier) \(result.name): \(result.geometry.joined(separator: "; "))")
    }
    for tier in 1...3 {
      let all = results.filter { $0.tier == tier }
      let passed = all.filter(\.differences.isEmpty)
      let placed = all.filter(\.geometry.isEmpty)
      print("tier \(tier): \(passed.count) of \(all.count), geometry of \(placed.count)")
    }
    let first = results.filter { $0.tier == 1 }
    let failed = first.filter { !$0.differences.isEmpty }.map(\.name)
    #expect(failed == [])
    let second = results.filter { $0.tier == 2 }
    let passed = second.filter { $0.differences.isEmpty }.count
    #expect(passed * 100 >= second.count * 85)
  }
}
