import Datasets

extension BoundTable {
  /// What a total comes to, over all rows that meet the condition, shown or not.
  func value(of total: Total) -> Value { value(of: total, over: matchingRows) }

  /// What a total comes to over some rows.
  func value(of total: Total, over rows: [Int]) -> Value {
    let path = columns[total.column].path
    return total.aggregate.value(of: rows.map { dataset.value(path, row: $0) })
  }

  /// Whether a total leaves empty cells out, so that it may not be all there is. A count of those
  /// that are filled leaves nothing out, and where nothing can be said there is no total.
  func hasGap(_ total: Total, in rows: [Int]) -> Bool {
    guard total.aggregate != .count else { return false }
    let path = columns[total.column].path
    return rows.contains { dataset.value(path, row: $0) == .missing }
      && value(of: total, over: rows) != .missing
  }
}
