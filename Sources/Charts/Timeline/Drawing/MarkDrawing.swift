/// Draws the mark of one date.
///
/// What lasts is filled, what happened at some time within is lightly filled; a doubtful date is
/// dashed, an end that is about there fades, one that is open is an arrow's head, one that nobody
/// knows fades to a question mark, and one outside the picture is torn.
struct MarkDrawing {
  let mark: PlacedMark
  /// The class of its colour.
  let color: String
  let isHighlighted: Bool
  let pen: MarkPen
  let fades: FadeMasks

  /// A sliver, of which a strong outline would leave nothing.
  private var isSliver: Bool { mark.bodyTo - mark.bodyFrom <= 6 }
  private var outline: Double { isHighlighted && !isSliver ? 2 : 1.2 }
  private var low: Double { mark.middle - mark.thickness / 2 }
  private var high: Double { mark.middle + mark.thickness / 2 }
  private var fill: String { "\(color) fill" }
  private var stroke: String { "\(color) stroke" }
  private var strongStroke: String { isHighlighted ? "\(stroke) highlight" : stroke }

  /// Draws it.
  func draw(on canvas: inout Canvas) {
    if mark.isPoint { drawPoint(on: &canvas) } else { drawSpan(on: &canvas) }
  }

  // MARK: - Days

  private func drawPoint(on canvas: inout Canvas) {
    let (x, y) = pen.point(mark.bodyMiddle, mark.middle)
    let radius = mark.thickness / 2
    let waist = mark.middle - radius * 0.55...mark.middle + radius * 0.55
    if mark.start == .about, mark.from < mark.bodyFrom {
      fade(mark.from...mark.bodyMiddle, waist, towardsEnd: false, on: &canvas)
    }
    if mark.end == .about, mark.to > mark.bodyTo {
      fade(mark.bodyMiddle...mark.to, waist, towardsEnd: true, on: &canvas)
    }
    if mark.isDoubtful {
      canvas.circle(x, y, radius: radius - 0.5, fill, look: Look(opacity: 0.15))
      canvas.circle(
        x, y, radius: radius - 0.75, stroke, look: Look(width: 1.5, dash: [2.5, 2]))
    } else {
      canvas.circle(x, y, radius: radius - 0.5, fill)
    }
    if isHighlighted {
      canvas.circle(x, y, radius: radius + 1.8, strongStroke, look: Look(width: 1.4))
    }
  }

  // MARK: - Spans

  private func drawSpan(on canvas: inout Canvas) {
    drawSoftEnd(mark.start, mark.from...max(mark.from, mark.bodyFrom), towardsEnd: false, &canvas)
    drawSoftEnd(mark.end, min(mark.to, mark.bodyTo)...mark.to, towardsEnd: true, &canvas)
    for (index, run) in mark.runs.enumerated() {
      let isFirst = index == 0
      let isLast = index + 1 == mark.runs.count
      let opacity = self.opacity(of: run, isFirst: isFirst, isLast: isLast)
      let body =
        edge(run, isStart: true, isOuter: isFirst, inset: 0).reversed()
        + edge(run, isStart: false, isOuter: isLast, inset: 0)
      canvas.path(pen.path(body, closed: true), fill, look: Look(opacity: opacity))
      let look = Look(width: outline, dash: run.isDoubtful ? [3, 2] : [])
      for line in outlines(run, index: index) {
        canvas.path(pen.path(line, closed: false), isSliver ? stroke : strongStroke, look: look)
      }
    }
    if isHighlighted, isSliver {
      let gap = PlacedMark.ring - 0.6
      canvas.rectangle(
        pen.box(mark.bodyFrom - gap...mark.bodyTo + gap, low - gap...high + gap), strongStroke,
        radius: 1.5, look: Look(width: 1.2))
    }
  }

  /// How full a run is filled: words in a bar must stay legible, and a sliver must be seen.
  private func opacity(of run: PlacedMark.Run, isFirst: Bool, isLast: Bool) -> Double {
    if isSliver { return run.isDoubtful ? 0.2 : 0.65 }
    if run.isDoubtful { return 0.1 }
    let isAbout = isFirst && mark.start == .about || isLast && mark.end == .about
    if run.isThroughout || isAbout { return Self.full }
    return isHighlighted ? 0.32 : 0.18
  }

