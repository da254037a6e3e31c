import Foundation
import TestSupport
import Testing
import Values

/// The cases of d3-format in `../shared/conformance/vega-lite`, read where they lie.
private struct FormatCases: Decodable {
  struct Case: Decodable {
    let spec: String
    let value: String
    let expect: String

    /// JavaScript writes infinity out.
    var number: Double? { Double(value) }
  }

  let format: [Case]

  static let url = Repository.conformance("vega-lite/d3-number-cases.json")
}

@Suite("Number formats, held to d3-format's own cases")
struct NumberFormatConformanceTests {
  @Test("Each case comes out as there", .enabled(if: FormatCases.url != nil))
  func cases() throws {
    let url = try #require(FormatCases.url)
    let cases = try JSONDecoder().decode(FormatCases.self, from: Data(contentsOf: url)).format
    #expect(cases.count == 518)
    for item in cases {
      let number = try #require(item.number, "\(item.value)")
      switch NumberFormat.parse(item.spec) {
      case .success(let format):
        // What is no number is written as readers know it, not as programs do.
        let expected =
          number.isNaN ? "–" : item.expect.replacing("Infinity", with: "∞")
        #expect(
          format.text(number, in: .english) == expected, "\(item.spec) of \(item.value)")
      case .failure(let error):
        // More digits than a binary number has are a slip here; d3 takes 20 of them.
        #expect(item.spec == ".30f", "\(item.spec): \(error.message)")
      }
    }
  }
}
