import Values

/// Where the items of a unit are, in px (Vega-Lite, `compile/mark/encode/position*`).
struct ItemPlaces: Sendable {
  let frame: UnitFrame
  let looks: ItemLooks

  private var unit: UnitModel { frame.unit }

  /// One side of an item: where it begins and ends.
  struct Extent: Hashable, Sendable {
    var low: Double
    var high: Double
    var middle: Double { (low + high) / 2 }
    var length: Double { high - low }
  }

  // MARK: Points

  /// Where an item stands along a channel of position; nil where it has no place.
  func point(_ channel: Channel, _ item: Int) -> Double? {
    let shift = looks.number(channel == .x ? .xOffset : .yOffset, item) ?? 0
    return place(channel, item).map { $0 + shift }
  }

  private func place(_ channel: Channel, _ item: Int) -> Double? {
    let scale = frame.scale(channel)
    guard let definition = looks.definition(channel, item) else {
      return constant(channel == .x ? .x : .y, item) ?? middle(channel)
    }
    if let value = definition.definition.value { return constant(value, channel) }
    if let stack = unit.stack, stack.channel == channel {
      let part = definition.definition.bandPosition
      let amount =
        part.map { stack.starts[item] + (stack.ends[item] - stack.starts[item]) * $0 }
        ?? stack.ends[item]
      return scale.place(amount)
    }
    return place(definition, item, scale).map { $0 + (offset(channel, item) ?? 0) }
  }

  /// The place of a value: in the middle of its band or bin, at the beginning of its unit of time.
  private func place(_ definition: BoundChannel, _ item: Int, _ scale: PositionScale) -> Double? {
    let value = definition.value(item)
    if case .band(let band) = scale {
      guard let start = band(value) else { return nil }
      let hasOffset = definition.channel == .x ? frame.xOffset != nil : frame.yOffset != nil
      if hasOffset { return start }
      return start + band.bandwidth * (definition.definition.bandPosition ?? 0.5)
    }
    guard let start = scale.place(value) else { return nil }
    guard let end = definition.ends.flatMap({ item < $0.count ? scale.place($0[item]) : nil })
    else {
      if let binned = secondPlace(definition, item, scale) { return (start + binned) / 2 }
      return start
    }
    let part = definition.definition.bandPosition ?? (definition.definition.bin != nil ? 0.5 : 0)
    return start + (end - start) * part
  }

  /// The other end of values that are bins already, for marks that stand in their middle.
  private func secondPlace(
    _ definition: BoundChannel, _ item: Int, _ scale: PositionScale
  ) -> Double? {
    guard definition.definition.isBinned, let second = definition.channel.secondary,
      let end = unit[second], [.point, .circle, .square, .text].contains(unit.mark.kind)
    else { return nil }
    return scale.place(end.value(item))
  }

  /// How far an item is moved within its step, in px: to the middle of its own part of it.
  private func offset(_ channel: Channel, _ item: Int) -> Double? {
    guard let offset = channel == .x ? frame.xOffset : frame.yOffset else { return nil }
    return offset.scale.place(offset.channel.value(item))
  }

  private func middle(_ channel: Channel) -> Double {
    channel == .x ? frame.box.midX : frame.box.midY
  }

  /// A place that the mark's own property gives.
  private func constant(_ key: MarkProperty, _ item: Int) -> Double? {
    looks.property(key, item).flatMap { constant($0, key == .x || key == .x2 ? .x : .y) }
  }

  /// A place in px from the plot's left or upper edge, or one of the words `width` and `height`.
  private func constant(_ value: PropertyValue, _ channel: Channel) -> Double? {
    let isX = channel.primary == .x
    switch value {
    case .number(let number): return (isX ? frame.box.minX : frame.box.minY) + number
    case .text("width"): return frame.box.maxX
    case .text("height"): return frame.box.maxY
    default: return nil
    }
  }

