import Bytes

extension Dataset {
  /// The dataset as CSV, RFC 4180 in UTF-8 without a byte order mark.
  ///
  /// Lines end in LF, as all files that Dossier writes do. A cell is quoted only where it must be:
  /// where it holds a comma, a quotation mark or a line end, and where a row would otherwise be an
  /// empty line. Cells stand as they were read, formulas among them.
  /// - Parameter rows: The rows to write, in order; nil means all of them.
  public func csv(rows: [Int]? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendCSVRow(fields.map(\.name))
    for row in rows ?? Array(0..<rowCount) where row >= 0 && row < rowCount {
      bytes.appendCSVRow(columns.map { $0[row].dataText })
    }
    return bytes
  }
}

extension [UInt8] {
  /// Appends one line.
  fileprivate mutating func appendCSVRow(_ cells: [String]) {
    guard !cells.isEmpty else { return }
    for (index, cell) in cells.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      let mustQuote =
        cells.count == 1 && cell.isEmpty
        || cell.utf8.contains {
          $0 == UInt8(ascii: ",") || $0 == .quote || $0 == .newline || $0 == .carriageReturn
        }
        // A mark at the start of the file would be taken for the sign of its encoding.
        || isEmpty && cell.utf8.starts(with: [0xEF, 0xBB, 0xBF])
      guard mustQuote else {
        append(contentsOf: cell.utf8)
        continue
      }
      append(.quote)
      for byte in cell.utf8 {
        if byte == .quote { append(.quote) }
        append(byte)
      }
      append(.quote)
    }
    append(.newline)
  }
}
