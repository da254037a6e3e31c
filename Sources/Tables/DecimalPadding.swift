import Datasets
import Values

/// Invisible digits behind shorter numbers, so that the points of a column stand in one line.
///
/// Of a range the upper end is what stands beneath the other figures; signs such as ~ and ≥ stand
/// before it and leave it where it is.
struct DecimalPadding {
  /// The most decimals of the column.
  private let places: Int
  private let mark: Character?

  /// The padding of a column whose numbers are shown as `texts`.
  init(texts: [String], language: Language) {
    self.mark = language.decimalMark.first
    let mark = mark
    self.places = texts.map { Self.places($0, mark) }.max() ?? 0
  }

  /// The blanks to stand behind `text`: as wide as the mark and the digits that it lacks.
  func blanks(behind text: String) -> String {
    guard places > 0, !text.isEmpty else { return "" }
    let own = Self.places(text, mark)
    // U+2008 is as wide as a full stop, U+2007 as a figure.
    let point = own == 0 ? "\u{2008}" : ""
    return point + String(repeating: "\u{2007}", count: max(0, places - own))
  }

  private static func places(_ text: String, _ mark: Character?) -> Int {
    guard let mark else { return 0 }
    // Between negative numbers stands a word instead of the dash.
    let end =
      text.lastIndex { $0 == "–" || $0 == " " }.map { text[text.index(after: $0)...] } ?? text[...]
    guard let point = end.lastIndex(of: mark) else { return 0 }
    let digits = end[end.index(after: point)...].prefix { $0.isASCII && $0.isWholeNumber }
    return digits.count
  }
}