  /// Where the second end of a range stands; nil where there is none.
  func secondPoint(_ channel: Channel, _ item: Int) -> Double? {
    let isX = channel == .x
    let shift = looks.number(isX ? .x2Offset : .y2Offset, item) ?? 0
    guard let second = channel.secondary, let definition = unit[second] else {
      return constant(isX ? .x2 : .y2, item).map { $0 + shift }
    }
    if let value = definition.definition.value {
      return constant(value, channel).map { $0 + shift }
    }
    let scale = frame.scale(channel)
    if case .band(let band) = scale {
      return band.center(definition.value(item)).map { $0 + shift }
    }
    return scale.place(definition.value(item)).map { $0 + shift }
  }

  // MARK: Extents

  /// Where an item begins and ends along a channel: its stack, its range, its bin, its band, or
  /// from the base to its value; nil where it has no place.
  func extent(_ channel: Channel, _ item: Int) -> Extent? {
    guard let found = extentWithoutShift(channel, item) else { return nil }
    let shift = looks.number(channel == .x ? .xOffset : .yOffset, item) ?? 0
    let second = looks.number(channel == .x ? .x2Offset : .y2Offset, item) ?? shift
    return Extent(low: found.low + shift, high: found.high + second)
  }

  private func extentWithoutShift(_ channel: Channel, _ item: Int) -> Extent? {
    let scale = frame.scale(channel)
    if let stack = unit.stack, stack.channel == channel {
      guard let start = scale.place(stack.starts[item]), let end = scale.place(stack.ends[item])
      else { return nil }
      return Extent(low: start, high: end)
    }
    guard let definition = unit[channel], definition.definition.showsData else {
      return fallbackExtent(channel, item)
    }
    if unit[channel.secondary ?? channel]?.definition.showsData == true
      || channel.secondary.flatMap({ unit[$0] }) != nil
    {
      return rangeExtent(channel, definition, item, scale)
    }
    if case .band(let band) = scale { return bandExtent(channel, definition, band, item) }
    if definition.definition.bin != nil || definition.definition.timeUnit != nil,
      let ends = definition.ends, item < ends.count,
      unit.valueChannel != channel || definition.aggregate == nil
    {
      guard let start = scale.place(definition.value(item)), let end = scale.place(ends[item])
      else { return nil }
      return spaced(start, end, definition, item)
    }
    if unit.valueChannel == channel, unit.mark.kind != .rect, unit.mark.kind != .tick {
      guard let place = scale.place(definition.value(item)) else { return nil }
      return Extent(low: scale.base, high: place)
    }
    guard let middle = scale.place(definition.value(item)) else { return nil }
    let width =
      thickness(channel, item) ?? frame.config.marks["bar"]?.number(.continuousBandSize) ?? 5
    return Extent(low: middle - width / 2, high: middle + width / 2)
  }

  private func rangeExtent(
    _ channel: Channel, _ definition: BoundChannel, _ item: Int, _ scale: PositionScale
  ) -> Extent? {
    guard let start = scale.place(definition.value(item)) ?? place(channel, item),
      let end = secondPoint(channel, item)
    else { return nil }
    if definition.definition.isBinned { return spaced(start, end, definition, item) }
    if case .band(let band) = scale {
      let half = band.bandwidth / 2
      return Extent(low: min(start, end) - half, high: max(start, end) + half)
    }
    return Extent(low: start, high: end)
  }

  /// A bin or a unit of time with the gap to its neighbours.
  private func spaced(
    _ start: Double, _ end: Double, _ definition: BoundChannel, _ item: Int
  ) -> Extent {
    let kind = unit.mark.kind
    let gap = looks.number(.binSpacing, item) ?? (kind == .bar ? 1 : 0)
    let part = looks.number(.timeUnitBandSize, item) ?? 1
    let least = looks.number(.minBandSize, item) ?? 0.25
    let (low, high) = (min(start, end), max(start, end))
    var extent = Extent(low: low + gap / 2, high: high - gap / 2)
    if let size = thickness(definition.channel, item) {
      let middle = (low + high) / 2
      extent = Extent(low: middle - size / 2, high: middle + size / 2)
    } else if part != 1 {
      let half = extent.length * part / 2
      extent = Extent(low: extent.middle - half, high: extent.middle + half)
    }
    if extent.length < least {
      let middle = (low + high) / 2
      extent = Extent(low: middle - least / 2, high: middle + least / 2)
    }
    return extent
  }

