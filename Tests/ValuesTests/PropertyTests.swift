import TestSupport
import Testing
import Values

@Suite("What holds of every date and every estimate")
struct PropertyTests {
  /// Texts made of the pieces that dates and estimates are made of, and of some that they are not.
  private static func text(using random: inout DeterministicGenerator) -> String {
    let pieces = [
      "2014", "1999", "0000", "19", "4", "7", "00", "X", "XX", "20XX", "1XX3", "-", "-", "-", "-",
      "01", "02", "12", "29", "30", "31", "24", "41", "/", "/", "..", "..", "~", "?", "%", "[", "]",
      "{", "}", ",", " ", "T", "23:20:30", "Z", "+04:30", "Y", "E", "S", "12345", "99999999999999",
      ">", "<", ".", "5", "c. ", "August", " to ", "é", "\u{0}", "\u{301}", "😀", "－",
    ]
    return (0..<Int.random(in: 0...5, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  @Test("Any text is a date or an error inside it; a date's start is not after its end")
  func dates() {
    var random = DeterministicGenerator(seed: 7)
    var read = 0
    for _ in 0..<40_000 {
      let text = Self.text(using: &random)
      switch EDTFDate.parse(text) {
      case .success(let date):
        read += 1
        #expect(date.text == text)
        #expect(EDTFDate.parse(date.text) == .success(date))
        #expect((date.earliest == nil) == (date.start == .open || date.start == .unknown))
        #expect((date.latest == nil) == (date.end == .open || date.end == .unknown))
        if let earliest = date.earliest, let latest = date.latest { #expect(earliest <= latest) }
        for language in Language.all {
          #expect(!date.words(in: language).isEmpty)
          #expect(!date.shortWords(in: language).isEmpty)
          #expect(!date.yearWords(in: language).isEmpty)
        }
      case .failure(let error):
        #expect((0...text.utf8.count).contains(error.offset))
        if let replacement = error.replacement {
          #expect(replacement != text)
          #expect(throws: Never.self) { try EDTFDate.parse(replacement).get() }
        }
      }
    }
    // The pieces are chosen so that a good part are dates; otherwise nothing would be tested.
    #expect(read > 1_000)
  }

  @Test("Any text is an estimate that is written back and read again, or an error inside it")
  func estimates() throws {
    var random = DeterministicGenerator(seed: 11)
    var read = 0
    for _ in 0..<40_000 {
      let text = Self.text(using: &random)
      switch Estimate.parse(text) {
      case .success(let estimate):
        read += 1
        #expect(Estimate.parse(estimate.text) == .success(estimate))
        if let low = estimate.low, let high = estimate.high { #expect(low <= high) }
        #expect(estimate.low != nil || estimate.high != nil)
        for language in Language.all {
          #expect(!estimate.words(in: language).isEmpty)
          #expect(!estimate.digits(in: language).isEmpty)
          #expect(!estimate.short(in: language).isEmpty)
        }
      case .failure(let error):
        #expect((0...text.utf8.count).contains(error.offset))
        if let replacement = error.replacement {
          #expect(throws: Never.self) { try Estimate.parse(replacement).get() }
        }
      }
    }
    #expect(read > 500)
  }

  @Test("Random bytes are refused without a trap")
  func bytes() {
    var random = DeterministicGenerator(seed: 3)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...24, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let text = String(decoding: bytes, as: UTF8.self)
      if case .failure(let error) = EDTFDate.parse(text) {
        #expect((0...text.utf8.count).contains(error.offset))
      }
      if case .failure(let error) = Estimate.parse(text) {
        #expect((0...text.utf8.count).contains(error.offset))
      }
    }
  }

  @Test(
    "Digits, brackets and dots without end are refused in time",
    arguments: ["9", "X", "-", "[", "{1999,", ".", "~", "Y9", "2014/", "T", " ", "é", "E9", "S1"])
  func long(_ piece: String) {
    let text = String(repeating: piece, count: 100_000)
    for candidate in [text, "Y" + text, "Y1E" + text, "2014S" + text, "2014-" + text, "[" + text] {
      if case .failure(let error) = EDTFDate.parse(candidate) {
        #expect(error.message.utf8.count < 400)
      }
      if case .failure(let error) = Estimate.parse(candidate) {
        #expect(error.message.utf8.count < 400)
      }
    }
  }

  @Test("A day becomes a civil date and that day again")
  func days() {
    var random = DeterministicGenerator(seed: 5)
    for _ in 0..<20_000 {
      let day = Day(Int.random(in: -5_000_000...5_000_000, using: &random))
      let (year, month, dayOfMonth) = day.civil
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
      if (-9999...9999).contains(year) {
        #expect(EDTFDate.parse(EDTFDate(day).text) == .success(EDTFDate(day)))
      }
    }
  }

  @Test("Sorting is a total order of dates: never both before each other, and transitive")
  func order() {
    var random = DeterministicGenerator(seed: 13)
    var dates: [EDTFDate] = []
    while dates.count < 120 {
      if case .success(let date) = EDTFDate.parse(Self.text(using: &random)) { dates.append(date) }
    }
    for first in dates {
      for second in dates {
        #expect(first == second || first.precedes(second) != second.precedes(first))
        #expect(first != second || !first.precedes(second))
        guard first.precedes(second) else { continue }
        for third in dates where second.precedes(third) {
          #expect(first.precedes(third))
        }
      }
    }
  }
}
