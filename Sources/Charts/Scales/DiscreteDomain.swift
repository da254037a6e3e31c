import Bytes
import Datasets
import Documents
import Values

/// The values of a discrete axis or of colours, in their order.
enum DiscreteDomain {
  /// The values of `channel` in all of `layers`, each once, in the order that its first definition
  /// asks for; Vega-Lite's rule without one is rising order.
  static func values(of channel: BoundChannel, in layers: [BoundLayer]) -> [Value] {
    let name = channel.channel
    if let given = channel.definition.scale.domain { return explicit(given, channel.type) }
    var seen: Set<Value> = []
    var found: [Value] = []
    for layer in layers {
      for value in layer[name]?.values ?? [] where value != .missing {
        if seen.insert(value).inserted { found.append(value) }
      }
    }
    switch channel.definition.sort {
    case .data: return found
    case .descending: return found.sorted { precedes($1, $0) }
    case .values(let order): return listed(found, order)
    case .channel(let other, let descending):
      return ranked(found, by: ranks(of: name, by: other, in: layers), descending)
    case .field(let field, let operation, let descending):
      return ranked(found, by: ranks(of: channel, field?.value, operation, layers), descending)
    case .ascending, nil: return found.sorted(by: precedes)
    }
  }

  private static func precedes(_ left: Value, _ right: Value) -> Bool {
    left.compared(to: right) == .before
  }

  private static func explicit(_ nodes: [Node], _ type: FieldType) -> [Value] {
    nodes.compactMap { node in
      let value: Value? = node.number.map(Value.number) ?? node.text.map(Value.text)
      return value.map { ValueReading.value($0, as: type) }
    }
  }

  /// First what the author listed, then the rest as they come.
  private static func listed(_ found: [Value], _ order: [String]) -> [Value] {
    let places = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let ranks = found.map { places[plainText($0)] ?? order.count }
    return found.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { found[$0] }
  }

  private static func ranked(
    _ found: [Value], by ranks: [Value: Double], _ descending: Bool
  ) -> [Value] {
    // What has no rank comes last either way; equals keep the order of the data.
    let keys = found.map { value -> Double in
      guard let rank = ranks[value] else { return .infinity }
      return descending ? -rank : rank
    }
    return found.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { found[$0] }
  }

  /// The sum of another channel over the items of each value.
  private static func ranks(
    of name: Channel, by other: Channel, in layers: [BoundLayer]
  ) -> [Value: Double] {
    var ranks: [Value: Double] = [:]
    for layer in layers {
      guard let keys = layer[name]?.values, let values = layer[other]?.values else { continue }
      for (key, value) in zip(keys, values) {
        guard let number = rank(value) else { continue }
        ranks[key, default: 0] += number
      }
    }
    return ranks
  }

  /// A field's values, aggregated over the rows of each value.
  private static func ranks(
    of channel: BoundChannel, _ field: String?, _ operation: AggregateOperation,
    _ layers: [BoundLayer]
  ) -> [Value: Double] {
    var rows: [Value: (numbers: [Double], count: Int)] = [:]
    for layer in layers {
      guard let key = layer[channel.channel]?.path else { continue }
      let path = field.flatMap { layer.dataset.fieldPath($0) }
      for row in layer.rows {
        let value = ValueReading.value(layer.dataset.value(key, row: row), as: channel.type)
        rows[value, default: ([], 0)].count += 1
        guard let path, let number = rank(layer.dataset.value(path, row: row)) else { continue }
        rows[value]?.numbers.append(number)
      }
    }
    return rows.compactMapValues { operation.apply(to: $0.numbers, rows: $0.count) }
  }

  private static func rank(_ value: Value) -> Double? {
    if case .date(let date) = value {
      return (date.earliest ?? date.latest).map { Double($0.number) }
    }
    return ValueReading.plainNumber(value)
  }

  /// The value as an author would write it in a list.
  private static func plainText(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): number.decimalText(places: 9)
    case .boolean(let truth): truth ? "true" : "false"
    case .date(let date): date.text
    case .estimate(let estimate): estimate.text
    case .missing: ""
    }
  }
}
