/// The labels of vertical axes.
extension AxisPlacer {
  func placeBeside(_ axis: inout PlacedAxis, _ scale: PositionScale) {
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
      wholes.append(whole(lines, model.ticks[index].lines))
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
}
