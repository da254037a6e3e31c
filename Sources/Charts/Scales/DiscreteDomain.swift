/// The values of a discrete scale, gathered from all units that share it, and put in order.
struct DiscreteDomain: Sendable {
  /// In the order in which they were first met.
  private var found: [Datum] = []
  private var indexes: [Datum: Int] = [:]
  /// What each value is sorted by: the keys of its rows.
  private var keys: [[Datum]] = []

  /// Adds values.
  /// - Parameter keys: What they are sorted by, one a value; nil where they are sorted by
  ///   themselves.
  mutating func add(_ values: [Datum], keys: [Datum]?) {
    for (row, value) in values.enumerated() {
      let index: Int
      if let known = indexes[value] {
        index = known
      } else {
        index = found.count
        indexes[value] = index
        found.append(value)
        self.keys.append([])
      }
      if let keys, row < keys.count { self.keys[index].append(keys[row]) }
    }
  }

  /// The values in the order that `sort` asks for; without one they rise.
  func values(sort: SortSpecification?, isStacked: Bool = false) -> [Datum] {
    switch sort {
    case .data: return found
    case .values(let first):
      // What a list leaves out follows in the order of the data.
      let rank = Dictionary(
        first.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
      let ordered = found.indices.sorted { left, right in
        let ranks = (place(of: found[left], rank), place(of: found[right], rank))
        return ranks.0 == ranks.1 ? left < right : ranks.0 < ranks.1
      }
      return ordered.map { found[$0] }
    case .field(_, let operation, let order):
      return sorted(by: operation ?? (isStacked ? .sum : .min), order)
    case .channel(_, let order):
      return sorted(by: isStacked ? .sum : .min, order)
    case .order(let order): return sorted(by: found, order)
    case nil: return sorted(by: found, .ascending)
    }
  }

  private func place(of value: Datum, _ ranks: [Datum: Int]) -> Int {
    if let rank = ranks[value] { return rank }
    // A list of texts may name numbers and dates, and one of dates moments.
    if let rank = ranks[.text(value.text)] { return rank }
    if case .time = value, let rank = ranks[.number(value.number)] { return rank }
    return ranks.count
  }

  private func sorted(by operation: AggregateOperation, _ order: SortOrder) -> [Datum] {
    sorted(by: keys.map { operation.value(of: $0) }, order)
  }

  /// The values in the order of `keys`, one for each.
  private func sorted(by keys: [Datum], _ order: SortOrder) -> [Datum] {
    let key = DatumSortKey(keys, descends: order == .descending)
    return DatumSortKey.order(Array(found.indices), by: [key]).map { found[$0] }
  }
}
