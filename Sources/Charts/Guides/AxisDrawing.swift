/// Draws a placed axis: its line, ticks, labels and title, and behind the marks its grid.
struct AxisDrawing {
  let axis: PlacedAxis
  /// The box between the axes, within the picture.
  let box: Box
  /// The room about that box, for titles at its corners.
  let insets: Insets
  let config: ChartConfig

  private var model: AxisModel { axis.model }
  private var properties: Properties<AxisProperty> { axis.model.properties }

  /// The title in lines that fit.
  static func titleLines(_ axis: PlacedAxis, width: Double) -> [String] {
    let limit =
      axis.model.properties.number(.titleLimit).map { $0 > 0 ? min($0, width) : width } ?? width
    return axis.model.title.flatMap {
      TextMetrics.wrap(
        $0, width: max(limit, 40), size: axis.model.titleSize, weight: axis.model.titleWeight,
        maximumLines: 3)
    }
  }

  /// A value of a property that may depend on the tick.
  private func value(_ key: AxisProperty, _ tick: AxisTick?) -> PropertyValue? {
    guard let value = properties[key] else { return nil }
    func rows(_ tick: AxisTick) -> ChartTable {
      ChartTable(
        names: ["value", "label", "index"],
        columns: [
          [tick.value], [.text(tick.lines.joined(separator: " "))], [.number(Double(tick.index))],
        ], rowCount: 1)
    }
    switch value {
    case .expression(let expression):
      guard let tick else { return nil }
      return PropertyValue(
        expression.evaluate(row: 0, of: rows(tick), parameters: config.parameters))
    case .conditional(let cases, let otherwise):
      guard let tick else { return otherwise }
      let table = rows(tick)
      return cases.first {
        $0.test.mask(of: table, parameters: config.parameters).first == true
      }?.value ?? otherwise
    default: return value
    }
  }

  // MARK: Grid

  /// Draws the lines across the plot.
  func drawGrid(on canvas: inout Canvas) {
    guard model.showsGrid else { return }
    for tick in model.ticks where config.hasOwnSizes || tick.hasText {
      var look = Look(width: value(.gridWidth, tick)?.number)
      look.dash = value(.gridDash, tick)?.numbers ?? []
      look.opacity = value(.gridOpacity, tick)?.number ?? 1
      look.stroke = value(.gridColor, tick)?.paint
      look.cap = properties.text(.gridCap)
      look.dashOffset = value(.gridDashOffset, tick)?.number ?? 0
      if model.side.isHorizontal {
        let x = box.minX + tick.place
        canvas.line(x, box.minY, x, box.maxY, "grid", look: look)
      } else {
        let y = box.minY + tick.place
        canvas.line(box.minX, y, box.maxX, y, "grid", look: look)
      }
    }
  }

  // MARK: Line, ticks, labels

  func draw(on canvas: inout Canvas) {
    canvas.group("axis axis-\(model.channel.rawValue)") { canvas in
      drawLine(on: &canvas)
      drawTicks(on: &canvas)
      drawLabels(on: &canvas)
      drawTitle(on: &canvas)
    }
  }

  private var edge: Double {
    switch model.side {
    case .left: box.minX - model.offset
    case .right: box.maxX + model.offset
    case .top: box.minY - model.offset
    case .bottom: box.maxY + model.offset
    }
  }

  private func drawLine(on canvas: inout Canvas) {
    // A grid says where values are; a line beside names or amounts would say it twice.
    let isShown = properties.boolean(.domain) ?? (model.side.isHorizontal || config.hasOwnSizes)
    guard isShown else { return }
    var look = Look(width: properties.number(.domainWidth))
    look.stroke = properties.paint(.domainColor)
    look.dash = properties[.domainDash]?.numbers ?? []
    look.opacity = properties.number(.domainOpacity) ?? 1
    look.cap = properties.text(.domainCap)
    look.dashOffset = properties.number(.domainDashOffset) ?? 0
    if model.side.isHorizontal {
      canvas.line(box.minX, edge, box.maxX, edge, "axis-line", look: look)
    } else {
      canvas.line(edge, box.minY, edge, box.maxY, "axis-line", look: look)
    }
  }

  private func drawTicks(on canvas: inout Canvas) {
    guard model.showsTicks,
      config.hasOwnSizes || model.scale.type.isContinuous && model.side.isHorizontal
        || properties.boolean(.ticks) == true
    else { return }
    for tick in edged(model.ticks) {
      var look = Look(width: value(.tickWidth, tick)?.number)
      look.stroke = value(.tickColor, tick)?.paint
      look.dash = value(.tickDash, tick)?.numbers ?? []
      look.opacity = value(.tickOpacity, tick)?.number ?? 1
      look.cap = properties.text(.tickCap)
      look.dashOffset = value(.tickDashOffset, tick)?.number ?? 0
      let size = value(.tickSize, tick)?.number ?? model.tickSize
      let shift = value(.tickOffset, tick)?.number ?? 0
      switch model.side {
      case .bottom:
        canvas.line(
          box.minX + tick.place + shift, edge, box.minX + tick.place + shift, edge + size, "tick",
          look: look)
      case .top:
        canvas.line(
          box.minX + tick.place + shift, edge, box.minX + tick.place + shift, edge - size, "tick",
          look: look)
      case .left:
        canvas.line(
          edge - size, box.minY + tick.place + shift, edge, box.minY + tick.place + shift, "tick",
          look: look)
      case .right:
        canvas.line(
          edge, box.minY + tick.place + shift, edge + size, box.minY + tick.place + shift, "tick",
          look: look)
      }
    }
  }

