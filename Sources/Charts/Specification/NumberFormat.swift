import Bytes
import Diagnostics
import Documents

/// How numbers are written: the part of d3-format's grammar `[sign][$][,][.precision][~][type]`.
struct NumberFormat: Hashable, Sendable {
  /// The kinds of notation.
  enum Notation: Character, Sendable {
    /// Decimal, with as many places as the precision says.
    case fixed = "f"
    /// Whole.
    case integer = "d"
    /// A hundred times the value, and a percent sign.
    case percent = "%"
    /// With an SI prefix: k, M, G.
    case prefixed = "s"
    /// As short as it can be.
    case plain = "~"
  }

  var notation = Notation.plain
  var isGrouped = true
  var hasDollar = false
  var showsPlus = false
  var precision: Int?
  var trimsZeros = false

  /// A number as short as it can be, its thousands parted.
  static let automatic = NumberFormat()
  /// A number that is a name: its thousands are not parted.
  static let name = NumberFormat(isGrouped: false)

  /// Decimal with a fixed number of places.
  static func fixed(_ places: Int) -> NumberFormat {
    NumberFormat(notation: .fixed, precision: places)
  }
}

extension NumberFormat {
  /// Reads `format: ',.1f'`.
  static func read(_ reader: inout PropertyReader) -> NumberFormat? {
    guard let text = reader.text("format") else { return nil }
    if let format = NumberFormat(d3: text.value) { return format }
    reader.report(
      .chartUnsupported, "the format '\(text.value)' is not supported", at: text.span,
      help: "it can be like ',.1f', '.0%', '~s', 'd', '$,.2f'")
    return nil
  }

  /// The format that a d3-format specifier of the supported part means, or nil.
  init?(d3 specifier: String) {
    var rest = specifier[...]
    func take(_ character: Character, _ rest: inout Substring) -> Bool {
      guard rest.first == character else { return false }
      rest = rest.dropFirst()
      return true
    }
    isGrouped = false
    if take("+", &rest) {
      showsPlus = true
    } else {
      _ = take("-", &rest)
    }
    hasDollar = take("$", &rest)
    isGrouped = take(",", &rest)
    if take(".", &rest) {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), number <= 20 else { return nil }
      precision = number
      rest = rest.dropFirst(digits.count)
    }
    trimsZeros = take("~", &rest)
    guard rest.count <= 1 else { return nil }
    switch rest.first {
    case nil: notation = .plain
    case let letter?:
      guard letter != "~", let notation = Notation(rawValue: letter) else { return nil }
      self.notation = notation
    }
    if notation == .plain, precision != nil { return nil }
  }
}
