/// An axis whose labels have their places, with the origin of the plot at 0, 0.
struct PlacedAxis: Sendable {
  /// One label: its lines, where its first baseline begins, and how it is turned.
  struct Label: Sendable {
    let lines: [String]
    let x: Double
    let y: Double
    let anchor: Canvas.Anchor
    let angle: Double
    /// The whole text, where it was cut.
    var whole: String?
  }

  var model: AxisModel
  var labels: [Label] = []
  /// How far labels and ticks reach from the plot, in px, the title left out.
  var thickness = 0.0
  /// How far labels reach beyond the ends of the plot, in px: before and behind.
  var overhang = (before: 0.0, behind: 0.0)
  /// The length of the plot along the axis, and its length across.
  let length: Double
  let depth: Double
}

/// Finds places for the labels of an axis.
struct AxisPlacer {
  let config: ChartConfig
  let isNarrow: Bool
  /// How wide labels at the side may be, in px.
  let sideLimit: Double

  /// Places the labels of a horizontal or a vertical axis.
  func place(
    _ model: AxisModel, _ scale: PositionScale, length: Double, depth: Double
  ) -> PlacedAxis {
    var axis = PlacedAxis(model: model, length: length, depth: depth)
    guard model.showsLabels, !model.ticks.isEmpty else {
      axis.thickness = model.ticks.isEmpty ? 0 : model.tickSize
      return axis
    }
    if model.side.isHorizontal {
      placeAcross(&axis, scale)
    } else {
      placeBeside(&axis, scale)
    }
    if let least = model.properties.number(.minExtent) {
      axis.thickness = max(axis.thickness, least)
    }
    if let most = model.properties.number(.maxExtent), most > 0 {
      axis.thickness = min(axis.thickness, most)
    }
    return axis
  }

  // MARK: Horizontal axes

  private func placeAcross(_ axis: inout PlacedAxis, _ scale: PositionScale) {
    var model = axis.model
    let angle = model.properties.number(.labelAngle) ?? defaultAngle(model, scale)
    let turned = angle.truncatingRemainder(dividingBy: 360)
    if turned != 0 {
      placeTurned(&axis, turned < 0 ? turned + 360 : turned)
      return
    }
    let size = model.labelSize
    let limit = model.properties.number(.labelLimit) ?? 180
    let step = band(scale)
    let isBand = step != nil
    for index in model.ticks.indices {
      let lines = model.ticks[index].lines
      if isBand, lines.count == 1, !config.hasOwnSizes {
        model.ticks[index].lines = TextMetrics.wrap(
          lines[0], width: min(limit, max((step ?? limit) - 4, 12)), size: size,
          weight: model.labelWeight)
      } else {
        model.ticks[index].lines = lines.map {
          TextMetrics.ellipsis($0, toFit: limit, size: size, weight: model.labelWeight)
        }
      }
    }
    alignAcross(&model, axis.length, scale)
    hide(&model, scale)
    axis.model = model
    let outward = model.side == .bottom ? 1.0 : -1
    let distance = model.tickSize + model.labelPadding
    var thickness = model.tickSize
    let shift = model.properties.number(.labelOffset) ?? 0
    for (index, tick) in model.ticks.enumerated() where tick.isShown && tick.hasText {
      let count = Double(tick.lines.count)
      let lineHeight = model.properties.number(.labelLineHeight) ?? size * 1.2
      let height = size * 0.79 + (count - 1) * lineHeight
      let y =
        outward > 0
        ? axis.depth + distance + size * 0.79 : -distance - (count - 1) * lineHeight - size * 0.21
      let original = index < axis.model.ticks.count ? tick.lines : []
      axis.labels.append(
        PlacedAxis.Label(
          lines: original, x: tick.place + tick.shift + shift, y: y, anchor: tick.anchor, angle: 0))
      let widest = width(tick.lines, size, model.labelWeight)
      let left = tick.place + tick.shift + shift - lead(tick.anchor, widest)
      axis.overhang.before = max(axis.overhang.before, -left)
      axis.overhang.behind = max(axis.overhang.behind, left + widest - axis.length)
      thickness = max(thickness, distance + height + size * 0.21)
    }
    axis.thickness = max(0, thickness)
  }