  private func bandExtent(
    _ channel: Channel, _ definition: BoundChannel, _ band: BandScale, _ item: Int
  ) -> Extent? {
    guard let start = band(definition.value(item)) else { return nil }
    var extent = Extent(low: start, high: start + band.bandwidth)
    if let offset = channel == .x ? frame.xOffset : frame.yOffset {
      switch offset.scale {
      case .band(let inner):
        guard let first = inner(offset.channel.value(item)) else { return nil }
        extent = Extent(low: start + first, high: start + first + inner.bandwidth)
      default:
        guard let place = offset.scale.place(offset.channel.value(item)) else { return nil }
        let width = thickness(channel, item) ?? 5
        return Extent(low: start + place - width / 2, high: start + place + width / 2)
      }
    }
    if band.bandwidth == 0 {
      let width = thickness(channel, item) ?? defaultBand(band)
      return Extent(low: start - width / 2, high: start + width / 2)
    }
    if let part = bandPart(channel, item) {
      let half = extent.length * part / 2
      return Extent(low: extent.middle - half, high: extent.middle + half)
    }
    if let width = thickness(channel, item) {
      return Extent(low: extent.middle - width / 2, high: extent.middle + width / 2)
    }
    // Bars as broad as a page are clumsy, whatever room there is.
    if !frame.config.hasOwnSizes, unit.mark.kind == .bar, extent.length > BarMark.maximumThickness {
      let half = BarMark.maximumThickness / 2
      return Extent(low: extent.middle - half, high: extent.middle + half)
    }
    return extent
  }

  private func defaultBand(_ band: BandScale) -> Double { max(1, band.step.magnitude * 0.9) }

  /// The width of a bar that the size channel or the mark's properties give, in px.
  private func thickness(_ channel: Channel, _ item: Int) -> Double? {
    let isThick = unit.dimensionChannel == channel || unit.mark.kind == .rect
    if isThick, let size = looks.size(item) { return size }
    if let number = looks.number(channel == .x ? .width : .height, item) { return number }
    guard isThick else { return nil }
    switch unit.mark.kind {
    case .bar:
      let isDiscrete = frame.scale(channel).isBand
      return looks.number(isDiscrete ? .discreteBandSize : .continuousBandSize, item)
    default: return nil
    }
  }

  /// The part of its band that a bar takes, where the author says.
  private func bandPart(_ channel: Channel, _ item: Int) -> Double? {
    let keys: [MarkProperty] = [channel == .x ? .width : .height, .size, .discreteBandSize]
    for key in keys {
      if case .list(let values)? = looks.property(key, item), values.first?.text == "band" {
        return values.last?.number
      }
    }
    return nil
  }

  /// The extent of a channel that no field decides.
  private func fallbackExtent(_ channel: Channel, _ item: Int) -> Extent {
    let box = frame.box
    let whole =
      channel == .x
      ? Extent(low: box.minX, high: box.maxX) : Extent(low: box.minY, high: box.maxY)
    let key: MarkProperty = channel == .x ? .x : .y
    if let start = constant(key, item)
      ?? unit[channel]?.definition.value.flatMap({ constant($0, channel) })
    {
      if let end = secondPoint(channel, item) { return Extent(low: start, high: end) }
      let length = thickness(channel, item) ?? 5
      return Extent(low: start, high: start + length)
    }
    if unit.mark.kind == .rect { return whole }
    if unit.valueChannel == channel, unit.mark.kind == .area || unit.mark.kind == .bar {
      return whole
    }
    let step = frame.config.view.number(.step) ?? 20
    let size =
      thickness(channel, item)
      ?? (frame.config.hasOwnSizes
        ? step * (1 - frame.config.scale.barBandPaddingInner) : min(whole.length - 8, 40))
    return Extent(low: whole.middle - size / 2, high: whole.middle + size / 2)
  }
}
