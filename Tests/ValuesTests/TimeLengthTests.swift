import Testing
import Values

@Suite("Lengths of time in words")
struct TimeLengthTests {
  @Test(
    "They are said by their units, in full and short",
    arguments: [
      (
        TimeLength([.init(1, .hour), .init(10, .minute)]), "1 hour 10 minutes", "1 h 10 min",
        "1 Stunde 10 Minuten", "1 Std. 10 Min."
      ),
      (
        TimeLength([.init(1, .year), .init(0, .month), .init(2, .week), .init(3, .day)]),
        "1 year 2 weeks 3 days", "1 y 2 wk 3 d", "1 Jahr 2 Wochen 3 Tage", "1 J. 2 Wo. 3 T."
      ),
      (TimeLength([.init(0, .second)]), "0 seconds", "0 s", "0 Sekunden", "0 Sek."),
      (
        TimeLength([.init(1.5, .second)], isNegative: true), "minus 1.5 seconds", "minus 1.5 s",
        "minus 1,5 Sekunden", "minus 1,5 Sek."
      ),
      (TimeLength([.init(1, .month)]), "1 month", "1 mo", "1 Monat", "1 Mon."),
    ])
  func words(
    length: TimeLength, english: String, short: String, german: String, kurz: String
  ) {
    #expect(length.words(in: .english) == english && length.shortWords(in: .english) == short)
    #expect(length.words(in: .german) == german && length.shortWords(in: .german) == kurz)
  }

  @Test("Every language has a word for every unit", arguments: Language.all)
  func units(language: Language) {
    let said = TimeLength.Unit.allCases.map { TimeLength([.init(2, $0)]).words(in: language) }
    #expect(Set(said).count == TimeLength.Unit.allCases.count)
  }
}
