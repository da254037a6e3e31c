import Bytes
import Diagnostics

/// A CSV file parted into cells; every cell knows its bytes.
struct CSVTable: Sendable {
  /// One cell's content without its quotation marks.
  struct Cell: Sendable {
    /// The offset of its first byte.
    var start: UInt32
    /// The offset after its last byte.
    var end: UInt32
    /// Whether it stood in quotation marks.
    var isQuoted: Bool
    /// Whether it holds quotation marks that are written twice.
    var hasDoubledQuotes: Bool
  }

  /// The file's bytes.
  let bytes: [UInt8]
  /// The file.
  let file: SourceFileID
  /// The cells, row after row, the header's first.
  var cells: [Cell] = []
  /// Where in `cells` each row begins.
  var rowStarts: [Int] = []

  /// How many rows there are, the header among them.
  var rowCount: Int { rowStarts.count }

  /// The indexes in `cells` of a row's cells.
  func cells(of row: Int) -> Range<Int> {
    rowStarts[row]..<(row + 1 < rowStarts.count ? rowStarts[row + 1] : cells.count)
  }

  /// Whether the row is a line with nothing in it, not even quotation marks.
  func isBlank(row: Int) -> Bool {
    let range = cells(of: row)
    guard range.count == 1, let cell = range.first.map({ cells[$0] }) else { return false }
    return cell.start == cell.end && !cell.isQuoted
  }

  /// The cell's text.
  func text(_ index: Int) -> String {
    let cell = cells[index]
    let content = bytes[Int(cell.start)..<Int(cell.end)]
    guard cell.hasDoubledQuotes else { return content.text }
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var isSecond = false
    for byte in content {
      isSecond = byte == .quote && !isSecond
      if byte != .quote || isSecond { result.append(byte) }
    }
    return result.text
  }

  /// The cell's place, its quotation marks left out.
  func span(_ index: Int) -> SourceSpan {
    SourceSpan(file, Int(cells[index].start)..<Int(cells[index].end))
  }

  /// The place of a whole row, quotation marks included, its line end left out.
  func span(ofRow row: Int) -> SourceSpan {
    let range = cells(of: row)
    guard let first = range.first, let last = range.last else { return SourceSpan(file, 0..<0) }
    let start = Int(cells[first].start) - (cells[first].isQuoted ? 1 : 0)
    var end = Int(cells[last].end)
    if cells[last].isQuoted, end < bytes.count, bytes[end] == .quote { end += 1 }
    return SourceSpan(file, max(0, start)..<end)
  }
}
