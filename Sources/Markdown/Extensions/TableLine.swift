import Bytes

/// A line of a pipe table, GitHub Flavored Markdown 0.29, section 4.10.
enum TableLine {
  /// The cells of a row, white space at their ends left out; escaped pipes part no cells.
  static func cells(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
    let line = trimmed(bytes, line)
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    if start < line.upperBound, bytes[start] == pipe { start += 1 }
    var place = start
    while place < line.upperBound {
      if bytes[place] == pipe, place == start || bytes[place - 1] != .backslash {
        cells.append(trimmed(bytes, start..<place))
        start = place + 1
      }
      place += 1
    }
    // What stands behind the last pipe is a cell where it is more than white space.
    let last = trimmed(bytes, start..<max(start, line.upperBound))
    if !last.isEmpty { cells.append(last) }
    return cells
  }

  /// What a delimiter row says of each column; nil where the line is none.
  ///
  /// A row of hyphens alone underlines a heading.
  static func alignments(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
  ) -> [TableBlock.Alignment?]? {
    guard let first = bytes[line].first,
      first == pipe || first == colon || first == UInt8(ascii: "-"),
      bytes[line].contains(where: { $0 == pipe || $0 == colon })
    else { return nil }
    let cells = cells(bytes, line)
    var alignments: [TableBlock.Alignment?] = []
    for cell in cells {
      let isLeft = bytes[cell].first == colon
      let isRight = cell.count > 1 && bytes[cell].last == colon
      let marks = (cell.lowerBound + (isLeft ? 1 : 0))..<(cell.upperBound - (isRight ? 1 : 0))
      guard !marks.isEmpty, bytes[marks].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
        return nil
      }
      alignments.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : nil)
    }
    return alignments.isEmpty ? nil : alignments
  }

  static let pipe = UInt8(ascii: "|")
  private static let colon = UInt8(ascii: ":")

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start].isMarkdownSpace { start += 1 }
    while end > start, bytes[end - 1].isMarkdownSpace { end -= 1 }
    return start..<end
  }
}
