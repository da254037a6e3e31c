import Datasets
import Values

/// Writes single values for readers.
struct ValueRenderer {
  let language: Language

  /// The value in words.
  func words(_ value: Value) -> String {
    ValueFormat.text(value, of: nil, in: nil, language)
  }
}
