/// Puts items upon one another, as Vega's `stack` transform does.
enum StackLayout {
  /// Where each item begins and ends.
  ///
  /// - Parameters:
  ///   - groups: What decides which items stand at one place: columns, one value an item each.
  ///   - order: The items in the order in which they are stacked.
  static func items(
    channel: Channel, offset: StackOffset, values: [Double], groups: [[Datum]], order: [Int],
    count: Int
  ) -> StackedItems {
    var keys: [[Datum]: Int] = [:]
    var members: [[Int]] = []
    for item in order {
      let key = groups.map { $0.count == 1 ? $0[0] : $0[item] }
      if let index = keys[key] {
        members[index].append(item)
      } else {
        keys[key] = members.count
        members.append([item])
      }
    }
    func value(_ item: Int) -> Double { values.count == 1 ? values[0] : values[item] }
    var starts = [Double](repeating: 0, count: count)
    var ends = starts
    let sums = members.map { group in group.reduce(0) { $0 + value($1).magnitude } }
    let largest = sums.max() ?? 0
    for (group, sum) in zip(members, sums) {
      switch offset {
      case .zero, .none, .normalize:
        let whole = offset == .normalize && sum != 0 ? sum : 1
        var up = 0.0
        var down = 0.0
        for item in group {
          let amount = value(item) / whole
          if amount < 0 {
            starts[item] = down
            down += amount
            ends[item] = down
          } else {
            starts[item] = up
            up += amount
            ends[item] = up
          }
        }
      case .center:
        var last = (largest - sum) / 2
        for item in group {
          starts[item] = last
          last += value(item).magnitude
          ends[item] = last
        }
      }
    }
    return StackedItems(channel: channel, offset: offset, starts: starts, ends: ends)
  }
}
