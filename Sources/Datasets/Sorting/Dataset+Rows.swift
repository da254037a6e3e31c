import Values

extension Dataset {
  /// The rows, counted from 0, that meet `condition`, in the order of `keys`.
  ///
  /// The sort is stable: rows alike under every key keep the order of the data. Missing values
  /// stand last, whatever the direction. Text is ordered by its UTF-8 bytes, false before true,
  /// dates by earliest and then latest day, estimates by low and then high bound, durations by
  /// their length.
  /// - Parameter condition: A condition bound to this dataset; nil means every row.
  public func rows(
    where condition: BoundCondition? = nil, sortedBy keys: [BoundSortKey] = []
  ) -> [Int] {
    let kept = condition.map { (0..<rowCount).filter($0.matches(row:)) } ?? Array(0..<rowCount)
    let usable = keys.filter { columns.indices.contains($0.path.column) }
    guard !usable.isEmpty else { return kept }
    let sorters = usable.map { key in
      (isDescending: key.isDescending, values: kept.map { comparableValue(key.path, row: $0) })
    }
    let order = kept.indices.sorted { left, right in
      for sorter in sorters {
        let comparison = sorter.values[left].compared(
          to: sorter.values[right], isDescending: sorter.isDescending)
        if comparison != .same { return comparison == .before }
      }
      return left < right
    }
    return order.map { kept[$0] }
  }
}

extension Value {
  /// How one value stands to another.
  public enum Order: Sendable {
    /// It stands before the other.
    case before
    /// Neither stands before the other.
    case same
    /// It stands behind the other.
    case after
  }

  /// How the value stands to `other` in a sorted column; see ``Dataset/rows(where:sortedBy:)``.
  public func compared(to other: Value, isDescending: Bool = false) -> Order {
    switch (self, other) {
    case (.missing, .missing): return .same
    case (.missing, _): return .after
    case (_, .missing): return .before
    default: break
    }
    if precedes(other) { return isDescending ? .after : .before }
    if other.precedes(self) { return isDescending ? .before : .after }
    return .same
  }

  private func precedes(_ other: Value) -> Bool {
    switch (self, other) {
    case (.text(let left), .text(let right)): left.utf8Order < right.utf8Order
    case (.number(let left), .number(let right)): left < right
    case (.boolean(let left), .boolean(let right)): !left && right
    case (.date(let left), .date(let right)): left.precedes(right)
    case (.estimate(let left), .estimate(let right)): left.precedes(right)
    default: rank < other.rank
    }
  }

  /// The order of kinds where a column mixes them, which typed columns never do.
  private var rank: Int {
    switch self {
    case .missing: 5
    case .boolean: 0
    case .number: 1
    case .date: 2
    case .estimate: 3
    case .text: 4
    }
  }
}
