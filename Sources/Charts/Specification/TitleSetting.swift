import Diagnostics
import Documents

/// What an axis, a legend or a field is called.
enum TitleSetting: Hashable, Sendable {
  /// What the field is called, where that says something.
  case automatic
  /// Nothing.
  case none
  /// Words of the author's own, line by line.
  case text([String])

  /// Reads a title, where null and empty text mean none.
  static func read(_ reader: inout PropertyReader, _ key: String = "title") -> TitleSetting {
    guard let entry = reader.entry(key) else { return .automatic }
    if entry.value.isNull { return .none }
    if let lines = entry.value.elements { return .text(lines.map { $0.text ?? "" }) }
    if let text = entry.value.text { return text.isEmpty ? .none : .text([text]) }
    reader.wrongType(entry.value, key, expected: "text")
    return .automatic
  }
}
