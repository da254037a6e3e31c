import Datasets

extension BoundTable {
  /// What a total comes to, over all rows that meet the condition, shown or not.
  func value(of total: Total) -> Value {
    let path = columns[total.column].path
    return total.aggregate.value(of: matchingRows.map { dataset.value(path, row: $0) })
  }
}
