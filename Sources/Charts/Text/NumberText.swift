import Bytes
import Values

/// Writing numbers in a chart.
enum NumberText {
  /// Beyond this many digits nobody counts them, and a power of ten says more.
  private static let largestWritten = 1e15

  /// The number as readers of the language write it.
  static func text(_ value: Double, _ style: NumberStyle, _ words: ChartWords) -> String {
    let language = words.language
    guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "\u{2212}∞" : "∞" }
    switch style {
    case .format(let format): return format.text(value, in: language)
    case .automatic: return plain(value, isGrouped: true, language)
    case .name: return plain(value, isGrouped: false, language)
    case .fixed(let places, let isGrouped):
      guard value.magnitude < largestWritten else {
        return plain(value, isGrouped: isGrouped, language)
      }
      return NumberFormat(.fixed, precision: places, isGrouped: isGrouped).text(value, in: language)
    }
  }

  private static func plain(_ value: Double, isGrouped: Bool, _ language: Language) -> String {
    let size = value.magnitude
    var format = NumberFormat(.fixed, isGrouped: isGrouped)
    format.isTrimmed = true
    if size >= largestWritten || size > 0 && size < 1e-6 {
      format = NumberFormat(.exponent, precision: 2)
      format.isTrimmed = true
      // Nobody says the plus, and the minus is the real one.
      return format.text(value, in: language).replacing("e+", with: "e")
        .replacing("e-", with: "e\u{2212}")
    }
    format.precision = size >= 1_000 ? 2 : size >= 1 ? 3 : 6
    return format.text(value, in: language)
  }
}
