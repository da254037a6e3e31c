import Datasets
import Diagnostics
import Documents

/// What the blocks of the house that are no charts read alike.
extension MappingReader {
  /// Text with its place; text that is empty is of the wrong type.
  mutating func words(_ key: String) -> Spanned<String>? {
    guard let node = node(key) else { return nil }
    guard let text = node.text, !text.isEmpty else {
      wrongType(node, key, expected: "text")
      return nil
    }
    return Spanned(text, at: node.span)
  }

  /// Text that must be there.
  mutating func requiredWords(_ key: String) -> Spanned<String>? {
    required(key) == nil ? nil : words(key)
  }

  /// A condition on rows.
  mutating func condition(_ key: String) -> Condition? {
    guard let node = node(key) else { return nil }
    return take(Condition.parse(node))
  }

  /// The rows: `data` is a dataset's name, or a list of rows, or a mapping with `values`, as in
  /// Vega-Lite.
  mutating func rows() -> RowSource? {
    guard let node = required("data") else { return nil }
    if let name = node.text { return .named(Spanned(name, at: node.span)) }
    var rows = node
    if node.entries != nil {
      var inner = MappingReader(node, of: "the data of \(subject)", unknownKey: .blockKeyUnknown)
      let values = inner.required("values")
      for diagnostic in inner.finish() { report(diagnostic) }
      guard let values else { return nil }
      rows = values
    }
    return take(Dataset.inline(rows, name: "data")).map { .inline($0) }
  }

  /// The value of `outcome`, whose findings are taken as this reader's.
  mutating func take<Value>(_ outcome: Outcome<Value>) -> Value {
    for diagnostic in outcome.diagnostics { report(diagnostic) }
    return outcome.value
  }
}
