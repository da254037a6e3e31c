import Markup

/// Draws one plot: background, grid, axes, marks, and the names where lines end.
extension ChartDrawing {
  mutating func drawPlot(_ plot: LaidPlot, x: Double, y: Double) {
    guard let box = ChartDrawing.boxes(.plot(plot), x: x, y: y).first?.box else { return }
    for (index, line) in plot.titleLines.enumerated() {
      canvas.text(
        line, box.minX, y + 12 + Double(index) * 16, "view-title", size: 12, weight: .bold)
    }
    drawBackground(plot, box)
    let frames = plot.model.units.map { frame($0, box) }
    let axes = plot.axes.map { axis in
      AxisDrawing(axis: axis, box: box, insets: plot.insets, config: config)
    }
    canvas.group("grid-lines") { canvas in
      for axis in axes { axis.drawGrid(on: &canvas) }
    }
    let behind = axes.filter { ($0.axis.model.properties.number(.zindex) ?? 0) < 1 }
    let before = axes.filter { ($0.axis.model.properties.number(.zindex) ?? 0) >= 1 }
    for axis in behind { axis.draw(on: &canvas) }
    drawBaselines(plot, frames, box)
    let marks = frames.map { $0.unit.mark.kind.implementation.measure($0) }
    let edges = Box(
      minX: x, minY: 0, maxX: max(x + plot.totalWidth, available ?? 0), maxY: y + plot.totalHeight)
    var labels = LabelPlacer(
      within: edges, obstacles: canvas.texts.map(\.box) + marks.flatMap(\.obstacles))
    let clip = frames.contains { isClipped($0, plot) } ? clipName(box) : nil
    for (frame, mark) in zip(frames, marks) {
      canvas.group(groupStyle(frame.unit), clip: isClipped(frame, plot) ? clip : nil) { canvas in
        mark.draw(on: &canvas, labels: &labels)
      }
    }
    for case let line as LineMark in marks { plot.directLabels?.draw(on: &canvas, line, box) }
    for axis in before { axis.draw(on: &canvas) }
  }

  /// The class of the group that holds a unit's items.
  private func groupStyle(_ unit: UnitModel) -> String {
    let name = "mark-\(unit.mark.kind.rawValue)"
    return unit.mark.part.map { "\(name) \($0)" } ?? name
  }

  private mutating func drawBackground(_ plot: LaidPlot, _ box: Box) {
    let properties = plot.model.background.over(config.view)
    let (fill, stroke) = (properties.paint(.fill), properties.paint(.stroke))
    guard stroke != nil || fill != nil else { return }
    canvas.rectangle(
      box, "view-background", radius: properties.number(.cornerRadius) ?? 0,
      look: Look(
        width: properties.number(.strokeWidth),
        dash: properties[.strokeDash]?.numbers ?? [],
        opacity: properties.number(.opacity) ?? 1, fill: fill ?? Paint.none, stroke: stroke,
        fillOpacity: properties.number(.fillOpacity) ?? 1,
        strokeOpacity: properties.number(.strokeOpacity) ?? 1))
  }

  /// A line at zero where bars or areas begin there in the midst of the plot or at its side.
  private mutating func drawBaselines(_ plot: LaidPlot, _ frames: [UnitFrame], _ box: Box) {
    guard !config.hasOwnSizes else { return }
    for channel in [Channel.x, .y] {
      let measured = frames.first { frame in
        frame.unit.valueChannel == channel && !frame.scale(channel).isTime
          && [.bar, .area].contains(frame.unit.mark.kind)
      }
      guard let frame = measured, case .continuous(let scale) = frame.scale(channel) else {
        continue
      }
      let zero = scale(0)
      let range = frame.scale(channel).range
      guard zero.isFinite, zero >= min(range.start, range.end) - 0.5,
        zero <= max(range.start, range.end) + 0.5
      else { continue }
      if channel == .x {
        canvas.line(zero, box.minY, zero, box.maxY, "axis-line")
      } else if (zero - box.maxY).magnitude > 0.5
        || plot.axes.allSatisfy({ !$0.model.side.isHorizontal })
      {
        canvas.line(box.minX, zero, box.maxX, zero, "axis-line")
      }
    }
  }

  /// Whether marks are cut at the axes: where an author asks for it, and where an author's domain
  /// may leave data outside.
  private func isClipped(_ frame: UnitFrame, _ plot: LaidPlot) -> Bool {
    frame.unit.mark.properties.boolean(.clip)
      ?? plot.model.background.over(config.view).boolean(.clip) ?? frame.hasDataOutside
  }

  private mutating func clipName(_ box: Box) -> String {
    clipCount += 1
    let name = "\(idPrefix)-plot\(clipCount)"
    canvas.write { writer in
      writer.open("defs")
      writer.open("clipPath", ["id": .text(name)])
      writer.empty(
        "rect",
        [
          "x": .number(box.minX), "y": .number(box.minY), "width": .number(box.width),
          "height": .number(box.height),
        ])
      writer.close("clipPath")
      writer.close("defs")
    }
    return name
  }
}
