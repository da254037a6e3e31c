import Diagnostics
import Documents
import Values

/// How values are written: a specifier of d3-format or d3-time-format.
enum LabelFormat: Hashable, Sendable {
  /// As a number.
  case number(NumberFormat)
  /// As a moment.
  case time(TimeFormat)
}

extension LabelFormat {
  /// The format that `text` writes for values of a kind.
  static func parse(_ text: Spanned<String>, isTime: Bool) -> Outcome<LabelFormat?> {
    if isTime {
      switch TimeFormat.parse(text.value) {
      case .success(let format): return Outcome(.time(format))
      case .failure(let error):
        return fault("'\(text.value)' is no format for times: \(error.message)", at: text.span)
      }
    }
    switch NumberFormat.parse(text.value) {
    case .success(let format): return Outcome(.number(format))
    case .failure(let error):
      return fault(
        "'\(text.value)' is no format for numbers: \(error.message)", at: text.span,
        help: "it can be like ',.1f', '.0%', '~s', 'd', '$,.2f'")
    }
  }

  private static func fault(
    _ message: String, at span: SourceSpan, help: String? = nil
  ) -> Outcome<LabelFormat?> {
    Outcome(nil, [Diagnostic(.chartUnsupported, message, at: span, help: help)])
  }
}
