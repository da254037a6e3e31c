import Datasets

/// Where an item of a stack begins and ends, in the unit of its values.
struct StackedExtent: Hashable, Sendable {
  let start: Double
  let end: Double

  /// Puts bars and areas that share a place upon one another, in the order of their colours; nil
  /// where the layer is not one to stack.
  ///
  /// As in Vega-Lite, a bar or an area is stacked where a colour or a detail parts it and its
  /// values are amounts that begin at zero; what is below zero is stacked downwards. An item
  /// without a value takes no room.
  static func stack(_ layer: BoundLayer) -> [StackedExtent]? {
    guard layer.mark.kind == .bar || layer.mark.kind == .area,
      let value = layer[layer.valueChannel], value.type == .quantitative,
      layer[layer.secondValueChannel] == nil
    else { return nil }
    let isParted = layer[.color]?.path != nil || !layer.details.isEmpty
    let kind = value.definition.stack ?? (isParted ? .zero : ChannelDefinition.Stacking.none)
    let isLog = value.definition.scale.kind?.value == .log
    guard kind != .none, !isLog || value.definition.stack != nil else { return nil }
    return extents(layer, value, isNormalized: kind == .normalize)
  }

  private static func extents(
    _ layer: BoundLayer, _ value: BoundChannel, isNormalized: Bool
  ) -> [StackedExtent] {
    let order = colorOrder(layer)
    let items = (0..<layer.count).sorted { (order[$0], $0) < (order[$1], $1) }
    var tops: [[Value]: (up: Double, down: Double)] = [:]
    var result = [StackedExtent](
      repeating: StackedExtent(start: .nan, end: .nan), count: layer.count)
    func place(_ item: Int) -> [Value] {
      [layer.value(layer.dimensionChannel, item), layer.value(layer.offsetChannel, item)]
    }
    for item in items {
      guard let number = ValueReading.plainNumber(value.values[item]) else { continue }
      var top = tops[place(item)] ?? (0, 0)
      if number >= 0 {
        result[item] = StackedExtent(start: top.up, end: top.up + number)
        top.up += number
      } else {
        result[item] = StackedExtent(start: top.down, end: top.down + number)
        top.down += number
      }
      tops[place(item)] = top
    }
    guard isNormalized else { return result }
    return (0..<layer.count).map { item in
      let top = tops[place(item)] ?? (0, 0)
      let whole = top.up - top.down
      guard whole > 0 else { return StackedExtent(start: .nan, end: .nan) }
      return StackedExtent(start: result[item].start / whole, end: result[item].end / whole)
    }
  }

  /// The rank of each item's colour.
  private static func colorOrder(_ layer: BoundLayer) -> [Int] {
    guard let color = layer[.color] else { return Array(repeating: 0, count: layer.count) }
    var ranks: [Value: Int] = [:]
    for (rank, value) in DiscreteDomain.values(of: color, in: [layer]).enumerated() {
      ranks[value] = rank
    }
    return color.values.map { ranks[$0] ?? ranks.count }
  }
}
