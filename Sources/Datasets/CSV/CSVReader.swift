import Bytes
import Diagnostics

/// Parts comma-separated values, RFC 4180, into cells.
///
/// LF ends lines as CRLF does, the last line needs no end, and a byte order mark is skipped. What
/// the RFC does not allow is a fault, after which reading goes on as well as it can.
struct CSVReader {
  /// Faults of one kind beyond which a file's faults are only counted.
  static let faultLimit = 50

  let delimiter: UInt8
  private(set) var table: CSVTable
  private(set) var faults: LimitedDiagnostics

  /// The cells of `bytes`; nil where the file is empty or no text.
  static func read(
    _ bytes: [UInt8], in file: SourceFileID, delimiter: UInt8 = UInt8(ascii: ",")
  ) -> Outcome<CSVTable?> {
    if let fault = CSVEncoding.fault(of: bytes, in: file) { return Outcome(nil, [fault]) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count > start else {
      let span = SourceSpan(file, start..<start)
      return Outcome(
        nil,
        [
          Diagnostic(
            .csvInvalid, "this file is empty", at: span,
            help: "its first line names the columns")
        ])
    }
    var reader = CSVReader(
      delimiter: delimiter, table: CSVTable(bytes: bytes, file: file),
      faults: LimitedDiagnostics(limit: faultLimit))
    reader.readAll(from: start)
    return Outcome(reader.table, reader.faults.finish())
  }

  private mutating func readAll(from start: Int) {
    let bytes = table.bytes
    table.cells.reserveCapacity(bytes.count / 8)
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index < buffer.count {
        table.rowStarts.append(table.cells.count)
        index = readRow(buffer, from: index)
      }
    }
  }

  /// Reads the row at `start` and gives the offset behind its line end.
  private mutating func readRow(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while true {
      if index < bytes.count, bytes[index] == .quote {
        index = readQuoted(bytes, from: index)
      } else {
        index = readPlain(bytes, from: index)
      }
      guard index < bytes.count else { return index }
      switch bytes[index] {
      case delimiter: index += 1
      case .newline: return index + 1
      default:
        // Both readers stop only at a delimiter or a line end, so that this is CR.
        if index + 1 < bytes.count, bytes[index + 1] == .newline { return index + 2 }
        report(
          "carriage-return", "a carriage return without a line feed stands here",
          index..<index + 1, help: "end lines with LF or CRLF")
        return index + 1
      }
    }
  }

  /// Reads a cell without quotation marks and gives the offset of what ended it.
  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == .newline || byte == .carriageReturn { break }
      if byte == .quote {
        report(
          "stray-quote", "a quotation mark stands within a cell that is not quoted",
          index..<index + 1, help: "quote the whole cell and write the mark twice")
      }
      index += 1
    }
    append(start..<index)
    return index
  }

  /// Reads a cell in quotation marks and gives the offset of what ended it.
  private mutating func readQuoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start + 1
    var hasDoubledQuotes = false
    while index < bytes.count {
      guard bytes[index] == .quote else {
        index += 1
        continue
      }
      guard index + 1 < bytes.count, bytes[index + 1] == .quote else { break }
      hasDoubledQuotes = true
      index += 2
    }
    append(start + 1..<index, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
    guard index < bytes.count else {
      report(
        "unclosed-quote", "this quotation mark is never closed", start..<start + 1,
        help: "close the cell with '\"', or write the mark twice in a quoted cell")
      return index
    }
    index += 1
    let rest = index
    while index < bytes.count, bytes[index] != delimiter, bytes[index] != .newline,
      bytes[index] != .carriageReturn
    {
      index += 1
    }
    if index > rest {
      report(
        "text-after-quote", "text stands behind the quotation mark that closes this cell",
        rest..<index, help: "a quotation mark within a quoted cell is written twice")
    }
    return index
  }

  private mutating func append(
    _ range: Range<Int>, isQuoted: Bool = false, hasDoubledQuotes: Bool = false
  ) {
    table.cells.append(
      CSVTable.Cell(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound), isQuoted: isQuoted,
        hasDoubledQuotes: hasDoubledQuotes))
  }

  private mutating func report(
    _ kind: String, _ message: String, _ range: Range<Int>, help: String
  ) {
    faults.add(
      Diagnostic(.csvInvalid, message, at: SourceSpan(table.file, range), help: help), kind: kind)
  }
}
