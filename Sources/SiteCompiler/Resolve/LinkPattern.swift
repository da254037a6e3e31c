import Datasets

/// Where a row leads: a column that holds a path, or a pattern such as `../actors/{actor}.md`.
struct LinkPattern {
  private let pattern: String
  private let dataset: Dataset

  /// The link of `dataset`'s rows that a block writes as `pattern`.
  init(_ pattern: String, in dataset: Dataset) {
    self.pattern = pattern
    self.dataset = dataset
  }

  /// The path of `row`, or nil where the row has none: a cell that it needs is empty.
  func path(row: Int) -> String? {
    guard pattern.contains("{") else { return text(of: pattern, row: row) }
    var result = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      guard let text = text(of: String(rest[rest.index(after: open)..<close]), row: row) else {
        return nil
      }
      result += text
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The cell's text; of a list its first item.
  private func text(of name: String, row: Int) -> String? {
    guard let column = dataset.columnIndex(named: name) else { return nil }
    switch dataset.columns[column][row] {
    case .missing: return nil
    case .text(let text): return dataset.fields[column].items(of: text).first
    case let value: return value.dataText
    }
  }
}
