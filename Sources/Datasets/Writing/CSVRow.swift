import Bytes

extension [UInt8] {
  /// Appends one line of CSV (RFC 4180): a cell is quoted only where it must be.
  public mutating func appendCSVRow(_ cells: [String]) {
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
