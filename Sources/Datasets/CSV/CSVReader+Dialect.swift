import Bytes

/// Reading dialects that are not RFC 4180's.
extension CSVReader {
  /// Reads the row at `start`, or skips the comment there, and gives the offset behind its end.
  mutating func readDialect(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if let comment = dialect.comment, isThere(comment, bytes, start) {
      var index = start
      while index < end {
        let width = terminatorWidth(bytes, index)
        if width > 0 { return index + width }
        index += 1
      }
      return index
    }
    beginRow()
    var index = start
    while true {
      if dialect.skipsInitialSpace {
        while index < end, bytes[index] == .space { index += 1 }
      }
      if index < end, let quote = dialect.quote, bytes[index] == quote {
        index = readQuotedCell(bytes, from: index, quote)
      } else {
        index = readPlainCell(bytes, from: index)
      }
      guard index < end else { return index }
      guard isThere(dialect.delimiter, bytes, index) else {
        return index + max(1, terminatorWidth(bytes, index))
      }
      index += dialect.delimiter.count
    }
  }

  /// Whether those bytes stand at `index`.
  private func isThere(_ wanted: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int)
    -> Bool
  {
    guard index + wanted.count <= end else { return false }
    for offset in wanted.indices where bytes[index + offset] != wanted[offset] { return false }
    return true
  }

  /// How many bytes at `index` end a row; 0 where none do.
  private mutating func terminatorWidth(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> Int {
    if let terminator = dialect.terminator {
      return isThere(terminator, bytes, index) ? terminator.count : 0
    }
    switch bytes[index] {
    case .newline: return 1
    case .carriageReturn:
      if index + 1 < end, bytes[index + 1] == .newline { return 2 }
      reportReturn(index)
      return 1
    default: return 0
    }
  }

  /// Whether a cell ends at `index`.
  private func isEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if isThere(dialect.delimiter, bytes, index) { return true }
    if let terminator = dialect.terminator { return isThere(terminator, bytes, index) }
    return bytes[index] == .newline || bytes[index] == .carriageReturn
  }

  private mutating func readPlainCell(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    var isEscaped = false
    while index < end, !isEnd(bytes, index) {
      if bytes[index] == dialect.escape, index + 1 < end {
        isEscaped = true
        index += 2
        continue
      }
      if bytes[index] == dialect.quote { reportStrayQuote(index) }
      index += 1
    }
    append(start..<index, isEscaped: isEscaped)
    return index
  }

  private mutating func readQuotedCell(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ quote: UInt8
  ) -> Int {
    var index = start + 1
    var isEscaped = false
    while index < end {
      if bytes[index] == dialect.escape, index + 1 < end {
        isEscaped = true
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if dialect.doublesQuotes, index + 1 < end, bytes[index + 1] == quote {
        isEscaped = true
        index += 2
      } else {
        break
      }
    }
    append(start + 1..<index, isQuoted: true, isEscaped: isEscaped)
    guard index < end else {
      reportUnclosed(start)
      return index
    }
    index += 1
    let rest = index
    while index < end, !isEnd(bytes, index) { index += 1 }
    if index > rest { reportBehindQuote(rest..<index) }
    return index
  }
}
