import Datasets
import Documents

/// Turns rows into items: one a row, or one a group where a channel is aggregated.
struct ItemEncoder {
  let dataset: Dataset
  let rows: [Int]

  /// The items of a layer: how many, and each channel with its values.
  struct Items {
    let count: Int
    let channels: [Channel: BoundChannel]
    let others: [BoundChannel]
  }

  /// Reads the values of all channels.
  /// - Parameter others: those of which there may be several: tooltips and details.
  func encode(channels: [Channel: BoundChannel], others: [BoundChannel]) -> Items {
    let ordered = Channel.allCases.compactMap { channels[$0] }
    let all = ordered + others
    let groups = all.contains { $0.aggregate != nil } ? self.groups(by: all) : nil
    let count = groups?.count ?? rows.count
    let filled = all.map { channel in
      var result = channel
      result.values = values(of: channel, groups: groups, count: count)
      return result
    }
    var byChannel: [Channel: BoundChannel] = [:]
    for channel in filled.prefix(ordered.count) { byChannel[channel.channel] = channel }
    return Items(
      count: count, channels: byChannel, others: Array(filled.dropFirst(ordered.count)))
  }

  /// The rows of each group, in the order in which the groups are first met.
  private func groups(by channels: [BoundChannel]) -> [[Int]] {
    let keys = channels.filter { $0.aggregate == nil }.compactMap { channel in
      channel.path.map { (path: $0, type: channel.type) }
    }
    var indexes: [[Value]: Int] = [:]
    var groups: [[Int]] = keys.isEmpty ? [rows] : []
    guard !keys.isEmpty else { return groups }
    for row in rows {
      let key = keys.map { ValueReading.value(dataset.shownValue($0.path, row: row), as: $0.type) }
      if let index = indexes[key] {
        groups[index].append(row)
      } else {
        indexes[key] = groups.count
        groups.append([row])
      }
    }
    return groups
  }

  private func values(of channel: BoundChannel, groups: [[Int]]?, count: Int) -> [Value] {
    if let operation = channel.aggregate {
      return (groups ?? []).map { aggregate(channel, operation, over: $0) }
    }
    guard let path = channel.path else {
      let constant = channel.definition.datum ?? channel.definition.value
      let value = constant.map(Self.constant) ?? .missing
      return Array(repeating: ValueReading.value(value, as: channel.type), count: count)
    }
    let firsts = groups.map { $0.map { $0[0] } } ?? rows
    return firsts.map { ValueReading.value(dataset.shownValue(path, row: $0), as: channel.type) }
  }

  private func aggregate(
    _ channel: BoundChannel, _ operation: AggregateOperation, over rows: [Int]
  ) -> Value {
    guard let path = channel.path, operation != .count else { return .number(Double(rows.count)) }
    let cells = rows.map { dataset.value(path, row: $0) }
    if operation == .distinct {
      return .number(Double(Set(cells.filter { $0 != .missing }).count))
    }
    let numbers = cells.compactMap { cell -> Double? in
      guard case .number(let number) = ValueReading.value(cell, as: .quantitative) else {
        return nil
      }
      return number
    }
    let result = operation.apply(to: numbers, rows: rows.count)
    return result.flatMap { $0.isFinite ? Value.number($0) : nil } ?? .missing
  }

  private static func constant(_ node: Node) -> Value {
    if let number = node.number { return .number(number) }
    if let truth = node.boolean { return .boolean(truth) }
    return node.text.map(Value.text) ?? .missing
  }
}
