extension Vocabulary {
  /// German. `after` is the dative (`ab der zweiten Hälfte`), `until` stands behind `bis`.
  static let german = Vocabulary(
    quotationMarks: QuotationMarks("„", "“", inner: "‚", "‘"),
    decimalMark: ",",
    groupMark: ".",
    percentMark: "\u{202F}%",
    smallNumbers: [
      "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
      "elf", "zwölf",
    ],
    yes: "ja",
    no: "nein",
    currencyPrefix: "",
    currencySuffix: "\u{A0}€",
    ordinal: { "\($0)." },
    multiples: ["{number} Tsd.", "{number} Mio.", "{number} Mrd.", "{number} Bio."],

    aboutNumber: "etwa {number}",
    atLeast: "mindestens {number}",
    moreThan: "mehr als {number}",
    atMost: "höchstens {number}",
    fewerThan: "weniger als {number}",
    lessThan: "weniger als {number}",
    numberRange: "{from} bis {to}",

    durations: [
      DurationUnit(one: "{number} Jahr", many: "{number} Jahre", short: "{number} J."),
      DurationUnit(one: "{number} Monat", many: "{number} Monate", short: "{number} Mon."),
      DurationUnit(one: "{number} Woche", many: "{number} Wochen", short: "{number} Wo."),
      DurationUnit(one: "{number} Tag", many: "{number} Tage", short: "{number} T."),
      DurationUnit(one: "{number} Stunde", many: "{number} Stunden", short: "{number} Std."),
      DurationUnit(one: "{number} Minute", many: "{number} Minuten", short: "{number} Min."),
      DurationUnit(one: "{number} Sekunde", many: "{number} Sekunden", short: "{number} Sek."),
    ],
    earlier: "minus {number}",

    months: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember",
    ],
    shortMonths: [
      "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
      "Dez.",
    ],
    weekdays: [
      "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
    ],
    shortWeekdays: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    seasons: ["Frühling", "Sommer", "Herbst", "Winter"].map { name in
      let phrase = Phrase("\(name) {year}")
      return Division(alone: name, shortAlone: name, noun: Noun(phrase, short: phrase))
    },
    quarters: ["erste", "zweite", "dritte", "vierte"].enumerated().map { index, name in
      neuter(name, "Quartal", short: "Q\(index + 1)")
    },
    thirds: ["erste", "zweite", "letzte"].enumerated().map { index, name in
      neuter(name, "Drittel", short: "\(index + 1). Drittel")
    },
    halves: ["erste", "zweite"].enumerated().map { index, name in
      Division(
        alone: "die \(name) Hälfte", shortAlone: "H\(index + 1)",
        noun: Noun(
          Phrase("die \(name) Hälfte {year}"), after: Phrase("der \(name)n Hälfte {year}"),
          until: Phrase("zur \(name)n Hälfte {year}"), short: Phrase("H\(index + 1) {year}")))
    },
    southern: "{date} (Südhalbkugel)",

    beforeEra: "{year} v. Chr.",
    inEra: "{year} n. Chr.",
    decade: Noun(
      "die {number}er Jahre", after: "den {number}er Jahren", until: "zu den {number}er Jahren",
      short: "{number}er"),
    century: Noun(
      "das {number} Jahrhundert", after: "dem {number} Jahrhundert",
      until: "zum {number} Jahrhundert", short: "{number} Jh."),
    millennium: Noun(
      "das {number} Jahrtausend", after: "dem {number} Jahrtausend",
      until: "zum {number} Jahrtausend", short: "{number} Jt."),
    inDecade: "{date} in den {number}er Jahren",
    inCentury: "{date} im {number} Jahrhundert",
    inMillennium: "{date} im {number} Jahrtausend",
    someYear: "eines Jahres",
    unknownYear: "eines unbekannten Jahres",
    unknownDate: "unbekanntes Datum",
    yearPair: "{from}/{to}",
    significant: "etwa {date} ({from} bis {to})",

    monthYear: "{month} {year}",
    dayMonth: "{day}. {month}",
    dayMonthYear: "{day}. {month} {year}",
    dayAfter: "dem {day}. {month} {year}",
    dayUntil: "zum {day}. {month} {year}",
    firstDayOfMonth: "{day}.",
    lastDayOfMonth: "{day}. {month} {year}",
    dayOfSomeMonth: "der {number} eines unbekannten Monats {year}",
    dateAndTime: "{date}, {time} Uhr",

    about: "etwa {date}",
    shortAbout: "ca. {date}",
    possibly: "möglicherweise {date}",
    shortPossibly: "{date}?",
    unknownParts: "{parts} unbekannt",
    uncertainParts: "{parts} unsicher",
    approximateParts: "{parts} ungefähr",
    uncertainApproximateParts: "{parts} unsicher und ungefähr",
    partNames: ["Tag", "Monat", "Jahr"],

    range: "{from} bis {to}",
    since: "ab {date}",
    by: "bis {date}",
    sinceWithUnknownEnd: "ab {date}, Ende unbekannt",
    untilWithUnknownStart: "bis {date}, Beginn unbekannt",
    openBothWays: "ohne Angabe von Beginn und Ende",
    shortOpenBothWays: "offen",
    between: "zwischen {from} und {to}",

    and: "{from} und {to}",
    or: "{from} oder {to}",
    orEarlier: "{date} oder früher",
    andEarlier: "{date} und früher",
    orLater: "{date} oder später",
    andLater: "{date} und später")

  /// German as Austria writes it.
  static let austrian: Vocabulary = {
    var words = german
    words.months[0] = "Jänner"
    words.shortMonths[0] = "Jän."
    return words
  }()

  /// German as Switzerland and Liechtenstein write numbers and quotations.
  static let swiss: Vocabulary = {
    var words = german
    words.quotationMarks = QuotationMarks("«", "»", inner: "‹", "›")
    words.groupMark = "’"
    words.decimalMark = "."
    return words
  }()

  private static func neuter(_ ordinal: String, _ noun: String, short: String) -> Division {
    Division(
      alone: "das \(ordinal) \(noun)", shortAlone: short,
      noun: Noun(
        Phrase("das \(ordinal) \(noun) {year}"), after: Phrase("dem \(ordinal)n \(noun) {year}"),
        until: Phrase("zum \(ordinal)n \(noun) {year}"), short: Phrase("\(short) {year}")))
  }
}