  /// The ticks, or where an author wants them between bands, the edges of the bands.
  private func edged(_ ticks: [AxisTick]) -> [AxisTick] {
    guard properties.text(.tickBand) == "extent", model.scale.type == .band,
      let first = ticks.first,
      let last = ticks.last
    else { return ticks }
    let half =
      ticks.count > 1 ? (ticks[1].place - first.place) / 2 : axis.length / 2
    let edges = ticks.map { tick in
      AxisTick(value: tick.value, place: tick.place - half, lines: [])
    }
    return edges + [AxisTick(value: last.value, place: last.place + half, lines: [])]
  }

  private func drawLabels(on canvas: inout Canvas) {
    let size = model.labelSize
    let lineHeight = properties.number(.labelLineHeight) ?? size * 1.2
    let shift: (x: Double, y: Double) =
      switch model.side {
      case .left: (-model.offset, 0)
      case .right: (model.offset, 0)
      case .top: (0, -model.offset)
      case .bottom: (0, model.offset)
      }
    let shown = model.ticks.filter { $0.isShown && $0.hasText }
    for (index, label) in axis.labels.enumerated() {
      let tick = index < shown.count ? shown[index] : nil
      var look = Look()
      look.fill = value(.labelColor, tick)?.paint
      look.opacity = value(.labelOpacity, tick)?.number ?? 1
      look.font = properties.text(.labelFont)
      look.fontStyle = value(.labelFontStyle, tick)?.text
      let weight = FontWeight(value(.labelFontWeight, tick)) ?? .regular
      let x = box.minX + label.x + shift.x
      let y = box.minY + label.y + shift.y
      if label.angle == 0 {
        canvas.text(
          lines: label.lines, x, y, lineHeight: lineHeight, "tick-label", anchor: label.anchor,
          size: size, weight: weight, look: look, title: label.whole)
      } else {
        canvas.turnedText(
          label.lines.joined(separator: " "), x, y, "tick-label", angle: label.angle,
          anchor: label.anchor, size: size, weight: weight, look: look, title: label.whole)
      }
    }
  }

  // MARK: Title

  private func drawTitle(on canvas: inout Canvas) {
    guard !model.title.isEmpty else { return }
    let size = model.titleSize
    var look = Look()
    look.fill = properties.paint(.titleColor)
    look.opacity = properties.number(.titleOpacity) ?? 1
    look.font = properties.text(.titleFont)
    look.fontStyle = properties.text(.titleFontStyle)
    let weight = model.titleWeight
    if model.isTurnedTitle {
      let isLeft = model.side == .left
      let distance = axis.thickness + model.titlePadding
      let x = isLeft ? edge - distance - size * 0.25 : edge + distance + size
      let angle = properties.number(.titleAngle) ?? 270
      canvas.turnedText(
        model.title.joined(separator: " "), x, box.midY, "axis-title",
        angle: angle.truncatingRemainder(dividingBy: 360), anchor: .middle, size: size,
        weight: weight, look: look)
      return
    }
    guard model.side.isHorizontal else { return drawTitleAbove(on: &canvas, look) }
    let align = properties.text(.titleAlign)
    let aligned = align == "left" ? "start" : align == "right" ? "end" : nil
    let anchorWord = properties.text(.titleAnchor) ?? aligned
    let anchor: Canvas.Anchor =
      anchorWord == "start" ? .start : anchorWord == "end" ? .end : .middle
    let x = anchor == .start ? box.minX : anchor == .end ? box.maxX : box.midX
    let lines = AxisDrawing.titleLines(axis, width: box.width)
    let distance = axis.thickness + model.titlePadding
    let first =
      model.side == .bottom
      ? edge + distance + size * 0.8
      : edge - distance - Double(lines.count - 1) * size * 1.25 - size * 0.2
    draw(lines, on: &canvas, x, first, anchor, look)
  }

  /// The title of a vertical axis stands level above it, where it is read without turning the head.
  private func drawTitleAbove(on canvas: inout Canvas, _ look: Look) {
    let size = model.titleSize
    let whole = box.width + insets.left + insets.right
    let lines = AxisDrawing.titleLines(axis, width: whole)
    let isLeft = model.side == .left
    let x = isLeft ? box.minX - insets.left : box.maxX + insets.right
    let last = box.minY - max(axis.overhang.before, 6) - 4
    draw(
      lines, on: &canvas, x, last - Double(lines.count - 1) * size * 1.25, isLeft ? .start : .end,
      look)
  }

  private func draw(
    _ lines: [String], on canvas: inout Canvas, _ x: Double, _ first: Double,
    _ anchor: Canvas.Anchor, _ look: Look
  ) {
    canvas.text(
      lines: lines, x, first, lineHeight: model.titleSize * 1.25, "axis-title", anchor: anchor,
      size: model.titleSize, weight: model.titleWeight, look: look)
  }
}
