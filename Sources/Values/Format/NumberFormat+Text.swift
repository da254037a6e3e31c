import Bytes

extension NumberFormat {
  /// The number under the format, as readers of `language` write numbers.
  ///
  /// Digits and rounding are those of d3-format 3 (`format` of github.com/d3/d3-format), which rest
  /// on ECMA-262's `toFixed`, `toExponential` and `toPrecision`; marks and currency are the
  /// language's. NaN is `–`.
  public func text(_ value: Double, in language: Language) -> String {
    guard !value.isNaN else { return padded("", "–", "") }
    var isNegative = value.sign == .minus
    var (digits, suffix) = body(value.magnitude)
    if isTrimmed || notation == nil { digits = Self.trimmed(digits) }
    let isZero = !digits.utf8.contains { byte in
      (0x31...0x39).contains(byte) || notation?.isLettered == true && byte.isASCIILetter
        || byte == 0xE2
    }
    if isZero, sign != .plus { isNegative = false }
    var prefix = ""
    if isNegative {
      prefix = sign == .parentheses ? "(" : NumberWords.minus
    } else if sign == .plus || sign == .blank {
      prefix = String(sign.rawValue)
    }
    switch (symbol, notation) {
    case (.currency, _): prefix += language.currencyPrefix
    case (.base, .binary): prefix += "0b"
    case (.base, .octal): prefix += "0o"
    case (.base, .hexadecimal), (.base, .capitalHexadecimal): prefix += "0x"
    default: break
    }
    if symbol == .currency { suffix += language.currencySuffix }
    if notation == .percent || notation == .roundedPercent { suffix += language.percentMark }
    if isNegative, sign == .parentheses { suffix += ")" }
    // Letters of other bases are digits; what stands behind a decimal number is not grouped.
    var whole = digits
    if notation?.isLettered != true,
      let end = digits.utf8.firstIndex(where: { !$0.isASCIIDigit })
    {
      let rest = digits[end...]
      whole = String(digits[..<end])
      let tail = rest.hasPrefix(".") ? language.decimalMark + rest.dropFirst() : String(rest)
      suffix = tail + suffix
    }
    return padded(prefix, whole, suffix, mark: isGrouped ? language.groupMark : nil)
  }

  /// The digits with a point, and what stands behind them by the notation itself.
  private func body(_ value: Double) -> (digits: String, suffix: String) {
    guard value.isFinite else { return ("∞", "") }
    // Most numbers are whole, and their digits are at hand.
    if notation == .fixed, value < 0x1p53, value == value.rounded() {
      let places = min(max(precision ?? 6, 0), 20)
      let whole = String(Int(value))
      return (places == 0 ? whole : whole + "." + String(repeating: "0", count: places), "")
    }
    let exact = DecimalDigits(exactly: value)
    let places = min(max(precision ?? 6, 0), 20)
    let significant = min(max(precision ?? 6, 1), 21)
    switch notation {
    case .exponent: return (exact.scientific(places: places), "")
    case .fixed: return (exact.fixed(places: places), "")
    case .percent: return (DecimalDigits(exactly: value * 100).fixed(places: places), "")
    case .general: return (exact.precise(significant), "")
    // Nothing has no significant digits.
    case .rounded where exact.isZero, .roundedPercent where exact.isZero: return ("0", "")
    case .rounded: return (exact.plain(significant: significant), "")
    case .roundedPercent:
      return (DecimalDigits(exactly: value * 100).plain(significant: significant), "")
    case .prefixed: return exact.prefixed(significant)
    case .integer:
      // Beyond 2⁵³ the digits that tell the number from its neighbours, as `toString` has them.
      let isSafe = value < 0x1p53
      return ((isSafe ? exact : DecimalDigits(shortest: value)).fixed(places: 0), "")
    case .binary: return (Self.radix(value, 2, isUpper: false), "")
    case .octal: return (Self.radix(value, 8, isUpper: false), "")
    case .hexadecimal: return (Self.radix(value, 16, isUpper: false), "")
    case .capitalHexadecimal: return (Self.radix(value, 16, isUpper: true), "")
    case .character: return (value.plainText, "")
    case nil: return (exact.precise(min(max(precision ?? 12, 1), 21)), "")
    }
  }

  /// A whole number in another base; beyond 2⁶³ its decimal digits, for which nobody asks.
  private static func radix(_ value: Double, _ radix: Int, isUpper: Bool) -> String {
    let rounded = value.rounded(.toNearestOrAwayFromZero)
    guard let whole = Int(exactly: rounded) else {
      return DecimalDigits(exactly: rounded).fixed(places: 0)
    }
    return String(whole, radix: radix, uppercase: isUpper)
  }

  /// Without the zeros at the end of the fraction, which may stand before an exponent.
  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")) else { return text }
    let end = bytes[(point + 1)...].firstIndex { !$0.isASCIIDigit } ?? bytes.count
    var kept = end
    while kept > point + 1, bytes[kept - 1] == UInt8(ascii: "0") { kept -= 1 }
    if kept == point + 1 { kept = point }
    return (bytes[..<kept] + bytes[end...]).text
  }

  /// The parts together, filled up to the width, the digits parted where `mark` is given.
  private func padded(
    _ prefix: String, _ digits: String, _ suffix: String, mark: String? = nil
  ) -> String {
    let fillsZeros = isZeroFilled || fill == "0" && alignment == .padded
    var digits = digits
    if let mark, !fillsZeros { digits = Self.grouped(digits, mark, width: .max) }
    let missing = max(0, (width ?? 0) - prefix.count - digits.count - suffix.count)
    if fillsZeros {
      digits = String(repeating: "0", count: missing) + digits
      if let mark {
        let width = missing > 0 ? (width ?? 0) - suffix.count : .max
        digits = Self.grouped(digits, mark, width: width)
      }
      return prefix + digits + suffix
    }
    let padding = String(repeating: fill, count: missing)
    switch alignment {
    case .left: return prefix + digits + suffix + padding
    case .padded: return prefix + padding + digits + suffix
    case .center:
      let before = missing / 2
      return padding.prefix(before) + prefix + digits + suffix + padding.dropFirst(before)
    case .right: return padding + prefix + digits + suffix
    }
  }

  /// The digits in groups of three from the right, at most `width` characters of them.
  private static func grouped(_ digits: String, _ mark: String, width: Int) -> String {
    guard digits.utf8.allSatisfy({ $0.isASCIIAlphanumeric }) else { return digits }
    var groups: [Substring] = []
    var rest = Substring(digits)
    var length = 0
    while !rest.isEmpty {
      let room = width == .max ? 3 : max(1, min(3, width - length))
      groups.append(rest.suffix(room))
      rest = rest.dropLast(room)
      length += room + mark.count
      if length > width { break }
    }
    return groups.reversed().joined(separator: mark)
  }
}

extension NumberFormat.Notation {
  /// Whether its digits may be letters.
  fileprivate var isLettered: Bool {
    switch self {
    case .binary, .octal, .hexadecimal, .capitalHexadecimal, .character: true
    default: false
    }
  }
}
