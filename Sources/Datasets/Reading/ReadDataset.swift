import Bytes
import Diagnostics

/// A dataset with the file it was read from, for the checks that need the bytes.
struct ReadDataset {
  var dataset: Dataset
  let schema: SchemaDescriptor?
  let table: CSVTable
  /// The table's row of each row of the dataset.
  let rows: [Int]
  /// The table's column of each column of the dataset.
  let columns: [Int]

  /// The index of a cell in the table, or nil where its row is too short to have it.
  func cell(row: Int, column: Int) -> Int? {
    let range = table.cells(of: rows[row])
    let index = range.lowerBound + columns[column]
    return index < range.upperBound ? index : nil
  }

  /// The place of one of the values that a list cell holds.
  func span(ofItem item: String, row: Int, column: Int) -> SourceSpan {
    let whole = dataset.span(row: row, column: column)
    guard let cell = cell(row: row, column: column), !table.cells[cell].hasDoubledQuotes,
      let separator = dataset.fields[column].separator
    else { return whole }
    let wanted = Array(item.utf8)
    var offset = 0
    for part in table.text(cell).split(separator: separator, omittingEmptySubsequences: false) {
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
