/// Which ticks of many there are (vega-encode, *validTicks*).
enum TickChoice {
  /// The values that lie within the range, rising by place; every second is left out until they
  /// are no more than `count`.
  static func valid(_ scale: ContinuousScale, _ values: [Double], count: Double?) -> [Double] {
    let ends = [scale.range[0], scale.range[scale.range.count - 1]]
    let low = (ends.min() ?? 0).rounded(.down)
    let high = (ends.max() ?? 0).rounded(.up)
    var ticks = values.filter { value in
      let place = scale(value)
      return place >= low && place <= high
    }
    guard let count, count > 0, ticks.count > 1 else { return ticks }
    let outer = [ticks[0], ticks[ticks.count - 1]]
    while Double(ticks.count) > count, ticks.count >= 3 {
      ticks = ticks.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    }
    return ticks.count < 2 ? outer : ticks
  }
}
