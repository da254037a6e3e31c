import Bytes
import Datasets
import Values

/// Reads cells of a dataset as plain text, as pictures show it.
struct CellTexts: Sendable {
  /// The language in which dates and estimates are said.
  let language: Language

  /// The texts of a cell: several where its column is a list; one that is empty where it is.
  func texts(_ path: FieldPath, row: Int, of dataset: Dataset) -> [String] {
    let value = dataset.value(path, row: row)
    guard case .text(let text) = value, path.part == nil else { return [words(value)] }
    let field = dataset.fields[path.column]
    let items = field.items(of: text)
    return items.isEmpty ? [""] : items.map(field.label(of:))
  }

  /// The value in words; nothing where it is missing.
  private func words(_ value: Value) -> String {
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
