import Datasets
import Markup
import Values

/// Writes single values for readers.
struct ValueRenderer {
  let language: Language

  /// The value in words.
  func words(_ value: Value) -> String {
    switch value {
    case .missing: ""
    case .text(let text): text
    case .number(let number): NumberWords.grouped(number, in: language)
    case .boolean(let flag): flag ? "yes" : "no"
    case .date(let date): date.words(in: language)
    case .estimate(let estimate): estimate.words(in: language)
    }
  }
}
