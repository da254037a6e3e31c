import Testing
import Values

@Suite("Languages are found by their tags and write numbers their way")
struct LanguageTests {
  @Test(
    "A tag is matched without case, and by its beginning where it has no table",
    arguments: [
      ("en", "en", "Mon"), ("EN-gb", "en-GB", "Mon"), ("de", "de", "Mo"), ("de-at", "de-AT", "Mo"),
      ("de-CH-1996", "de-CH-1996", "Mo"), ("en-latn-us", "en-Latn-US", "Mon"),
    ])
  func tags(_ tag: String, _ canonical: String, _ monday: String) throws {
    let language = try #require(Language(tag: tag))
    #expect(language.tag == canonical)
    #expect(language.shortWeekdayNames.first == monday)
  }

  @Test(
    "A language without a table, and what is no tag, are not found",
    arguments: ["fr", "", "-", "en-", "english", "e n", "de_DE", "en-123456789", "ёё"])
  func unknown(_ tag: String) {
    #expect(Language(tag: tag) == nil)
  }

  @Test("Every table has its names in full", arguments: Language.all)
  func tables(_ language: Language) {
    for names in [language.monthNames, language.shortMonthNames] {
      #expect(names.count == 12 && Set(names).count == 12)
    }
    for names in [language.weekdayNames, language.shortWeekdayNames] {
      #expect(names.count == 7 && Set(names).count == 7)
    }
    #expect(language.decimalMark != language.groupMark)
  }

  @Test(
    "Numbers are grouped and pointed",
    arguments: [
      (1000.5, "1,000.5", "1.000,5"), (1000, "1,000", "1.000"), (999, "999", "999"),
      (-1_234_567, "−1,234,567", "−1.234.567"), (0, "0", "0"), (-0.0, "0", "0"),
      (0.1, "0.1", "0,1"), (1e-7, "0.0000001", "0,0000001"),
      (
        1e21, "1,000,000,000,000,000,000,000",
        "1.000.000.000.000.000.000.000"
      ), (.infinity, "–", "–"),
    ])
  func grouping(_ number: Double, _ english: String, _ german: String) {
    #expect(NumberWords.grouped(number, in: .english) == english)
    #expect(NumberWords.grouped(number, in: .german) == german)
  }

  @Test("Numbers can have a fixed count of decimals, and no negative zero")
  func places() {
    #expect(NumberWords.grouped(1234.5, in: .english, places: 2) == "1,234.50")
    #expect(NumberWords.grouped(1234.5, in: .german, places: 0) == "1.235")
    #expect(NumberWords.grouped(-0.001, in: .english, places: 2) == "0.00")
  }

  @Test("Ordinals end as the number does")
  func ordinals() {
    let numbers = [1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111]
    #expect(
      numbers.map { Language.english.ordinal($0) } == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th",
      ])
    #expect(Language.german.ordinal(21) == "21.")
  }
}
