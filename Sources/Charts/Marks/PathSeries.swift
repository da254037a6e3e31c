/// The items of one line, area or trail, in the order in which they are joined.
struct PathSeries: Sendable {
  /// The items; a break stands where one has no place.
  let items: [Int]

  /// Parts the items of a unit by what their look is made of, and puts each part in order.
  static func series(_ frame: UnitFrame) -> [PathSeries] {
    let unit = frame.unit
    let parts = partingChannels(unit)
    var keys: [[Datum]: Int] = [:]
    var groups: [[Int]] = []
    for item in 0..<unit.count {
      let key = parts.map { $0.value(item) }
      if let index = keys[key] {
        groups[index].append(item)
      } else {
        keys[key] = groups.count
        groups.append([item])
      }
    }
    return groups.map { PathSeries(items: ordered($0, frame)) }
  }

  private static func partingChannels(_ unit: UnitModel) -> [BoundChannel] {
    let names: [Channel] = [
      .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash,
      .size, .key,
    ]
    let own = names.compactMap { channel -> BoundChannel? in
      guard let bound = unit[channel], bound.isField, bound.aggregate == nil else { return nil }
      // A trail's size changes along it.
      return channel == .size && unit.mark.kind == .trail ? nil : bound
    }
    return own + unit.details.filter { $0.isField && $0.aggregate == nil }
  }

  /// The items by `order`, or else along the dimension.
  private static func ordered(_ items: [Int], _ frame: UnitFrame) -> [Int] {
    let unit = frame.unit
    if unit.mark.properties.boolean(.order) == false { return items }
    if unit.mark.kind != .area, !unit.orders.isEmpty {
      let descends = unit.orders.map { order -> Bool in
        if case .order(.descending)? = order.definition.sort { return true }
        return false
      }
      return items.sorted { first, second in
        for (order, descends) in zip(unit.orders, descends) {
          let comparison = DatumOrder.compare(order.value(first), order.value(second))
          if comparison != 0 { return descends ? comparison > 0 : comparison < 0 }
        }
        return first < second
      }
    }
    guard unit.orders.isEmpty || unit.mark.kind == .area,
      let dimension = unit[unit.dimensionChannel], dimension.isField
    else { return items }
    if case .data? = dimension.definition.sort { return items }
    if case .band(let band) = frame.dimensionScale {
      let places = items.map { band.index(of: dimension.value($0)) ?? Int.max }
      return zip(places, items).sorted { $0 < $1 }.map(\.1)
    }
    return items.sorted { first, second in
      let comparison = DatumOrder.compare(dimension.value(first), dimension.value(second))
      return comparison == 0 ? first < second : comparison < 0
    }
  }
}
