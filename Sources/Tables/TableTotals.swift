import Datasets

extension BoundTable {
  /// What a total comes to, over all rows that meet the condition, shown or not.
  func value(of total: Total) -> Value { value(of: total, over: matchingRows) }

  /// What a total comes to over some rows.
  func value(of total: Total, over rows: [Int]) -> Value {
    let path = columns[total.column].path
    return total.aggregate.value(of: rows.map { dataset.value(path, row: $0) })
  }
}
