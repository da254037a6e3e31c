import Diagnostics

/// Checks that the primary key identifies every row.
enum KeyCheck {
  static func check(_ read: ReadDataset) -> [Diagnostic] {
    let dataset = read.dataset
    let key = dataset.primaryKey.compactMap(dataset.columnIndex(named:))
    // A key of which a column is missing was reported, and what is left need not identify.
    guard let leading = key.first, key.count == read.schema?.primaryKey.count else { return [] }
    var faults = LimitedDiagnostics(limit: CSVReader.faultLimit)
    var first: [[Value]: Int] = [:]
    first.reserveCapacity(dataset.rowCount)
    for row in 0..<dataset.rowCount {
      let values = key.map { read.value(row: row, column: $0) }
      if values.contains(.missing) {
        for column in key where dataset.columns[column][row] == .missing {
          guard read.isMissing(row: row, column: column) else { continue }
          faults.add(
            Diagnostic(
              .cellConstraint,
              "column '\(dataset.fields[column].name)' is in the primary key and may not be empty",
              at: dataset.span(row: row, column: column)), kind: "missing")
        }
        continue
      }
      guard let twin = first.updateValue(row, forKey: values) else { continue }
      first[values] = twin
      faults.add(
        Diagnostic(
          .keyDuplicate, "the key \(read.words(key, row)) stands twice in '\(dataset.name)'",
          at: dataset.span(row: row, column: leading),
          labels: [
            Diagnostic.Label(dataset.span(row: twin, column: leading), "it is first here")
          ], help: "a primary key names one row"), kind: "duplicate")
    }
    return faults.finish()
  }
}

extension ReadDataset {
  /// The texts of some of a row's cells as one name, for messages.
  func words(_ columns: [Int], _ row: Int) -> String {
    let texts = columns.map { column in
      cell(row: row, column: column).map { table.text($0).shortened } ?? ""
    }
    return texts.count == 1 ? "'\(texts[0])'" : "[\(texts.joined(separator: ", "))]"
  }
}
