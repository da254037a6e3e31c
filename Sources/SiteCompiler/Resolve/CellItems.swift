import Bytes
import Datasets
import Diagnostics
import SiteModel

/// Finds the values of a list where they stand in its cell.
struct CellItems {
  let tree: SourceTree

  /// The place of `item` in a cell of `dataset`; the cell's own where it cannot be told, such as
  /// where quotation marks are doubled.
  func span(of item: String, in dataset: Dataset, row: Int, column: Int) -> SourceSpan {
    let cell = dataset.span(row: row, column: column)
    guard let separator = dataset.fields[column].separator, !separator.isEmpty,
      tree.files.indices.contains(Int(cell.file.index)),
      cell.range.upperBound <= tree[cell.file].bytes.count
    else { return cell }
    let bytes = tree[cell.file].bytes[cell.range]
    let wanted = Array(item.utf8)
    let mark = Array(separator.utf8)
    var start = bytes.startIndex
    while start <= bytes.endIndex {
      var end = start
      while end < bytes.endIndex, !bytes[end...].starts(with: mark) { end += 1 }
      let found = bytes[start..<end].trimmingASCIIWhitespace()
      if found.elementsEqual(wanted) {
        return SourceSpan(cell.file, found.startIndex..<found.endIndex)
      }
      start = end + mark.count
    }
    return cell
  }
}
