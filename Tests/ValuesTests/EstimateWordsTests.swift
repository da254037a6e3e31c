import Testing
import Values

@Suite("Estimates are said in words, digits and short")
struct EstimateWordsTests {
  struct Saying: Sendable, CustomTestStringConvertible {
    let estimate: String
    let words: String
    let digits: String
    let short: String
    let testDescription: String

    init(_ estimate: String, _ words: String, _ digits: String, _ short: String) {
      self.estimate = estimate
      self.words = words
      self.digits = digits
      self.short = short
      self.testDescription = estimate
    }
  }

  static let english = [
    Saying("700", "700", "700", "700"),
    Saying("~60", "about 60", "~60", "~60"),
    Saying("~4000", "about 4,000", "~4,000", "~4k"),
    Saying("183..", "at least 183", "≥183", "≥183"),
    Saying(">50", "more than 50", ">50", ">50"),
    Saying("..4000", "at most 4,000", "≤4,000", "≤4k"),
    Saying("<20", "fewer than 20", "<20", "<20"),
    Saying("<2.5", "less than 2.5", "<2.5", "<2.5"),
    Saying("1000..2000", "1,000 to 2,000", "1,000–2,000", "1–2k"),
    Saying("~1000..2000", "about 1,000 to 2,000", "~1,000–2,000", "~1–2k"),
    Saying("~183..", "at least about 183", "~≥183", "~≥183"),
    Saying("-5..-3", "−5 to −3", "−5 to −3", "−5 to −3"),
    Saying("1040..1049", "1,040 to 1,049", "1,040–1,049", "1,040–1,049"),
    Saying("999..1000", "999 to 1,000", "999–1,000", "999–1k"),
    Saying("1500..2000000", "1,500 to 2,000,000", "1,500–2,000,000", "1.5k–2M"),
    Saying("999950", "999,950", "999,950", "1M"),
    Saying("12345", "12,345", "12,345", "12.3k"),
    Saying("0.126", "0.126", "0.126", "0.13"),
  ]

  static let german = [
    Saying("~4000", "etwa 4.000", "~4.000", "~4 Tsd."),
    Saying("183..", "mindestens 183", "≥183", "≥183"),
    Saying("..4000", "höchstens 4.000", "≤4.000", "≤4 Tsd."),
    Saying(">50", "mehr als 50", ">50", ">50"),
    Saying("<20", "weniger als 20", "<20", "<20"),
    Saying("1000..2000", "1.000 bis 2.000", "1.000–2.000", "1–2 Tsd."),
    Saying("1234567.25", "1.234.567,25", "1.234.567,25", "1,2 Mio."),
  ]

  @Test("In English", arguments: english)
  func inEnglish(_ saying: Saying) throws { try check(saying, .english) }

  @Test("In German", arguments: german)
  func inGerman(_ saying: Saying) throws { try check(saying, .german) }

  private func check(_ saying: Saying, _ language: Language) throws {
    let estimate = try Estimate.parse(saying.estimate).get()
    #expect(estimate.words(in: language) == saying.words)
    #expect(estimate.digits(in: language) == saying.digits)
    #expect(estimate.short(in: language) == saying.short)
  }
}

@Suite("Estimates are compared and added")
struct EstimateArithmeticTests {
  private func estimate(_ text: String) throws -> Estimate { try Estimate.parse(text).get() }

  @Test("Sorted by the lower bound, then by the upper")
  func sorting() throws {
    let sorted = [
      "<20", "..20", "..4000", "-5", "50", "~50", "50..60", "50..", ">50", "700", "1000..2000",
    ]
    let estimates = try sorted.reversed().map { try estimate($0) }
    #expect(estimates.sorted { $0.precedes($1) }.map(\.text) == sorted)
  }

  @Test(
    "A sum has the bounds that all its parts have",
    arguments: [
      (["183..", ">50"], ">233"), (["700", "1000..2000"], "1700..2700"), (["~60", "5"], "~65"),
      (["..4000", "..3000"], "..7000"), (["<20", "5"], "<25"), (["183..", "1000..2000"], "1183.."),
      ([], "0"), ([">5", "<3"], nil), (["9007199254740992", "9007199254740992"], nil),
    ] as [([String], String?)])
  func sums(_ parts: [String], _ sum: String?) throws {
    let estimates = try parts.map { try estimate($0) }
    #expect(Estimate.sum(estimates)?.text == sum)
  }

  @Test("No estimate can be made without sense")
  func making() {
    #expect(Estimate(low: nil, high: nil) == nil)
    #expect(Estimate(low: 2, high: 1) == nil)
    #expect(Estimate(exactly: .nan) == nil)
    #expect(Estimate(exactly: .infinity) == nil)
    #expect(Estimate(low: 1, high: 2, isLowExclusive: true) == nil)
    #expect(Estimate(exactly: -0.0)?.text == "0")
  }

  @Test(
    "What was meant is advised",
    arguments: [
      ("1,000", "1000"), ("1000-2000", "1000..2000"), ("1,000 to 2,000", "1000..2000"),
      ("2000..1000", "1000..2000"), ("c. 60", "~60"), ("≥183", "183.."), ("at least 183", "183.."),
      ("183+", "183.."), ("more than 50", ">50"), ("up to 4,000", "..4000"),
      ("fewer than 20", "<20"), ("4k", "4000"), ("1–2k", "1000..2000"), ("−5", "-5"),
      ("1e3", "1000"), (".5", "0.5"), ("4,5", "4.5"), ("etwa 1.000", nil),
      ("etwa 1.000.000", "~1000000"), ("hundreds", nil), ("..", nil), ("50%", nil),
    ] as [(String, String?)])
  func advice(_ text: String, _ replacement: String?) throws {
    let error = try #require(throws: EstimateError.self) { try estimate(text) }
    #expect(error.replacement == replacement)
    #expect(error.hint?.isEmpty == false)
  }
}
