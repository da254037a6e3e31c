/// Which labels there is room for.
extension AxisPlacer {
  /// Leaves out labels that would meet others.
  func hide(_ model: inout AxisModel, _ scale: PositionScale) {
    let size = model.labelSize
    let extents = model.ticks.map { tick -> (low: Double, high: Double) in
      let widest = width(tick.lines, size, model.labelWeight)
      let left = tick.place + tick.shift - lead(tick.anchor, widest)
      return (left, left + widest)
    }
    apply(&model, extents, scale)
  }

  func apply(
    _ model: inout AxisModel, _ extents: [(low: Double, high: Double)], _ scale: PositionScale
  ) {
    let type = model.scale.fieldType
    var method: String?
    switch model.properties[.labelOverlap] {
    case .boolean(false)?, .null?: method = nil
    case .boolean(true)?: method = "parity"
    case .text(let text)?: method = text
    default:
      let hasUnit = model.scale.first.definition.timeUnit != nil
      let isNamed = type.isDiscrete && !hasUnit
      if !isNamed || (!config.hasOwnSizes && model.scale.type.isDiscrete == false) {
        method = model.scale.type == .log || model.scale.type == .symlog ? "greedy" : "parity"
      }
    }
    hideBeyond(&model, extents, scale)
    guard let method else { return }
    let separation = model.properties.number(.labelSeparation) ?? (config.hasOwnSizes ? 0 : 6)
    // Empty labels take no room.
    let said = model.ticks.indices.filter { model.ticks[$0].hasText }
    let row = said.map { extents[$0] }
    let shown =
      method == "greedy"
      ? LabelOverlap.greedy(row, separation: separation)
      : LabelOverlap.parity(row, separation: separation)
    for (index, isShown) in zip(said, shown) { model.ticks[index].isShown = isShown }
    guard !config.hasOwnSizes else { return }
    // Two that are left and still meet are one too many.
    let left = said.filter { model.ticks[$0].isShown }
    if left.count == 2, extents[left[0]].high > extents[left[1]].low,
      extents[left[1]].high > extents[left[0]].low
    {
      model.ticks[left[1]].isShown = false
    }
  }

  /// Leaves out labels that reach beyond the ends of the axis by more than an author allows.
  func hideBeyond(
    _ model: inout AxisModel, _ extents: [(low: Double, high: Double)], _ scale: PositionScale
  ) {
    let allowed: Double
    switch model.properties[.labelBound] {
    case .boolean(true)?: allowed = 1
    case .number(let number)?: allowed = number
    default: return
    }
    let range = scale.range
    let (low, high) = (min(range.start, range.end), max(range.start, range.end))
    for (index, extent) in extents.enumerated() {
      if extent.low < low - allowed || extent.high > high + allowed {
        model.ticks[index].lines = []
      }
    }
  }
}
