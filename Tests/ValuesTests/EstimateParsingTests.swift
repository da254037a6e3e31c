import Testing
import Values

@Suite("Estimates are read as FORMAT.md writes them")
struct EstimateParsingTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    let text: String
    let low: Double?
    let high: Double?
    var isLowExclusive = false
    var isHighExclusive = false
    var isApproximate = false
    var testDescription: String { text }
  }

  static let readings = [
    Reading(text: "700", low: 700, high: 700),
    Reading(text: "~60", low: 60, high: 60, isApproximate: true),
    Reading(text: "183..", low: 183, high: nil),
    Reading(text: ">50", low: 50, high: nil, isLowExclusive: true),
    Reading(text: "..4000", low: nil, high: 4000),
    Reading(text: "<20", low: nil, high: 20, isHighExclusive: true),
    Reading(text: "1000..2000", low: 1000, high: 2000),
    Reading(text: "~1000..2000", low: 1000, high: 2000, isApproximate: true),
    Reading(text: "~183..", low: 183, high: nil, isApproximate: true),
    Reading(text: "0.5", low: 0.5, high: 0.5),
    Reading(text: "1.5..2.25", low: 1.5, high: 2.25),
    Reading(text: "1.5..", low: 1.5, high: nil),
    Reading(text: "-3", low: -3, high: -3),
    Reading(text: "-5..-3", low: -5, high: -3),
    Reading(text: "..-3", low: nil, high: -3),
    Reading(text: "0.000001", low: 0.000001, high: 0.000001),
    Reading(text: "9007199254740992", low: 9_007_199_254_740_992, high: 9_007_199_254_740_992),
  ]

  @Test("Every form has its bounds, and is written back as it was", arguments: readings)
  func reading(_ reading: Reading) throws {
    let estimate = try Estimate.parse(reading.text).get()
    #expect(estimate.low == reading.low)
    #expect(estimate.high == reading.high)
    #expect(estimate.isLowExclusive == reading.isLowExclusive)
    #expect(estimate.isHighExclusive == reading.isHighExclusive)
    #expect(estimate.isApproximate == reading.isApproximate)
    #expect(estimate.text == reading.text)
  }

  @Test("The middle needs both bounds")
  func middle() throws {
    #expect(try Estimate.parse("1000..2000").get().mid == 1500)
    #expect(try Estimate.parse("~60").get().mid == 60)
    #expect(try Estimate.parse("183..").get().mid == nil)
    #expect(try Estimate.parse("<20").get().mid == nil)
  }

  @Test(
    "What is no estimate is refused at its byte",
    arguments: [
      ("", 0), ("..", 0), ("~", 1), ("~..", 1), ("2000..1000", 0), ("junk", 0), ("12a", 2),
      ("1.", 2), (".5", 0), ("1..2..3", 4), ("1...2", 3), (">", 1), ("--1", 1), ("1e3", 1),
      ("700 ", 3), ("1,000", 1), ("5..4", 0), ("9007199254740993123", 0), ("NaN", 0), ("inf", 0),
      ("0x10", 1),
    ])
  func refusal(_ text: String, _ offset: Int) throws {
    let error = try #require(throws: EstimateError.self) { try Estimate.parse(text).get() }
    #expect(error.offset == offset)
    #expect(!error.message.isEmpty)
  }

  @Test("Digits without end are an error, not a trap")
  func overflow() {
    let digits = String(repeating: "9", count: 10_000)
    for text in [digits, "-\(digits)", "1..\(digits)", "0.\(digits)"] {
      if case .success(let estimate) = Estimate.parse(text) { #expect(estimate.high == 1) }
    }
  }
}
