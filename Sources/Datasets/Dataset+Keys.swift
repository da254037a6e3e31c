extension Dataset {
  /// The row whose primary key is `key`, each part as it stands in the data file; nil where there
  /// is none, or where the dataset has no primary key of as many parts.
  public func row(withKey key: [String]) -> Int? {
    let columns = primaryKey.compactMap(columnIndex(named:)).map { self.columns[$0] }
    guard !key.isEmpty, columns.count == key.count, columns.count == primaryKey.count else {
      return nil
    }
    return (0..<rowCount).first { row in
      zip(columns, key).allSatisfy { $0[row] != .missing && $0[row].dataText == $1 }
    }
  }

  /// The primary key of a row, each part as it stands in the data file; empty where there is none.
  public func key(ofRow row: Int) -> [String] {
    guard row >= 0, row < rowCount else { return [] }
    return primaryKey.compactMap(column(named:)).map { $0[row].dataText }
  }
}
