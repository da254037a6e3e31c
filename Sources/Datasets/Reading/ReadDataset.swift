import Bytes
import Diagnostics

/// A dataset with the rows it was read from, for the checks that need the cells as they stand.
struct ReadDataset {
  var dataset: Dataset
  let schema: SchemaDescriptor?
  let table: CellTable
  /// The table's row of each row of the dataset.
  let rows: [Int]
  /// The table's column of each column of the dataset.
  let columns: [Int]
  /// The texts that mean that a cell of each column has no value.
  let missing: [Set<String>]

  /// The index of a cell in the table, or nil where its row is too short to have it.
  func cell(row: Int, column: Int) -> Int? {
    let range = table.cells(of: rows[row])
    let index = range.lowerBound + columns[column]
    return index < range.upperBound ? index : nil
  }

  /// Whether a cell is there and has no value; one of a wrong type has none either, but was
  /// reported.
  func isMissing(row: Int, column: Int) -> Bool {
    cell(row: row, column: column).map { table.isMissing($0, missing[column]) } ?? false
  }

  /// What stands for a cell's value where it is compared with others.
  func value(row: Int, column: Int) -> Value {
    dataset.fields[column].kind.comparable(dataset.columns[column][row])
  }

  /// The place of one of the values that a list cell holds.
  func span(ofItem item: String, row: Int, column: Int) -> SourceSpan {
    let whole = dataset.span(row: row, column: column)
    guard let cell = cell(row: row, column: column),
      let separator = dataset.fields[column].separator
    else { return whole }
    let text = table.text(cell)
    // Escapes part the text from the bytes; then only the whole can be shown.
    guard whole.range.count == text.utf8.count else { return whole }
    let wanted = Array(item.utf8)
    var offset = 0
    for part in text.split(separator: separator, omittingEmptySubsequences: false) {
      let bytes = Array(part.utf8)
      let trimmed = bytes.trimmingASCIIWhitespace()
      if trimmed.elementsEqual(wanted) {
        return whole.slice(offset + trimmed.startIndex, count: trimmed.count)
      }
      offset += bytes.count + separator.utf8.count
    }
    return whole
  }
}
