import Bytes
import Diagnostics

/// A text of delimiter-separated values, and where it stands.
struct CSVPart: Sendable {
  let bytes: [UInt8]
  let origin: TextOrigin
}

/// Parts comma-separated values, RFC 4180, into cells.
///
/// LF ends lines as CRLF does, the last line needs no end, and a byte order mark is skipped. What
/// the RFC does not allow is a fault, after which reading goes on as well as it can. Other dialects
/// are read by ``readDialect(_:from:)``.
struct CSVReader {
  /// Faults of one kind beyond which a file's faults are only counted.
  static let faultLimit = 50

  let dialect: CSVDialect
  let delimiter: UInt8
  private(set) var table: CSVTable
  private(set) var faults: LimitedDiagnostics
  /// Where the part that is being read ends.
  private(set) var end = 0

  /// The cells of a resource's files, one behind the other, each ending its last row.
  /// - Returns: The cells; nil where the first file is empty.
  static func read(_ parts: [CSVPart], dialect: CSVDialect) -> Outcome<CSVTable?> {
    guard let first = parts.first else { return Outcome(nil) }
    var bytes = first.bytes
    var origin = first.origin
    for part in parts.dropFirst() {
      origin.append(part.origin, behind: bytes.count)
      bytes += part.bytes
    }
    let mark = first.bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    guard first.bytes.count > mark else {
      return Outcome(
        nil,
        [
          Diagnostic(
            .csvInvalid, "this file is empty", at: first.origin.span(mark..<mark),
            help: "its first line names the columns")
        ])
    }
    guard bytes.count < TextCheck.largestFile else {
      return Outcome(
        nil,
        [
          Diagnostic(
            .csvInvalid, "these files are larger than 4 GiB together",
            at: first.origin.span(0..<0), help: "part them into several resources")
        ])
    }
    var reader = CSVReader(
      dialect: dialect, delimiter: dialect.delimiter.first ?? UInt8(ascii: ","),
      table: CSVTable(
        bytes: bytes, origin: origin, quote: dialect.quote, escape: dialect.escape),
      faults: LimitedDiagnostics(limit: faultLimit))
    reader.readAll(parts.map(\.bytes))
    return Outcome(reader.table, reader.faults.finish())
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private mutating func readAll(_ parts: [[UInt8]]) {
    let bytes = table.bytes
    table.cells.reserveCapacity(bytes.count / 8)
    table.rowStarts.reserveCapacity(bytes.count / 64)
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      for part in parts {
        end = start + part.count
        table.partRows.append(table.rowStarts.count)
        var index = start + (part.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0)
        while index < end {
          if dialect.isPlain {
            table.rowStarts.append(table.cells.count)
            index = readRow(buffer, from: index)
          } else {
            index = readDialect(buffer, from: index)
          }
        }
        start = end
      }
    }
  }

  /// Reads the row at `start` and gives the offset behind its line end.
  private mutating func readRow(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while true {
      if index < end, bytes[index] == .quote {
        index = readQuoted(bytes, from: index)
      } else {
        index = readPlain(bytes, from: index)
      }
      guard index < end else { return index }
      switch bytes[index] {
      case delimiter: index += 1
      case .newline: return index + 1
      default:
        // Both readers stop only at a delimiter or a line end, so that this is CR.
        if index + 1 < end, bytes[index + 1] == .newline { return index + 2 }
        reportReturn(index)
        return index + 1
      }
    }
  }

  /// Reports a carriage return that stands alone.
  mutating func reportReturn(_ index: Int) {
    report(
      "carriage-return", "a carriage return without a line feed stands here", index..<index + 1,
      help: "end lines with LF or CRLF")
  }

  /// Reports a quotation mark within a cell that has none about it.
  mutating func reportStrayQuote(_ index: Int) {
    report(
      "stray-quote", "a quotation mark stands within a cell that is not quoted", index..<index + 1,
      help: "quote the whole cell and write the mark twice")
  }

  /// Reports a quotation mark that opens a cell which never ends.
  mutating func reportUnclosed(_ index: Int) {
    report(
      "unclosed-quote", "this quotation mark is never closed", index..<index + 1,
      help: "close the cell with '\"', or write the mark twice in a quoted cell")
  }

  /// Reports what stands between a closing quotation mark and the delimiter.
  mutating func reportBehindQuote(_ range: Range<Int>) {
    report(
      "text-after-quote", "text stands behind the quotation mark that closes this cell", range,
      help: "a quotation mark within a quoted cell is written twice")
  }

  /// Reads a cell without quotation marks and gives the offset of what ended it.
  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let (end, delimiter) = (end, delimiter)
    while index < end {
      let byte = bytes[index]
      if byte == delimiter || byte == .newline || byte == .carriageReturn { break }
      if byte == .quote { reportStrayQuote(index) }
      index += 1
    }
    append(start..<index)
    return index
  }

  /// Reads a cell in quotation marks and gives the offset of what ended it.
  private mutating func readQuoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start + 1
    var isEscaped = false
    let end = end
    while index < end {
      guard bytes[index] == .quote else {
        index += 1
        continue
      }
      guard index + 1 < end, bytes[index + 1] == .quote else { break }
      isEscaped = true
      index += 2
    }
    append(start + 1..<index, isQuoted: true, isEscaped: isEscaped)
    guard index < end else {
      reportUnclosed(start)
      return index
    }
    index += 1
    let rest = index
    while index < end, bytes[index] != delimiter, bytes[index] != .newline,
      bytes[index] != .carriageReturn
    {
      index += 1
    }
    if index > rest { reportBehindQuote(rest..<index) }
    return index
  }

  /// Begins a row.
  mutating func beginRow() { table.rowStarts.append(table.cells.count) }

  /// Adds a cell of those bytes.
  @inline(__always)
  mutating func append(_ range: Range<Int>, isQuoted: Bool = false, isEscaped: Bool = false) {
    table.cells.append(
      CSVTable.Cell(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound), isQuoted: isQuoted,
        isEscaped: isEscaped))
  }

  private mutating func report(
    _ kind: String, _ message: String, _ range: Range<Int>, help: String
  ) {
    faults.add(
      Diagnostic(.csvInvalid, message, at: table.origin.span(range), help: help), kind: kind)
  }
}
