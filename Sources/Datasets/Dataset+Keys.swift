extension Dataset {
  /// The row whose primary key is `key`, each part as it stands in the data file; nil where there
  /// is none, or where the dataset has no primary key of as many parts.
  public func row(withKey key: [String]) -> Int? {
    let columns = primaryKey.compactMap(columnIndex(named:)).map { self.columns[$0] }
    guard !key.isEmpty, columns.count == key.count, columns.count == primaryKey.count else {
      return nil
    }
    let tests = zip(columns, key).map { $0.holds($1) }
    return (0..<rowCount).first { row in tests.allSatisfy { $0(row) } }
  }

  /// The primary key of a row, each part as it stands in the data file; empty where there is none.
  public func key(ofRow row: Int) -> [String] {
    guard row >= 0, row < rowCount else { return [] }
    return primaryKey.compactMap(column(named:)).map { $0[row].dataText }
  }
}

extension Column {
  /// A test for rows that hold what a data file writes as `text`.
  ///
  /// A text may have a value in every sentence, so the usual keys are compared as they are stored
  /// rather than written out row for row.
  fileprivate func holds(_ text: String) -> (Int) -> Bool {
    switch self {
    case .texts(let values): return { values[$0] == text }
    case .numbers(let values):
      guard let number = Double(text), number.plainText == text else { return { _ in false } }
      return { values[$0] == number }
    case .booleans, .dates, .estimates:
      return { self[$0] != .missing && self[$0].dataText == text }
    }
  }
}
