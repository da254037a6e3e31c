/// What items are put in order by: a value of each, rising or falling.
struct DatumSortKey: Sendable {
  private let values: [Datum]
  private let descends: Bool

  /// - Parameter values: One an item, or a single one for all.
  init(_ values: [Datum], descends: Bool) {
    self.values = values
    self.descends = descends
  }

  private func value(_ item: Int) -> Datum {
    values.count == 1 ? values[0] : item < values.count ? values[item] : .null
  }

  /// Less than, equal to or more than zero as one item comes before, with or after another.
  static func compare(_ first: Int, _ second: Int, by keys: [DatumSortKey]) -> Int {
    for key in keys {
      let order = DatumOrder.compare(key.value(first), key.value(second))
      if order != 0 { return key.descends ? -order : order }
    }
    return 0
  }

  /// The items in the order of the keys, those that are equal as they came.
  static func order(_ items: [Int], by keys: [DatumSortKey]) -> [Int] {
    guard !keys.isEmpty else { return items }
    return items.sorted { first, second in
      let order = compare(first, second, by: keys)
      return order == 0 ? first < second : order < 0
    }
  }
}
