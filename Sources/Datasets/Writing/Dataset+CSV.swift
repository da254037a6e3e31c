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
