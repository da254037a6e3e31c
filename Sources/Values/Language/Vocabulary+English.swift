extension Vocabulary {
  /// English, with the dates of Britain and most of the world.
  static let english = Vocabulary(
    quotationMarks: QuotationMarks("“", "”", inner: "‘", "’"),
    decimalMark: ".",
    groupMark: ",",
    ordinal: { number in
      let last = Int(number.magnitude % 100)
      switch (last, last % 10) {
      case (11...13, _): return "\(number)th"
      case (_, 1): return "\(number)st"
      case (_, 2): return "\(number)nd"
      case (_, 3): return "\(number)rd"
      default: return "\(number)th"
      }
    },
    multiples: ["{number}k", "{number}M", "{number}bn", "{number}tn"],

    aboutNumber: "about {number}",
    atLeast: "at least {number}",
    moreThan: "more than {number}",
    atMost: "at most {number}",
    fewerThan: "fewer than {number}",
    lessThan: "less than {number}",
    numberRange: "{from} to {to}",

    durations: [
      DurationUnit(one: "{number} year", many: "{number} years", short: "{number} y"),
      DurationUnit(one: "{number} month", many: "{number} months", short: "{number} mo"),
      DurationUnit(one: "{number} week", many: "{number} weeks", short: "{number} wk"),
      DurationUnit(one: "{number} day", many: "{number} days", short: "{number} d"),
      DurationUnit(one: "{number} hour", many: "{number} hours", short: "{number} h"),
      DurationUnit(one: "{number} minute", many: "{number} minutes", short: "{number} min"),
      DurationUnit(one: "{number} second", many: "{number} seconds", short: "{number} s"),
    ],
    earlier: "minus {number}",

    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    seasons: [
      season("spring"), season("summer"), season("autumn"), season("winter"),
    ],
    quarters: [
      Division(
        alone: "the first quarter", shortAlone: "Q1",
        noun: Noun("the first quarter of {year}", short: "Q1 {year}")),
      Division(
        alone: "the second quarter", shortAlone: "Q2",
        noun: Noun("the second quarter of {year}", short: "Q2 {year}")),
      Division(
        alone: "the third quarter", shortAlone: "Q3",
        noun: Noun("the third quarter of {year}", short: "Q3 {year}")),
      Division(
        alone: "the fourth quarter", shortAlone: "Q4",
        noun: Noun("the fourth quarter of {year}", short: "Q4 {year}")),
    ],
    thirds: [
      Division(
        alone: "the first third", shortAlone: "1st third",
        noun: Noun("the first third of {year}", short: "1st third {year}")),
      Division(
        alone: "the second third", shortAlone: "2nd third",
        noun: Noun("the second third of {year}", short: "2nd third {year}")),
      Division(
        alone: "the last third", shortAlone: "3rd third",
        noun: Noun("the last third of {year}", short: "3rd third {year}")),
    ],
    halves: [
      Division(
        alone: "the first half", shortAlone: "H1",
        noun: Noun("the first half of {year}", short: "H1 {year}")),
      Division(
        alone: "the second half", shortAlone: "H2",
        noun: Noun("the second half of {year}", short: "H2 {year}")),
    ],
    southern: "{date} (southern hemisphere)",

    beforeEra: "{year} BCE",
    inEra: "{year} CE",
    decade: Noun("the {number}s", short: "{number}s"),
    century: Noun("the {number} century", short: "{number} c."),
    millennium: Noun("the {number} millennium", short: "{number} mill."),
    inDecade: "{date} in the {number}s",
    inCentury: "{date} in the {number} century",
    inMillennium: "{date} in the {number} millennium",
    someYear: "a year",
    unknownYear: "an unknown year",
    unknownDate: "an unknown date",
    yearPair: "{from}–{to}",
    significant: "about {date} ({from} to {to})",

    monthYear: "{month} {year}",
    dayMonth: "{day} {month}",
    dayMonthYear: "{day} {month} {year}",
    dayAfter: "{day} {month} {year}",
    dayUntil: "{day} {month} {year}",
    firstDayOfMonth: "{day}",
    lastDayOfMonth: "{day} {month} {year}",
    dayOfSomeMonth: "the {number} of an unknown month in {year}",
    dateAndTime: "{date}, {time}",

    about: "about {date}",
    shortAbout: "c. {date}",
    possibly: "possibly {date}",
    shortPossibly: "{date}?",
    unknownParts: "{parts} unknown",
    uncertainParts: "{parts} uncertain",
    approximateParts: "{parts} approximate",
    uncertainApproximateParts: "{parts} uncertain and approximate",
    partNames: ["day", "month", "year"],

    range: "{from} to {to}",
    since: "from {date} onwards",
    by: "by {date}",
    sinceWithUnknownEnd: "from {date}, end unknown",
    untilWithUnknownStart: "until {date}, beginning unknown",
    openBothWays: "with no beginning or end stated",
    shortOpenBothWays: "open",
    between: "between {from} and {to}",

    and: "{from} and {to}",
    or: "{from} or {to}",
    orEarlier: "{date} or earlier",
    andEarlier: "{date} and earlier",
    orLater: "{date} or later",
    andLater: "{date} and later")

  /// English as the United States write it: the month first, and fall.
  static let american: Vocabulary = {
    var words = english
    words.seasons[2] = season("fall")
    words.dayMonth = "{month} {day}"
    words.dayMonthYear = "{month} {day}, {year}"
    words.dayAfter = "{month} {day}, {year}"
    words.dayUntil = "{month} {day}, {year}"
    words.firstDayOfMonth = "{month} {day}"
    words.lastDayOfMonth = "{day}, {year}"
    return words
  }()

  private static func season(_ name: String) -> Division {
    Division(
      alone: name, shortAlone: name,
      noun: Noun(Phrase("\(name) {year}"), short: Phrase("\(name) {year}")))
  }
}