  /// How full the bar of what lasts is filled.
  private static let full = 0.42

  /// The lines about a run: its long sides, and its ends where it has them.
  private func outlines(_ run: PlacedMark.Run, index: Int) -> [[(along: Double, across: Double)]] {
    let isFirst = index == 0
    let isLast = index + 1 == mark.runs.count
    let touchesBefore = !isFirst && mark.runs[index - 1].to >= run.from
    let touchesAfter = !isLast && mark.runs[index + 1].from <= run.to
    let inset = outline / 2
    let start = edge(run, isStart: true, isOuter: isFirst, inset: inset, isJoint: touchesBefore)
    let end = edge(run, isStart: false, isOuter: isLast, inset: inset, isJoint: touchesAfter)
    let hasStart = !touchesBefore && !(isFirst && isSoft(mark.start))
    let hasEnd = !touchesAfter && !(isLast && isSoft(mark.end))
    guard let startLow = start.first, let startHigh = start.last, let endLow = end.first,
      let endHigh = end.last
    else { return [] }
    switch (hasStart, hasEnd) {
    case (true, true):
      // One line all the way round, joined in the middle of the start.
      return [start.reversed() + end + [startHigh]]
    case (true, false): return [[endHigh] + start.reversed() + [endLow]]
    case (false, true): return [[startLow] + end + [startHigh]]
    case (false, false): return [[startLow, endLow], [startHigh, endHigh]]
    }
  }

  private func isSoft(_ end: DrawnDate.End) -> Bool { end == .about || end == .unknown }

  /// The points of one end of a run, from the low side to the high one.
  private func edge(
    _ run: PlacedMark.Run, isStart: Bool, isOuter: Bool, inset: Double, isJoint: Bool = false
  ) -> [(along: Double, across: Double)] {
    let direction = isStart ? -1.0 : 1.0
    let look = isOuter ? (isStart ? mark.start : mark.end) : .stated
    let isSharp = !isJoint && !isSoft(look)
    let at = (isStart ? run.from : run.to) - (isSharp ? direction * inset : 0)
    let (low, high) = (low + inset, high - inset)
    switch look {
    case .open:
      let length = min(PlacedMark.arrowLength, (run.to - run.from) * 0.8)
      let base = at - direction * length
      return [(base, low), (at, mark.middle), (base, high)]
    case .cut where run.to - run.from > 6:
      let quarter = (high - low) / 4
      let tooth = at - direction * 3
      return [
        (at, low), (tooth, low + quarter), (at, mark.middle), (tooth, high - quarter), (at, high),
      ]
    default: return [(at, low), (at, high)]
    }
  }

  private func drawSoftEnd(
    _ end: DrawnDate.End, _ along: ClosedRange<Double>, towardsEnd: Bool, _ canvas: inout Canvas
  ) {
    let length = along.upperBound - along.lowerBound
    guard isSoft(end), length > 0 else { return }
    let sign = end == .unknown && length >= 14 && mark.thickness >= 8 ? 10.0 : 0
    let soft =
      towardsEnd
      ? along.lowerBound...along.upperBound - sign : along.lowerBound + sign...along.upperBound
    fade(soft, low...high, towardsEnd: towardsEnd, on: &canvas)
    guard sign > 0 else { return }
    let place = towardsEnd ? along.upperBound - sign / 2 : along.lowerBound + sign / 2
    let (x, y) = pen.point(place, mark.middle)
    canvas.text("?", x, y + 4, "mark-label", anchor: .middle, weight: .bold)
  }

  private func fade(
    _ along: ClosedRange<Double>, _ across: ClosedRange<Double>, towardsEnd: Bool,
    on canvas: inout Canvas
  ) {
    canvas.rectangle(
      pen.box(along, across), fill,
      look: Look(
        opacity: mark.isPoint ? 0.6 : Self.full + 0.1, mask: towardsEnd ? fades.end : fades.start))
  }
}
