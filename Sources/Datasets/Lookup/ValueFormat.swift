import Bytes
public import Values

/// How a value is said to readers: in a text, in a table.
public enum ValueFormat: Hashable, Sendable {
  /// Estimates in words (`about 4,000`), whole numbers up to twelve spelled out (`four`), dates as
  /// in running text.
  case words
  /// In digits and signs: `~4,000`; dates as ISO 8601-2 writes them.
  case digits
  /// Rounded, for a narrow place: `~4k`; dates in short: `H2 2014`.
  case short
  /// Numbers as parts of a hundred: 0.25 is `25%`.
  case percent
  /// Dates as in running text: `the second half of 2014`.
  case long
  /// The years of dates alone.
  case year
  /// Numbers as d3-format's specifier says.
  case number(NumberFormat)

  /// The formats that have a name.
  public static let names: KeyValuePairs<String, ValueFormat> = [
    "words": .words, "digits": .digits, "short": .short, "percent": .percent, "long": .long,
    "year": .year,
  ]

  /// The format called `name`, where there is one.
  public init?(named name: String) {
    guard let found = Self.names.first(where: { $0.key == name }) else { return nil }
    self = found.value
  }

  /// What authors call it.
  public var name: String {
    Self.names.first { $0.value == self }?.key ?? "a format of numbers"
  }

  /// Whether values of the kind, or a part of them, can be said in this form.
  public func suits(_ kind: Field.Kind, part: FieldPath.Part?) -> Bool {
    switch kind {
    case .number, .integer, .estimate: self != .long && self != .year
    case .date:
      switch self {
      case .words, .long, .short, .digits, .year: true
      case .percent, .number: false
      }
    case .geopoint: part != nil && self == .digits
    case .duration: self == .words || self == .long || self == .short || self == .digits
    case .string, .boolean, .year, .time, .geojson, .object, .array, .any: false
    }
  }
}

extension ValueFormat {
  /// A number in this form; nil for what suits the place.
  public static func text(
    _ number: Double, in format: ValueFormat?, _ language: Language
  ) -> String {
    switch format {
    case .short: return NumberWords.short(number, in: language)
    case .percent:
      let rounded = (number * 1000).rounded(.toNearestOrAwayFromZero) / 10
      return NumberWords.grouped(rounded, in: language) + language.percentMark
    case .number(let format): return format.text(number, in: language)
    case .words: return NumberWords.spelled(number, in: language)
    case .digits, .long, .year, nil: return NumberWords.grouped(number, in: language)
    }
  }

  /// A date in this form; nil for its words.
  public static func text(
    _ date: EDTFDate, in format: ValueFormat?, _ language: Language
  ) -> String {
    switch format {
    case .digits: date.text
    case .short: date.shortWords(in: language)
    case .year: date.years(in: language)
    default: date.words(in: language)
    }
  }

  /// An estimate in this form; nil for its words.
  public static func text(
    _ estimate: Estimate, in format: ValueFormat?, _ language: Language
  ) -> String {
    switch format {
    case .digits: estimate.digits(in: language)
    case .short: estimate.short(in: language)
    case .percent, .number: estimate.digits(in: language) { text($0, in: format, language) }
    default: estimate.words(in: language)
    }
  }

  /// A text of `field` in this form: a length of time in words, a time of day without seconds that
  /// are none, any other as readers see it.
  public static func text(
    _ text: String, of field: Field, in format: ValueFormat?, _ language: Language
  ) -> String {
    if field.kind == .time { return clock(text) }
    guard let length = field.timeLength(of: text), format != .digits else {
      return field.label(of: text)
    }
    return format == .short ? length.shortWords(in: language) : length.words(in: language)
  }

  private static func clock(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, bytes[5..<8].elementsEqual(":00".utf8),
      bytes.count == 8 || bytes[8] != UInt8(ascii: ".")
    else { return text }
    return (bytes[..<5] + bytes[8...]).text
  }

  /// A value in this form as a sentence says it; empty where it is missing.
  /// - Parameter field: The column that it comes from, which knows what readers see for a text and
  ///   whether a number is a year.
  public static func text(
    _ value: Value, of field: Field?, in format: ValueFormat?, _ language: Language
  ) -> String {
    switch value {
    case .missing: return ""
    case .text(let text):
      guard let field else { return text }
      return field.items(of: text).map { Self.text($0, of: field, in: format, language) }
        .joined(separator: ", ")
    case .boolean(let isTrue): return isTrue ? language.yes : language.no
    case .number(let number):
      if field?.kind == .year, let year = Int(exactly: number) {
        return (year < 0 ? "\u{2212}" : "") + String(year.magnitude)
      }
      return text(number, in: format, language)
    case .date(let date): return text(date, in: format, language)
    case .estimate(let estimate): return text(estimate, in: format, language)
    }
  }
}

extension EDTFDate {
  /// The year alone, or the first and the last: `2014`, `2014–2016`.
  public func years(in language: Language) -> String {
    switch (earliest?.civil.year, latest?.civil.year) {
    case (let first?, let last?): first == last ? String(first) : "\(first)–\(last)"
    case (let first?, nil): "\(first)–"
    case (nil, let last?): "–\(last)"
    case (nil, nil): shortWords(in: language)
    }
  }
}
