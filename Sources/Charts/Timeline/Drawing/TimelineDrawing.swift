import Markup
import Values

/// Draws a timeline that has been laid out.
struct TimelineDrawing {
  let layout: TimelineLayout
  let content: TimelineContent
  let language: Language
  let idPrefix: String
  let href: (Int) -> String?

  private var pen: MarkPen { MarkPen(isVertical: layout.isVertical) }
  private var fades: FadeMasks { FadeMasks(prefix: idPrefix, isVertical: layout.isVertical) }

  /// Draws all of it.
  func draw(on canvas: inout Canvas) {
    let marks = layout.lanes.flatMap(\.items).map(\.mark)
    if FadeMasks.areNeeded(for: marks) { fades.define(on: &canvas) }
    canvas.group(layout.isVertical ? "axis axis-y" : "axis axis-x") { drawAxis(on: &$0) }
    for group in layout.groups { canvas.set(group) }
    for lane in layout.lanes {
      canvas.group("lane-events") { canvas in
        if let label = lane.label { canvas.set(label) }
        for item in lane.items { draw(item, on: &canvas) }
      }
    }
    for legend in layout.legends {
      canvas.group("legend") { draw(legend, on: &$0) }
    }
    if let note = layout.note { canvas.set(note) }
  }

  // MARK: - Axis and lanes

  private func drawAxis(on canvas: inout Canvas) {
    let plot = layout.plot
    for tick in layout.ticks {
      let place = tick.place.rounded(.down) + 0.5
      if layout.isVertical {
        if tick.isMajor { canvas.line(plot.minX, place, plot.maxX, place, "grid") }
        canvas.line(plot.minX - 3, place, plot.minX, place, "tick")
      } else {
        canvas.line(place, plot.minY, place, plot.maxY, "grid")
        for line in layout.axisLines {
          let isAbove = line <= plot.minY
          canvas.line(place, line, place, line + (isAbove ? -4 : 4), "tick")
        }
      }
    }
    let headed = layout.groups.map { $0.top - HorizontalLayout.groupGap }
    for lane in layout.lanes.dropLast() where content.lanes != nil {
      if headed.contains(where: { ($0 - lane.bottom).magnitude < 0.5 }) { continue }
      let y = lane.bottom.rounded() + 0.5
      canvas.line(0, y, layout.width, y, "lane rule")
    }
    for group in layout.groups.dropFirst() {
      let y = (group.top - HorizontalLayout.groupGap / 2).rounded() + 0.5
      canvas.line(0, y, layout.width, y, "axis-line")
    }
    for line in layout.axisLines {
      let place = line.rounded(.down) + 0.5
      for (from, to) in shown(of: plot) {
        let (start, end) = (pen.point(from, place), pen.point(to, place))
        canvas.line(start.x, start.y, end.x, end.y, "axis-line")
      }
    }
    for gap in layout.breaks { drawBreak(gap, on: &canvas) }
    for label in layout.ticks.flatMap(\.labels) + layout.contexts { canvas.set(label) }
  }

  /// The runs of the axis between the breaks.
  private func shown(of plot: Box) -> [(from: Double, to: Double)] {
    let (from, to) = layout.isVertical ? (plot.minY, plot.maxY) : (plot.minX, plot.maxX)
    let starts = [from] + layout.breaks.map(\.upperBound)
    let ends = layout.breaks.map(\.lowerBound) + [to]
    return zip(starts, ends).map { ($0, $1) }
  }

  /// Two torn edges where time is left out.
  private func drawBreak(_ gap: ClosedRange<Double>, on canvas: inout Canvas) {
    let plot = layout.plot
    let (low, high) =
      layout.isVertical ? (plot.minX - 4, plot.minX + 24) : (plot.minY, plot.maxY)
    let middle = (gap.lowerBound + gap.upperBound) / 2
    for edge in [middle - 4, middle + 4] {
      let count = max(2, Int(((high - low) / 7).rounded()))
      let points = (0...count).map { step -> (along: Double, across: Double) in
        let side = step % 2 == 0 ? -2.5 : 2.5
        return (edge + side, low + (high - low) * Double(step) / Double(count))
      }
      canvas.path(pen.path(points, closed: false), "break rule", look: Look(fill: Paint.none))
    }
  }

  // MARK: - Events

  private func draw(_ item: TimelineLayout.Item, on canvas: inout Canvas) {
    let event = content.events[item.mark.event]
    let style =
      (item.mark.isPoint ? "event event-point" : "event event-span")
      + (event.isHighlighted ? " highlight" : "")
    let words = event.date.words(in: language)
    let link = href(event.row)
    canvas.write { writer in
      writer.open("g", ["class": .text(style)])
      writer.element("title", text: event.label.isEmpty ? words : "\(words): \(event.label)")
      if let link { writer.open("a", ["href": .text(link), "class": "event-link"]) }
    }
    if let leader = item.leader, leader.from < leader.to {
      let y = (item.date ?? item.label).map { $0.top + PlacedLabel.lineHeight / 2 } ?? 0
      canvas.line(
        leader.from, y.rounded(.down) + 0.5, leader.to, y.rounded(.down) + 0.5, "leader rule")
    }
    MarkDrawing(
      mark: item.mark, color: content.colorClass(event), isHighlighted: event.isHighlighted,
      pen: pen, fades: fades
    ).draw(on: &canvas)
    if let date = item.date { canvas.set(date) }
    if let label = item.label { canvas.set(label) }
    canvas.write { writer in
      if link != nil { writer.close("a") }
      writer.close("g")
      writer.newline()
    }
  }

  // MARK: - Legends

  private func draw(_ legend: TimelineLegend, on canvas: inout Canvas) {
    if let title = legend.title { canvas.set(title) }
    // Samples lie on their side even where time runs down, so they fade by masks of their own.
    let fades = FadeMasks(prefix: "\(idPrefix)-key", isVertical: false)
    let samples = legend.entries.map { entry in
      PlacedMark(sample: entry.sample, x: entry.x, middle: entry.middle)
    }
    if FadeMasks.areNeeded(for: samples) { fades.define(on: &canvas) }
    for (entry, sample) in zip(legend.entries, samples) {
      let color: String
      switch entry.sample {
      case .color(let index): color = TimelineContent.colorClass(at: index)
      case .sign: color = "mark-neutral"
      }
      MarkDrawing(
        mark: sample, color: color, isHighlighted: false, pen: MarkPen(isVertical: false),
        fades: fades
      ).draw(on: &canvas)
      canvas.set(entry.label)
    }
  }
}
