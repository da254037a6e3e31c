import Datasets
import Diagnostics

/// A package of files by their paths, the first of which is the descriptor where its name says so.
struct PackageFixture {
  let files: [(path: String, bytes: [UInt8])]

  init(_ files: [(String, String)]) {
    self.files = files.map { ($0.0, Array($0.1.utf8)) }
  }

  func read() -> Outcome<DataPackage> {
    var descriptor: DataFile?
    var data: [DataFile] = []
    for (index, file) in files.enumerated() {
      let file = DataFile(path: file.path, file: SourceFileID(index), bytes: file.bytes)
      if file.path.hasPrefix("data/datapackage.") { descriptor = file }
      data.append(file)
    }
    return PackageReader.read(descriptor: descriptor, files: data)
  }

  /// The words that a diagnostic points at.
  func words(_ diagnostic: Diagnostic) -> String {
    guard let span = diagnostic.span else { return "" }
    return String(decoding: files[Int(span.file.index)].bytes[span.range], as: UTF8.self)
  }

  /// Code and words of every diagnostic, in the order of reports.
  func report(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.sortedForReport.map { "\($0.code.rawValue) \(words($0))" }
  }
}

/// Reads one CSV file without a descriptor.
func readCSV(_ text: String) -> (dataset: Dataset?, diagnostics: [Diagnostic], words: [String]) {
  let fixture = PackageFixture([("data/t.csv", text)])
  let outcome = fixture.read()
  let sorted = outcome.diagnostics.sortedForReport
  return (outcome.value.datasets["t"], sorted, sorted.map(fixture.words))
}

extension Dataset {
  /// The values of a row as text.
  func texts(_ row: Int) -> [String] { columns.map { $0[row].dataText } }
}
