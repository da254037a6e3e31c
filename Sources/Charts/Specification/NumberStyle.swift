import Diagnostics
import Documents
import Values

/// How numbers are written in a chart: as it suits the axis, or as the author asks.
enum NumberStyle: Hashable, Sendable {
  /// As short as it can be, its thousands parted.
  case automatic
  /// A number that is a name: its thousands are not parted.
  case name
  /// With a fixed number of places behind the point.
  case fixed(places: Int, isGrouped: Bool)
  /// As a d3-format specifier says.
  case format(NumberFormat)
}

extension NumberStyle {
  /// Reads `format: ',.1f'`.
  static func read(_ reader: inout PropertyReader) -> NumberStyle? {
    guard let text = reader.text("format") else { return nil }
    switch NumberFormat.parse(text.value) {
    case .success(let format): return .format(format)
    case .failure(let error):
      reader.report(
        .chartUnsupported, "'\(text.value)' is no format for numbers: \(error.message)",
        at: text.span, help: "it can be like ',.1f', '.0%', '~s', 'd', '$,.2f'")
      return nil
    }
  }
}
