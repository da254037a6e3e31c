/// Sets units over the boxes of their plots.
extension ChartDrawing {
  /// A unit over the box of its plot.
  func frame(_ unit: UnitModel, _ box: Box) -> UnitFrame {
    func position(_ channel: Channel) -> PositionScale {
      let range: (Double, Double) = channel == .x ? (box.minX, box.maxX) : (box.maxY, box.minY)
      guard let scale = chart.scale(unit, channel) else {
        return .none(start: range.0, end: range.1)
      }
      let isFalling = channel == .y && scale.type.isDiscrete
      return scale.position(isFalling ? (range.1, range.0) : range)
    }
    func offset(_ channel: Channel, _ position: PositionScale) -> OffsetScale? {
      guard let scale = chart.scale(unit, channel), let bound = unit[channel] else { return nil }
      let width: Double
      if case .band(let band) = position {
        width = band.bandwidth == 0 ? band.step.magnitude : band.bandwidth
      } else {
        width = 20
      }
      return OffsetScale(scale: scale.position((0, width)), channel: bound)
    }
    let (x, y) = (position(.x), position(.y))
    let turn = 2 * Double.pi
    let reach = min(box.width, box.height) / 2
    var own: [Channel: VisualScale] = [:]
    for (channel, key) in chart.keys[unit.id] { own[channel] = visual[key] }
    return UnitFrame(
      unit: unit, box: box, x: x, y: y, xOffset: offset(.xOffset, x), yOffset: offset(.yOffset, y),
      theta: chart.scale(unit, .theta)?.position((0, turn)) ?? .none(start: 0, end: turn),
      radius: radiusScale(unit, reach), visual: own, config: config, words: words,
      idPrefix: idPrefix, isNarrow: isNarrow)
  }

  private func radiusScale(_ unit: UnitModel, _ reach: Double) -> PositionScale {
    guard let scale = chart.scale(unit, .radius) else { return .none(start: 0, end: reach) }
    let low = scale.specification.rangeMin?.number ?? scale.specification.range?.first?.number ?? 0
    let high =
      scale.specification.rangeMax?.number ?? scale.specification.range?.last?.number ?? reach
    return scale.position((low, high))
  }
}

extension UnitFrame {
  /// Whether an author's domain leaves data outside.
  var hasDataOutside: Bool {
    guard !config.hasOwnSizes else { return false }
    return [Channel.x, .y].contains { channel in
      guard let bound = unit[channel], case .continuous(let place) = scale(channel) else {
        return false
      }
      let scale = bound.definition.scale
      guard scale.domain != nil || scale.domainMin != nil || scale.domainMax != nil else {
        return false
      }
      let extent = place.extent
      let seconds = channel.secondary.flatMap { unit[$0]?.values } ?? []
      return (bound.values + seconds).contains { value in
        guard let number = value.measure else { return value.kind == .estimate }
        return number < extent.low || number > extent.high
      }
    }
  }
}
