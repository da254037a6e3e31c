/// The items of one line, area or trail, in the order in which they are joined.
struct PathSeries: Sendable {
  /// The items; a break stands where one has no place.
  let items: [Int]

  /// The places of the items in runs between breaks, where an item has none.
  ///
  /// - Parameter skips: Whether the line goes on over items without a place.
  func runs<Place>(skips: Bool, _ place: (Int) -> Place?) -> [[Place]] {
    var runs: [[Place]] = []
    var run: [Place] = []
    for item in items {
      if let place = place(item) {
        run.append(place)
      } else if !run.isEmpty, !skips {
        runs.append(run)
        run = []
      }
    }
    return run.isEmpty ? runs : runs + [run]
  }

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
      return DatumSortKey.order(
        items, by: unit.orders.map { DatumSortKey($0.values, descends: $0.descends) })
    }
    guard unit.orders.isEmpty || unit.mark.kind == .area,
      let dimension = unit[unit.dimensionChannel], dimension.isField
    else { return items }
    if case .data? = dimension.definition.sort { return items }
    if case .band(let band) = frame.dimensionScale {
      let places = items.map { band.index(of: dimension.value($0)) ?? Int.max }
      return zip(places, items).sorted { $0 < $1 }.map(\.1)
    }
    return DatumSortKey.order(items, by: [DatumSortKey(dimension.values, descends: false)])
  }
}
