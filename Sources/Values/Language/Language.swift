import Bytes

/// A language in which numbers, estimates and dates are said.
public struct Language: Hashable, Sendable {
  /// The tag as BCP 47 (RFC 5646) writes it: `en`, `de`, `en-GB`.
  public let tag: String

  /// In a box of its own, since the table is large and a language is kept on every page.
  private final class Box: Sendable {
    let words: Vocabulary

    init(_ words: Vocabulary) { self.words = words }
  }
  private let box: Box

  /// The table of the language's words.
  var words: Vocabulary { box.words }

  private init(tag: String, _ vocabulary: Vocabulary) {
    self.tag = tag
    self.box = Box(vocabulary)
  }

  /// English, dates written day first.
  public static let english = Language(tag: "en", .english)
  /// German.
  public static let german = Language(tag: "de", .german)

  /// Every language and variety that has a table; a translator adds a line here.
  public static let all: [Language] = [
    english, Language(tag: "en-US", .american),
    german, Language(tag: "de-AT", .austrian), Language(tag: "de-CH", .swiss),
    Language(tag: "de-LI", .swiss),
  ]

  /// The language of a BCP 47 tag, or nil where there is no table for it.
  ///
  /// Case does not count. A tag that has no table of its own takes that of the tag without its
  /// last subtag (RFC 4647 section 3.4): `en-GB` is said as `en`, and ``tag`` stays `en-GB`.
  public init?(tag: String) {
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard subtags.allSatisfy({ (1...8).contains($0.utf8.count) }),
      subtags.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIAlphanumeric) })
    else { return nil }
    for length in stride(from: subtags.count, to: 0, by: -1) {
      let prefix = subtags[..<length].joined(separator: "-").lowercased()
      if let found = Self.all.first(where: { $0.tag.lowercased() == prefix }) {
        self.init(tag: Self.canonical(subtags), found.words)
        return
      }
    }
    return nil
  }

  /// The subtags in the case that RFC 5646 section 2.1.1 recommends: `zh-Hant-TW`.
  private static func canonical(_ subtags: [Substring]) -> String {
    var isAfterSingleton = false
    var parts: [String] = []
    for (index, subtag) in subtags.enumerated() {
      let lower = subtag.lowercased()
      switch lower.utf8.count {
      case 2 where index > 0 && !isAfterSingleton: parts.append(lower.uppercased())
      case 4 where index > 0 && !isAfterSingleton:
        parts.append(lower.prefix(1).uppercased() + lower.dropFirst())
      default: parts.append(lower)
      }
      if lower.utf8.count == 1 { isAfterSingleton = true }
    }
    return parts.joined(separator: "-")
  }

  /// Languages are the same where their tags are.
  public static func == (left: Language, right: Language) -> Bool { left.tag == right.tag }

  /// Hashes the tag.
  public func hash(into hasher: inout Hasher) { hasher.combine(tag) }
}

extension Language {
  /// The names of the months, January first.
  public var monthNames: [String] { words.months }
  /// The short names of the months, January first: `Oct`, `Okt.`.
  public var shortMonthNames: [String] { words.shortMonths }
  /// The names of the days of the week, Monday first (ISO 8601).
  public var weekdayNames: [String] { words.weekdays }
  /// The short names of the days of the week, Monday first.
  public var shortWeekdayNames: [String] { words.shortWeekdays }
  /// The quotation marks.
  public var quotationMarks: QuotationMarks { words.quotationMarks }
  /// What divides whole numbers from decimals.
  public var decimalMark: String { words.decimalMark }
  /// What groups digits by threes.
  public var groupMark: String { words.groupMark }
  /// What stands behind a number of parts in a hundred.
  public var percentMark: String { words.percentMark }
  /// How what is true is said.
  public var yes: String { words.yes }
  /// How what is not true is said.
  public var no: String { words.no }
  /// What stands before an amount of money.
  public var currencyPrefix: String { words.currencyPrefix }
  /// What stands behind an amount of money.
  public var currencySuffix: String { words.currencySuffix }

  /// A number as an ordinal, in digits: `21st`, `21.`.
  public func ordinal(_ number: Int) -> String { words.ordinal(number) }
}
