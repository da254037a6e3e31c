import Foundation
import TestSupport
import Testing

@testable import Charts

/// The guide's page on what of Vega-Lite's grammar is supported, which is made from the code.
@Suite("What is supported")
struct SupportTableTests {
  private static let page = Repository.goldens("charts").appendingPathComponent(
    "../../../Content/guide/charts/support.md")

  @Test(
    "The guide lists the marks, channels, transforms, scales and properties that the code reads")
  func table() throws {
    var text = """
      ---
      title: What is supported
      summary: "Vega-Lite’s grammar as far as Dossier draws it: marks, channels, transforms, scales, properties."
      updated: 2026-11-26
      ---

      This page is made from the program itself. What is not on it is an error that names the word. What is marked ° is read and changes nothing, with the warning `chart-property-unused`: it has no meaning in a picture that is drawn once, or the house decides it.

      Maps (`geoshape`, `projection`, `latitude`, `longitude`), images, selections and other interaction are not supported.

      """
    func section(_ title: String, _ words: [String]) {
      text += "\n## \(title)\n\n\(words.map { "`\($0)`" }.joined(separator: ", "))\n"
    }
    func properties<Key: PropertyKey>(_ title: String, _ type: Key.Type) {
      let names = Key.allCases.map(\.rawValue).sorted()
      let idle = Set(Key.withoutEffect.map(\.rawValue))
      let words = names.map { idle.contains($0) ? "`\($0)`°" : "`\($0)`" }
      text += "\n## \(title)\n\n\(words.joined(separator: ", "))\n"
    }
    section("Views", ["mark", "layer", "facet", "hconcat", "vconcat", "concat", "repeat"])
    section("Marks", MarkKind.allCases.map(\.rawValue))
    section("Channels", Channel.allCases.map(\.rawValue))
    section("Transforms", TransformStep.names)
    section("Aggregates", AggregateOperation.allCases.map(\.rawValue))
    section("Operations of windows", WindowTransform.Ranking.allCases.map(\.rawValue))
    section("Units of time", TimeUnit.Part.allCases.map(\.rawValue))
    section("Scales", ScaleType.allCases.map(\.rawValue))
    section("Functions of expressions", ExpressionFunction.allCases.map(\.rawValue))
    section("Ways of joining points", Interpolation.allCases.map(\.rawValue))
    section("Shapes", Symbol.names)
    section("Schemes of colour", ColorScheme.names)
    properties("Properties of marks", MarkProperty.self)
    properties("Properties of axes", AxisProperty.self)
    properties("Properties of legends", LegendProperty.self)
    properties("Properties of titles", TitleProperty.self)
    properties("Properties of headers", HeaderProperty.self)
    properties("Properties of views", ViewProperty.self)
    try Golden.expect(text, at: Self.page)
  }
}
