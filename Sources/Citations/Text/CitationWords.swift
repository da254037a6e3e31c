import Values

/// The words, quotation marks and habits of a language, as citations and entries need them.
struct CitationWords: Sendable {
  /// Between the last two of several names.
  let and: String
  /// Whether a comma stands before that word where there are three names or more.
  let hasSerialComma: Bool
  /// For the names that are left out.
  let etAl: String
  /// For a source without a date.
  let noDate: String
  /// Before the day on which a page was read.
  let accessed: String
  /// Before the title of what holds a part.
  let within: String
  /// The roles, in their forms.
  let editor: Role
  let translator: Role
  let editorTranslator: Role
  let director: Role
  let interviewer: Role
  let recipient: Role
  let containerAuthor: Role
  /// After the number of an edition.
  let edition: String
  /// Before a volume, an issue, a section.
  let volume: String
  let volumes: String
  let issue: String
  let section: String
  /// What a source is, where the source has no word for it.
  let letter: String
  let blog: String
  let reviewOf: String
  let by: String
  let presentedAt: String
  let reprint: String
  /// Before the day on which a patent was granted.
  let issued: String
  /// Behind the name of a newspaper's edition.
  let issueEdition: String
  /// Behind years before and in the first thousand of the common era.
  let eras: (before: String, common: String)
  /// Outer and inner quotation marks.
  let quotes: (open: String, close: String)
  let innerQuotes: (open: String, close: String)
  /// Whether a full stop or comma stands before a closing quotation mark.
  let punctuatesWithinQuotes: Bool
  /// Whether titles in this language are capitalised word by word.
  let capitalisesTitles: Bool
  /// The seasons from spring to winter.
  let seasons: [String]
  /// What stands before the number of a page, and of several, where it cannot go without.
  let page: (one: String, several: String)
  /// Labels of locators, one and several; a page has none.
  let locators: [LocatorLabel: (one: String, several: String)]
  /// Whether the day of a month is an ordinal.
  var hasOrdinalDays: Bool { language.tag.hasPrefix("de") }
  /// How a day is written.
  var dayFormat: DayFormat
  /// The names of the months, ordinals and the like.
  var language: Language

  /// The order of a day's parts.
  enum DayFormat: Sendable {
    /// July 14, 2021
    case monthDayYear
    /// 14. Juli 2021
    case dayMonthYear
  }

  /// A role: after a name or several, and before the names in the middle of a sentence.
  struct Role: Sendable {
    let one: String
    let several: String
    let verb: String

    init(_ one: String, _ several: String, _ verb: String) {
      self.one = one
      self.several = several
      self.verb = verb
    }
  }

  /// The words of `language`, English where it has none here. English puts the month first, as
  /// Chicago does, but for its varieties outside the United States.
  static func of(_ language: Language) -> CitationWords {
    let primary = language.tag.prefix { $0 != "-" }
    var words = primary == "de" ? CitationWords.german : .english
    words.language = primary == "de" || primary == "en" ? language : .english
    if primary == "en", language.tag != "en", language.tag != "en-US" {
      words.dayFormat = .dayMonthYear
    }
    return words
  }

  /// Whether `scalar` is a mark that closes a quotation in this language.
  func isClosingQuote(_ scalar: Unicode.Scalar) -> Bool {
    quotes.close.unicodeScalars.contains(scalar)
      || innerQuotes.close.unicodeScalars.contains(scalar)
  }

  /// Whether `scalar` is a mark that opens a quotation in this language.
  func isOpeningQuote(_ scalar: Unicode.Scalar) -> Bool {
    quotes.open.unicodeScalars.contains(scalar) || innerQuotes.open.unicodeScalars.contains(scalar)
  }
}
