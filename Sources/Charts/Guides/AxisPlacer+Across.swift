/// The labels of horizontal axes.
extension AxisPlacer {
  func placeAcross(_ axis: inout PlacedAxis, _ scale: PositionScale) {
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
    var wholes: [String?] = []
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
      wholes.append(whole(lines, model.ticks[index].lines))
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
      axis.labels.append(
        PlacedAxis.Label(
          lines: tick.lines, x: tick.place + tick.shift + shift, y: y, anchor: tick.anchor,
          angle: 0, whole: wholes[index]))
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
  func defaultAngle(_ model: AxisModel, _ scale: PositionScale) -> Double {
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

  func band(_ scale: PositionScale) -> Double? {
    guard case .band(let band) = scale else { return nil }
    return band.step
  }

  /// The first and last label of a continuous axis stay within the plot, as Vega's `labelFlush` and
  /// `labelBound` have it.
  func alignAcross(_ model: inout AxisModel, _ length: Double, _ scale: PositionScale) {
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

  /// Places labels that are turned by an angle, in degrees.
  func placeTurned(_ axis: inout PlacedAxis, _ angle: Double) {
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
}
