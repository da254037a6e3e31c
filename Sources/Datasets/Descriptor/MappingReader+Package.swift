import Diagnostics
import Documents

extension MappingReader {
  /// Takes keys that say nothing about how the data is to be read.
  mutating func accept(_ keys: [String]) {
    for key in keys { _ = node(key) }
  }

  /// Refuses keys of the standards that Dossier does not act on, since leaving them out silently
  /// would read the data in another way than the author means.
  mutating func refuse(_ keys: [String]) {
    for key in keys {
      guard let entry = entry(key) else { continue }
      report(
        Diagnostic(
          .packageInvalid, "'\(key)' of \(subject) is not supported", at: entry.keySpan))
    }
  }

  /// Refuses a key whose value is not the only one that is supported.
  mutating func expect(_ key: String, oneOf words: [String]) {
    guard let node = node(key) else { return }
    if case .scalar(let text, _) = node.content, words.contains(text.asciiLowercased) { return }
    let shown = node.text.map { "'\($0)'" } ?? node.kindInWords
    report(
      Diagnostic(
        .packageInvalid, "\(shown) as '\(key)' of \(subject) is not supported", at: node.span,
        help: words.first.map { "it can be \($0)" }))
  }
}