  /// The angle of labels that an author leaves to the house: level where they fit into their bands
  /// on a few lines, else upwards.
  private func defaultAngle(_ model: AxisModel, _ scale: PositionScale) -> Double {
    guard let step = band(scale) else { return 0 }
    if config.hasOwnSizes {
      return model.scale.first.definition.timeUnit == nil ? 270 : 0
    }
    let size = model.labelSize
    var total = 0.0
    for tick in model.ticks {
      guard let text = tick.lines.first else { continue }
      let lines = TextMetrics.wrap(
        text, width: max(step - 4, 1), size: size, weight: model.labelWeight, maximumLines: 3)
      let widest = width(lines, size, model.labelWeight)
      if widest > step - 3 || lines.last?.hasSuffix("…") == true && !text.hasSuffix("…") {
        return 270
      }
      total += widest
    }
    return 0
  }

  private func band(_ scale: PositionScale) -> Double? {
    guard case .band(let band) = scale else { return nil }
    return band.step
  }

  /// The first and last label of a continuous axis stay within the plot, as Vega's `labelFlush` and
  /// `labelBound` have it.
  private func alignAcross(_ model: inout AxisModel, _ length: Double, _ scale: PositionScale) {
    if let align = model.properties.text(.labelAlign) {
      let anchor: Canvas.Anchor = align == "left" ? .start : align == "right" ? .end : .middle
      for index in model.ticks.indices { model.ticks[index].anchor = anchor }
      return
    }
    guard !scale.isBand else { return }
    var flush: Double? = 1
    switch model.properties[.labelFlush] {
    case .boolean(false)?, .null?: flush = nil
    case .number(let number)?: flush = number
    default: break
    }
    guard let flush else { return }
    let shift = model.properties.number(.labelFlushOffset) ?? 0
    for index in model.ticks.indices {
      let place = model.ticks[index].place
      if place.magnitude < flush {
        model.ticks[index].anchor = .start
        model.ticks[index].shift = -shift
      } else if (length - place).magnitude < flush {
        model.ticks[index].anchor = .end
        model.ticks[index].shift = shift
      }
    }
  }

  /// Leaves out labels that would meet others.
  private func hide(_ model: inout AxisModel, _ scale: PositionScale) {
    let size = model.labelSize
    let extents = model.ticks.map { tick -> (low: Double, high: Double) in
      let widest = width(tick.lines, size, model.labelWeight)
      let left = tick.place + tick.shift - lead(tick.anchor, widest)
      return (left, left + widest)
    }
    apply(&model, extents, scale)
  }

