/// The words of one language: everything that a translator has to write.
///
/// Phrases have slots, ``Phrase/Slot``. To add a language, copy `Vocabulary+English.swift`, translate
/// it, and name the table in `Language.all`; the compiler asks for every entry, and the tests say
/// each kind of date and estimate in every language.
struct Vocabulary: Sendable {
  /// A noun whose form depends on where it stands. The slot is `{year}` or `{number}`.
  struct Noun: Sendable {
    /// By itself: `the second half of {year}`.
    var plain: Phrase
    /// In ``Vocabulary/since`` and ``Vocabulary/between``: German takes the dative.
    var after: Phrase
    /// In ``Vocabulary/by`` and at the end of a range: German adds a preposition.
    var until: Phrase
    /// On axes and in tables.
    var short: Phrase

    /// A noun that never changes.
    init(_ plain: Phrase, short: Phrase) {
      self.init(plain, after: plain, until: plain, short: short)
    }

    init(_ plain: Phrase, after: Phrase, until: Phrase, short: Phrase) {
      self.plain = plain
      self.after = after
      self.until = until
      self.short = short
    }
  }

  /// A unit of time, with the number that it counts.
  struct DurationUnit: Sendable {
    /// One of it.
    var one: Phrase
    /// Several, or a part.
    var many: Phrase
    /// In tables, whatever the number.
    var short: Phrase
  }

  /// A part of the year with its name alone (`the second half`) and with the year.
  struct Division: Sendable {
    /// The name without a year.
    var alone: String
    /// The short name without a year.
    var shortAlone: String
    /// With the year.
    var noun: Noun
  }

  // MARK: - Punctuation
  /// Quotation marks, and those within a quotation.
  var quotationMarks: QuotationMarks

  // MARK: - Numbers
  /// Between whole numbers and decimals.
  var decimalMark: String
  /// Between groups of three digits.
  var groupMark: String
  /// Behind a number of parts in a hundred.
  var percentMark = "%"
  /// The whole numbers from 0 on that are spelled out in a sentence.
  var smallNumbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
  ]
  /// What is true.
  var yes = "yes"
  /// What is not.
  var no = "no"
  /// Before an amount of money.
  var currencyPrefix = "$"
  /// Behind an amount of money.
  var currencySuffix = ""
  /// A number as an ordinal, in digits.
  var ordinal: @Sendable (Int) -> String
  /// Thousand, million, billion (10⁹) and trillion (10¹²), behind a number in short form.
  var multiples: [Phrase]

  // MARK: - Estimates: {number}, {from}, {to}
  var aboutNumber: Phrase
  var atLeast: Phrase
  var moreThan: Phrase
  var atMost: Phrase
  /// Of what is counted: `<20`.
  var fewerThan: Phrase
  /// Of what is measured: `<2.5`.
  var lessThan: Phrase
  var numberRange: Phrase

  // MARK: - Lengths of time: {number}
  /// Years, months, weeks, days, hours, minutes, seconds.
  var durations: [DurationUnit]
  /// A length that goes back in time: {number}, the length.
  var earlier: Phrase

  // MARK: - Names
  var months: [String]
  var shortMonths: [String]
  /// Monday first.
  var weekdays: [String]
  var shortWeekdays: [String]
  /// Spring, summer, autumn, winter.
  var seasons: [Division]
  var quarters: [Division]
  var thirds: [Division]
  var halves: [Division]
  /// Of the southern hemisphere: {date}.
  var southern: Phrase

  // MARK: - Years
  /// Up to the year before 1 CE: {year}.
  var beforeEra: Phrase
  /// From 1 CE, where the digits alone would be taken for a number: {year}.
  var inEra: Phrase
  /// {number}: the decade's first year.
  var decade: Noun
  /// {number}: the century as an ordinal.
  var century: Noun
  /// {number}: the millennium as an ordinal.
  var millennium: Noun
  /// Behind a month or day: {date} and the period's {number}.
  var inDecade: Phrase
  var inCentury: Phrase
  var inMillennium: Phrase
  /// In place of a year behind the name of a half or the like: `a year`, `an unknown year`.
  var someYear: String
  var unknownYear: String
  /// Nothing at all is known of the date.
  var unknownDate: String
  /// A winter, by its first and second year: {from}, {to}.
  var yearPair: Phrase
  /// A year known to some digits only: {date}, and {from} and {to} that it lies between.
  var significant: Phrase

  // MARK: - Days and months: {day}, {month}, {year}
  var monthYear: Phrase
  var dayMonth: Phrase
  var dayMonthYear: Phrase
  /// A day where ``Noun/after`` is said of other things.
  var dayAfter: Phrase
  /// A day behind ``by``.
  var dayUntil: Phrase
  /// The first day of a range within a month, and the last.
  var firstDayOfMonth: Phrase
  var lastDayOfMonth: Phrase
  /// {number}: the day as an ordinal; {year}.
  var dayOfSomeMonth: Phrase
  /// A day or month and its time: {date}, {time}.
  var dateAndTime: Phrase

  // MARK: - Doubts: {date}
  var about: Phrase
  var shortAbout: Phrase
  var possibly: Phrase
  var shortPossibly: Phrase
  /// Remarks in parentheses: {parts}.
  var unknownParts: Phrase
  var uncertainParts: Phrase
  var approximateParts: Phrase
  var uncertainApproximateParts: Phrase
  /// Day, month and year.
  var partNames: [String]

  // MARK: - Ranges: {from}, {to} or {date}
  var range: Phrase
  var since: Phrase
  var by: Phrase
  var sinceWithUnknownEnd: Phrase
  var untilWithUnknownStart: Phrase
  var openBothWays: String
  var shortOpenBothWays: String
  var between: Phrase

  // MARK: - Sets
  /// Between the last two of several: {from}, {to}.
  var and: Phrase
  var or: Phrase
  /// {date} or any before, {date} and all before; and after.
  var orEarlier: Phrase
  var andEarlier: Phrase
  var orLater: Phrase
  var andLater: Phrase
}
