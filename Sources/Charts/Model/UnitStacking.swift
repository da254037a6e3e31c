/// Which channel of a unit is stacked, and where its items then begin and end, as Vega-Lite's
/// `stack` decides it.
enum UnitStacking {
  private static let stackable: Set<MarkKind> = [
    .arc, .bar, .area, .rule, .point, .circle, .square, .line, .text, .tick,
  ]
  private static let byDefault: Set<MarkKind> = [.bar, .area, .arc]

  static func stack(_ unit: UnitModel, _ config: ChartConfig) -> StackedItems? {
    guard stackable.contains(unit.mark.kind), let channel = stackedChannel(unit),
      let stacked = unit[channel]
    else { return nil }
    let parts = partingChannels(unit, besides: channel)
    let offset: StackOffset
    switch stacked.definition.stack {
    case let given?: offset = given
    case nil: offset = byDefault.contains(unit.mark.kind) ? .zero : .none
    }
    guard offset != .none else { return nil }
    let isAggregated = unit.channels.values.contains { $0.aggregate != nil }
    if isAggregated, parts.isEmpty { return nil }
    if stacked.definition.stack == nil, let scale = stacked.definition.scale.type?.value,
      scale != .linear
    {
      return nil
    }
    if let second = channel.secondary, unit[second]?.definition.showsData == true { return nil }
    var groups: [[Datum]] = []
    if let dimension = dimension(of: channel), let place = unit[dimension], place.isField {
      groups.append(place.values)
    }
    if let offset = offsetChannel(of: channel), let place = unit[offset], place.isField {
      groups.append(place.values)
    }
    return StackLayout.items(
      channel: channel, offset: offset, values: stacked.values.map { $0.measure ?? 0 },
      groups: groups, order: order(unit, parts, descends: channel == .y), count: unit.count)
  }

  /// The channel that would be stacked: the amounts of the two channels of position.
  private static func stackedChannel(_ unit: UnitModel) -> Channel? {
    if unit[.theta] != nil || unit[.radius] != nil {
      return potential(unit, .theta, .radius)
    }
    return potential(unit, .x, .y)
  }

  private static func potential(_ unit: UnitModel, _ x: Channel, _ y: Channel) -> Channel? {
    let xDefinition = unit[x].flatMap { $0.isField ? $0 : nil }
    let yDefinition = unit[y].flatMap { $0.isField ? $0 : nil }
    let isBarOrArea = x == .x && (unit.mark.kind == .bar || unit.mark.kind == .area)
    switch (xDefinition, yDefinition) {
    case (let first?, let second?):
      switch (first.isUnbinnedQuantitative, second.isUnbinnedQuantitative) {
      case (true, true):
        if isOn(first.definition.stack) { return x }
        if isOn(second.definition.stack) { return y }
        let aggregates = (first.aggregate != nil, second.aggregate != nil)
        if aggregates.0 != aggregates.1 { return aggregates.0 ? x : y }
        return isBarOrArea ? (unit.orientation == .vertical ? y : x) : nil
      case (true, false): return x
      case (false, true): return y
      case (false, false): return nil
      }
    case (let first?, nil) where first.isUnbinnedQuantitative:
      return isBarOrArea && unit.orientation == .vertical ? nil : x
    case (nil, let second?) where second.isUnbinnedQuantitative:
      return isBarOrArea && unit.orientation == .horizontal ? nil : y
    default: return nil
    }
  }

  private static func isOn(_ stack: StackOffset?) -> Bool {
    stack != nil && stack != StackOffset.none
  }

  private static func dimension(of channel: Channel) -> Channel? {
    switch channel {
    case .x: .y
    case .y: .x
    case .theta: .radius
    case .radius: .theta
    default: nil
    }
  }

  private static func offsetChannel(of channel: Channel) -> Channel? {
    channel == .y ? .xOffset : channel == .x ? .yOffset : nil
  }

  /// The channels whose fields part the stacks, in the order of the grammar.
  private static func partingChannels(
    _ unit: UnitModel, besides stacked: Channel
  ) -> [BoundChannel] {
    let own = Channel.allCases.compactMap { channel -> BoundChannel? in
      guard channel.parts, let found = unit[channel] else { return nil }
      return found
    }
    let all = own + own.flatMap { $0.conditions.map(\.channel) } + unit.details + unit.orders
    let dimension = dimension(of: stacked).flatMap { unit[$0]?.definition.field?.value }
    return all.filter {
      $0.isField && $0.aggregate == nil
        && ($0.definition.field?.value != dimension || $0.definition.field == nil)
    }
  }

  /// The order in which the parts of a stack come: by `order`, or else by the fields that part it;
  /// upright stacks fall, as Vega-Lite has it, so that legend and stack read the same way.
  private static func order(
    _ unit: UnitModel, _ parts: [BoundChannel], descends isFalling: Bool
  ) -> [Int] {
    let indexes = Array(0..<unit.count)
    let explicit = unit.orders.filter(\.isField)
    let keys = explicit.isEmpty ? parts : explicit
    guard !keys.isEmpty else { return indexes }
    return DatumSortKey.order(
      indexes,
      by: keys.map { DatumSortKey($0.values, descends: explicit.isEmpty ? isFalling : $0.descends) }
    )
  }
}