  private func apply(
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
  private func hideBeyond(
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

  private func placeTurned(_ axis: inout PlacedAxis, _ angle: Double) {
    let model = axis.model
    let size = model.labelSize
    let limit = model.properties.number(.labelLimit) ?? 180
    let isBottom = model.side == .bottom
    let outward = isBottom ? 1.0 : -1
    let distance = model.tickSize + model.labelPadding
    let anchor: Canvas.Anchor = (angle < 180) == isBottom ? .start : .end
    let isUpright = (45..<135).contains(angle) || (angle > 225 && angle < 315)
    var deepest = 0.0
    let radians = angle * .pi / 180
    let (sine, cosine) = (Elementary.sin(radians), Elementary.cos(radians))
    var extents: [(low: Double, high: Double)] = []
    var texts: [(String, Double)] = []
    for tick in model.ticks {
      let whole = tick.lines.joined(separator: " ")
      let text = TextMetrics.ellipsis(whole, toFit: limit, size: size, weight: model.labelWeight)
      let width = TextMetrics.width(text, size: size, weight: model.labelWeight)
      texts.append((text, width))
      let half = (size * sine).magnitude / 2 + (isUpright ? 0 : (width * cosine).magnitude)
      extents.append((tick.place - half, tick.place + half))
    }
    var changed = model
    let scale: PositionScale = .none(start: 0, end: 0)
    if config.hasOwnSizes {
      if !model.scale.fieldType.isDiscrete { apply(&changed, extents, scale) }
    } else {
      // Turned labels that would still meet are thinned out rather than set upon one another.
      let shown = LabelOverlap.parity(extents, separation: 1)
      for index in changed.ticks.indices { changed.ticks[index].isShown = shown[index] }
    }
    axis.model = changed
    for (tick, (text, width)) in zip(changed.ticks, texts) where tick.isShown && !text.isEmpty {
      // The text's middle line runs through the end of its tick.
      let drop = isUpright ? size * 0.3 : size * 0.79
      let x = tick.place - drop * sine * (isUpright ? 1 : 0.5)
      let y = (isBottom ? axis.depth : 0) + outward * distance + drop * cosine
      let whole = tick.lines.joined(separator: " ")
      axis.labels.append(
        PlacedAxis.Label(
          lines: [text], x: x, y: y, anchor: anchor, angle: angle,
          whole: text == whole ? nil : whole))
      let reach = (width * sine).magnitude + (size * cosine).magnitude
      deepest = max(deepest, reach)
      let along = width * cosine.magnitude
      let left = anchor == .end ? tick.place - along : tick.place - size / 2
      let right = anchor == .start ? tick.place + along : tick.place + size / 2
      axis.overhang.before = max(axis.overhang.before, -left)
      axis.overhang.behind = max(axis.overhang.behind, right - axis.length)
    }
    axis.thickness = distance + deepest
  }

  // MARK: Vertical axes

  private func placeBeside(_ axis: inout PlacedAxis, _ scale: PositionScale) {
    var model = axis.model
    let size = model.labelSize
    let lineHeight = model.properties.number(.labelLineHeight) ?? size * 1.2
    let limit = min(model.properties.number(.labelLimit) ?? 180, sideLimit)
    let step = band(scale)
    var wholes: [String?] = []
    for index in model.ticks.indices {
      let lines = model.ticks[index].lines
      if let step, lines.count == 1, !config.hasOwnSizes {
        let most = max(1, min(3, Int(holding: (step - 2) / lineHeight)))
        model.ticks[index].lines = TextMetrics.wrap(
          lines[0], width: limit, size: size, weight: model.labelWeight, maximumLines: most)
      } else {
        model.ticks[index].lines = lines.map {
          TextMetrics.ellipsis($0, toFit: limit, size: size, weight: model.labelWeight)
        }
      }
      let isCut = model.ticks[index].lines.last?.hasSuffix("…") == true
      wholes.append(isCut ? lines.joined(separator: " ") : nil)
    }
    let extents = model.ticks.map { tick -> (low: Double, high: Double) in
      let half = (Double(tick.lines.count - 1) * lineHeight + size) / 2
      return (tick.place - half, tick.place + half)
    }
    if step != nil, !config.hasOwnSizes {
      let shown = LabelOverlap.parity(extents, separation: 0)
      for index in model.ticks.indices { model.ticks[index].isShown = shown[index] }
    } else {
      apply(&model, extents, scale)
    }
    axis.model = model
    let isLeft = model.side == .left
    let distance = model.tickSize + model.labelPadding
    var widest = 0.0
    let align = model.properties.text(.labelAlign)
    var anchor: Canvas.Anchor = isLeft ? .end : .start
    if align == "left" { anchor = .start }
    if align == "right" { anchor = .end }
    if align == "center" { anchor = .middle }
    for (index, tick) in model.ticks.enumerated() where tick.isShown && tick.hasText {
      widest = max(widest, width(tick.lines, size, model.labelWeight))
      let drop: Double =
        switch model.properties.text(.labelBaseline) {
        case "top", "line-top": size * 0.79
        case "bottom", "line-bottom": -size * 0.21
        case "alphabetic": 0
        default: size * 0.3
        }
      let first = tick.place - Double(tick.lines.count - 1) * lineHeight / 2 + drop
      let x = isLeft ? -distance : axis.depth + distance
      axis.labels.append(
        PlacedAxis.Label(
          lines: tick.lines, x: x, y: first + (model.properties.number(.labelOffset) ?? 0),
          anchor: anchor, angle: 0, whole: wholes[index]))
      axis.overhang.before = max(axis.overhang.before, -extents[index].low)
      axis.overhang.behind = max(axis.overhang.behind, extents[index].high - axis.length)
    }
    axis.thickness = max(model.tickSize, widest > 0 ? distance + widest : 0)
  }

  private func width(_ lines: [String], _ size: Double, _ weight: FontWeight) -> Double {
    lines.map { TextMetrics.width($0, size: size, weight: weight) }.max() ?? 0
  }

  private func lead(_ anchor: Canvas.Anchor, _ width: Double) -> Double {
    switch anchor {
    case .start: 0
    case .middle: width / 2
    case .end: width
    }
  }
}

extension AxisTick {
  /// Whether there is anything to be read.
  var hasText: Bool { lines.contains { !$0.isEmpty } }
}
