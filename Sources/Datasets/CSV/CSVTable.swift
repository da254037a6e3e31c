import Bytes
import Diagnostics

/// Delimiter-separated text parted into cells; every cell knows its bytes.
struct CSVTable: Sendable {
  /// One cell's content without its quotation marks.
  struct Cell: Sendable {
    /// The offset of its first byte.
    var start: UInt32
    /// The offset after its last byte.
    var end: UInt32
    /// Whether it stood in quotation marks.
    var isQuoted: Bool
    /// Whether it holds quotation marks that are written twice, or escapes.
    var isEscaped: Bool
  }

  /// The text: the file's bytes, or those of several files in a row.
  let bytes: [UInt8]
  /// Where the text stands.
  let origin: TextOrigin
  /// What stands about cells, and what takes the meaning from the character behind it.
  let quote: UInt8?
  let escape: UInt8?
  /// The cells, row after row, the header's first.
  var cells: [Cell] = []
  /// Where in `cells` each row begins.
  var rowStarts: [Int] = []
  /// The first row of each part of the text.
  var partRows: [Int] = []

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
    return cell.isEscaped ? unescaped(content, isQuoted: cell.isQuoted).text : content.text
  }

  private func unescaped(_ content: ArraySlice<UInt8>, isQuoted: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      let byte = content[index]
      index += 1
      if byte == escape, index < content.endIndex {
        result.append(content[index])
        index += 1
        continue
      }
      result.append(byte)
      if isQuoted, byte == quote, index < content.endIndex, content[index] == byte { index += 1 }
    }
    return result
  }

  /// The cell's place, its quotation marks left out.
  func span(_ index: Int) -> SourceSpan {
    origin.span(Int(cells[index].start)..<Int(cells[index].end))
  }

  /// The place of a whole row, quotation marks included, its line end left out.
  func span(ofRow row: Int) -> SourceSpan { origin.span(range(ofRow: row)) }

  /// The bytes of a row.
  private func range(ofRow row: Int) -> Range<Int> {
    let range = cells(of: row)
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return start(of: first)..<end(of: last)
  }

  /// The place of some cells that stand in a row, quotation marks included.
  func span(ofCells range: Range<Int>) -> SourceSpan {
    guard let first = range.first, let last = range.last else { return origin.span(0..<0) }
    return origin.span(start(of: first)..<end(of: last))
  }

  private func start(of cell: Int) -> Int {
    max(0, Int(cells[cell].start) - (cells[cell].isQuoted ? 1 : 0))
  }

  private func end(of cell: Int) -> Int {
    let end = Int(cells[cell].end)
    guard cells[cell].isQuoted, end < bytes.count, bytes[end] == quote else { return end }
    return end + 1
  }

  /// Whether two rows hold the same texts.
  func hasSameTexts(_ row: Int, as other: Int) -> Bool {
    let (first, second) = (cells(of: row), cells(of: other))
    return first.count == second.count
      && zip(first, second).allSatisfy { text($0) == text($1) }
  }
}
