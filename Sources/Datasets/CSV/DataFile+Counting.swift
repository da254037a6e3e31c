import Diagnostics

extension DataFile {
  /// How many cells the file has as CSV, for measuring what parting it costs: the check of the bytes
  /// and the parting, nothing else.
  package func countCells() -> Int {
    guard TextCheck.fault(of: bytes, in: file) == nil else { return 0 }
    let part = CSVPart(bytes: bytes, origin: TextOrigin(file))
    return CSVReader.read([part], dialect: CSVDialect()).value?.cells.count ?? 0
  }
}
