import Bytes
import Values

/// Writing numbers under a format.
enum NumberText {
  /// Beyond this many digits nobody counts them, and a power of ten says more.
  private static let largestWritten = 1e15
  /// A figure space is no help in measured text; the minus sign is the real one.
  private static let minus = "\u{2212}"

  /// The number as readers of the language write it.
  static func text(_ value: Double, _ format: NumberFormat, _ words: ChartWords) -> String {
    guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "\(minus)∞" : "∞" }
    var body: String
    switch format.notation {
    case .percent: body = decimal(value.magnitude * 100, format, places: 0, words) + "%"
    case .prefixed: body = prefixed(value.magnitude, format, words)
    case .integer: body = decimal(value.magnitude, format, places: 0, words)
    case .fixed: body = decimal(value.magnitude, format, places: 6, words)
    case .plain: body = plain(value.magnitude, format, words)
    }
    if format.hasDollar { body = "$" + body }
    let isZero = !body.utf8.contains { (0x31...0x39).contains($0) }
    if value < 0, !isZero { return minus + body }
    return format.showsPlus ? "+" + body : body
  }

  private static func plain(
    _ value: Double, _ format: NumberFormat, _ words: ChartWords
  ) -> String {
    if value >= largestWritten || value > 0 && value < 1e-6 {
      let power = Logarithm.floor(value)
      let head = (value / Logarithm.power(power)).decimalText(places: 2)
      let exponent = power < 0 ? minus + String(-power) : String(power)
      return "\(localized(head, words, isGrouped: false))e\(exponent)"
    }
    let places = value >= 1_000 ? 2 : value >= 1 ? 3 : 6
    return localized(value.decimalText(places: places), words, isGrouped: format.isGrouped)
  }

  private static func decimal(
    _ value: Double, _ format: NumberFormat, places: Int, _ words: ChartWords
  ) -> String {
    guard value < largestWritten else { return plain(value, format, words) }
    let places = min(format.precision ?? places, 9)
    var text = value.decimalText(places: places)
    if !format.trimsZeros, places > 0 {
      let fraction = text.split(separator: ".", omittingEmptySubsequences: false)
      let written = fraction.count > 1 ? fraction[1].utf8.count : 0
      text += (written == 0 ? "." : "") + String(repeating: "0", count: places - written)
    }
    return localized(text, words, isGrouped: format.isGrouped)
  }

  private static func prefixed(
    _ value: Double, _ format: NumberFormat, _ words: ChartWords
  ) -> String {
    let prefixes: [(size: Double, sign: String)] = [
      (1e24, "Y"), (1e21, "Z"), (1e18, "E"), (1e15, "P"), (1e12, "T"), (1e9, "G"), (1e6, "M"),
      (1e3, "k"), (1, ""), (1e-3, "m"), (1e-6, "µ"), (1e-9, "n"),
    ]
    let prefix = prefixes.first { value >= $0.size } ?? (1, "")
    let scaled = value / prefix.size
    // The precision counts significant digits here, as in d3-format.
    let whole = scaled >= 100 ? 3 : scaled >= 10 ? 2 : 1
    var inner = format
    inner.precision = max(0, min((format.precision ?? 6) - whole, 9))
    return decimal(scaled, inner, places: 0, words) + prefix.sign
  }

  private static func localized(
    _ text: String, _ words: ChartWords, isGrouped: Bool
  ) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    var digits = String(parts[0])
    if isGrouped, digits.utf8.count > 3 {
      var grouped = ""
      for (index, digit) in digits.enumerated() {
        if index > 0, (digits.utf8.count - index) % 3 == 0 { grouped += words.language.groupMark }
        grouped.append(digit)
      }
      digits = grouped
    }
    guard parts.count > 1, !parts[1].isEmpty else { return digits }
    return digits + words.language.decimalMark + parts[1]
  }
}
