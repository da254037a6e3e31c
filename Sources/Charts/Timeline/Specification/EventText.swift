import Bytes
import Datasets
import Values

/// Values of a dataset as plain text on a timeline.
enum EventText {
  /// The value in words of `language`; nothing where it is missing.
  static func words(_ value: Value, in language: Language) -> String {
    switch value {
    case .missing: ""
    case .text(let text): text
    case .number(let number): number.decimalText()
    case .boolean(let boolean): boolean ? "true" : "false"
    case .date(let date): date.words(in: language)
    case .estimate(let estimate): estimate.words(in: language)
    }
  }
}
