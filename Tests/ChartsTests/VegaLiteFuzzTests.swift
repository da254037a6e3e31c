import Diagnostics
import Documents
import Markup
import Testing
import Values

@testable import Charts

/// The gallery's specifications with parts taken out, exchanged and made odd: whatever comes, there
/// is a picture or a diagnostic.
@Suite(
  "Specifications that went wrong",
  .enabled(if: VegaLiteCase.folder != nil, "no suite of Vega-Lite here"))
struct VegaLiteFuzzTests {
  /// What stands in for values.
  private static let odd = [
    "null", "true", "-1", "0", "1e308", "-1e308", "1e-320", "\"\"", "\"x\"", "[]", "{}", "[null]",
    "\"datum.\"", "\"quantitative\"", "\"nominal\"", "\"temporal\"", "\"log\"", "\"pow\"",
    "\"band\"",
    "\"count\"", "\"year\"", "\"month\"", "99999", "{\"expr\": \"1/0\"}", "\"<b>&\\\"\"",
    "[1, 2, 3]",
  ]

  /// The mapping as it was mutated, without its data, for messages.
  private static func written(_ node: Node) -> String {
    switch node.content {
    case .scalar(let text, let isQuoted): isQuoted ? "\"\(text)\"" : text
    case .sequence(let elements):
      "[\(elements.prefix(8).map(written).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.filter { $0.key != "values" && $0.key != "config" }.map { "\($0.key): \(written($0.value))" }.joined(separator: ", "))}"
    }
  }

  private func mutated(_ node: Node, _ random: inout SeededRandom, rate: Int) -> Node {
    if random.index(below: rate) == 0 {
      let text = Self.odd[random.index(below: Self.odd.count)]
      if let read = JSONReader.read(Array(text.utf8), in: SourceFileID(0)).value ?? nil {
        return Node(read.content, at: node.span)
      }
    }
    switch node.content {
    case .scalar: return node
    case .sequence(let elements):
      var changed = elements.prefix(40).map { mutated($0, &random, rate: rate) }
      if random.index(below: rate) == 0 { changed = Array(changed.prefix(1)) }
      return Node(.sequence(changed), at: node.span)
    case .mapping(let entries):
      var kept: [Node.Entry] = []
      for entry in entries where random.index(below: rate) != 0 {
        kept.append(
          Node.Entry(
            key: entry.key, keySpan: entry.keySpan,
            value: mutated(entry.value, &random, rate: rate)))
      }
      return Node(.mapping(kept), at: node.span)
    }
  }

  @Test("A picture or a diagnostic comes of it, never a crash and never broken SVG")
  func mutations() throws {
    let catalog = try VegaLiteCase.datasets()
    var random = SeededRandom(seed: 11)
    var drawn = 0
    for item in try VegaLiteCase.all() {
      let node = try item.node()
      for round in 0..<6 {
        let changed = mutated(node, &random, rate: round < 3 ? 60 : 20)
        let parsed = ChartSpecification.parse(changed)
        if changed.isNull { continue }
        guard let specification = parsed.value, parsed.diagnostics.errorCount == 0 else {
          #expect(!parsed.diagnostics.isEmpty, "\(item.name) \(Self.written(changed))")
          continue
        }
        let bound = specification.bind(to: catalog)
        guard let chart = bound.value else {
          #expect(!bound.diagnostics.isEmpty, "\(item.name)")
          continue
        }
        drawn += 1
        let width: Double? = [680.0, 340, nil][random.index(below: 3)]
        let svg = chart.drawStandalone(width: width, language: .english).text
        #expect(DrawnPicture(svg) != nil, "\(item.name) \(Self.written(changed))")
        let lower = svg.lowercased()
        #expect(!lower.contains("=\"nan") && !lower.contains("=\"inf"), "\(item.name)")
      }
    }
    #expect(drawn > 200)
  }
}
