import Values

extension EstimateShape {
  /// Draws it in a colour.
  func draw(on canvas: inout Canvas, paint: Paint, idPrefix: String) {
    let pen = Pen(paint: paint, soft: SoftMask.name(softness, orientation, idPrefix))
    if estimate.isSingleFigure { return drawPoint(on: &canvas, pen) }
    let mask = fadesTowardsUpperEnd.map {
      FadeMask.name(towards: orientation, isUpper: $0, idPrefix)
    }
    canvas.masked(pen.soft) { canvas in
      canvas.rectangle(
        box, "", look: Look(opacity: isAccompanied ? 0.16 : 0.3, mask: mask, fill: paint))
    }
    drawStem(on: &canvas, paint)
    drawEnd(lowEnd, at: low, on: &canvas, pen)
    drawEnd(highEnd, at: high, on: &canvas, pen)
  }

  /// What lines are drawn with.
  private struct Pen {
    /// The colour.
    let paint: Paint
    /// The id of the mask through which soft sides fade; nil where both are sharp.
    let soft: String?
  }

  /// Whether the open end lies up or to the right as readers see it; nil where none is open.
  private var fadesTowardsUpperEnd: Bool? {
    guard lowEnd == .open || highEnd == .open else { return nil }
    let open = lowEnd == .open ? low : high
    let bound = lowEnd == .open ? high : low
    return orientation == .vertical ? open < bound : open > bound
  }

  private func drawPoint(on canvas: inout Canvas, _ pen: Pen) {
    let radius = EstimateShape.pointRadius
    let (x, y) = orientation.point(along: low, across: spine)
    if cap.width > radius * 3 {
      drawCap(at: low, on: &canvas, pen, width: 2)
    } else if pen.soft != nil {
      // The point hides the span whose sides would fade, so it has a halo instead.
      canvas.circle(x, y, radius: radius + 3.5, "", look: Look(opacity: 0.25, fill: pen.paint))
    }
    if estimate.isApproximate {
      canvas.circle(
        x, y, radius: radius, "", look: Look(width: 1.75, fill: .theme("ground"), stroke: pen.paint)
      )
    } else {
      canvas.circle(x, y, radius: radius, "", look: Look(fill: pen.paint))
    }
  }

  /// The line from the bound to the arrow of an open end, or between the bounds where the fill
  /// alone would not tell them from those of others.
  private func drawStem(on canvas: inout Canvas, _ paint: Paint) {
    let look = Look(width: 1.25, opacity: 0.7, stroke: paint)
    guard lowEnd == .open || highEnd == .open else {
      guard isAccompanied || slot.width < EstimateShape.minimumCap else { return }
      let from = orientation.point(along: low, across: spine)
      let to = orientation.point(along: high, across: spine)
      return canvas.line(from.x, from.y, to.x, to.y, "", look: look)
    }
    let open = lowEnd == .open ? low : high
    let bound = lowEnd == .open ? high : low
    guard (bound - open).magnitude > 10 else { return }
    let tip = open + (bound > open ? 2 : -2)
    let from = orientation.point(along: bound, across: spine)
    let to = orientation.point(along: tip, across: spine)
    canvas.line(from.x, from.y, to.x, to.y, "", look: look)
    let wing = min(4.5, max(2.5, cap.width / 3))
    let back = tip + (bound > open ? wing : -wing)
    var head = PathData()
    let left = orientation.point(along: back, across: spine - wing)
    let right = orientation.point(along: back, across: spine + wing)
    head.move(left.x, left.y)
    head.line(to.x, to.y)
    head.line(right.x, right.y)
    canvas.path(
      head, "", look: Look(width: 1.25, opacity: 0.7, isRound: true, stroke: paint))
  }

  private func drawEnd(_ end: End, at place: Double, on canvas: inout Canvas, _ pen: Pen) {
    guard end != .open else { return }
    drawCap(at: place, on: &canvas, pen, width: 2.5)
    guard end == .exclusive else { return }
    let (x, y) = orientation.point(along: place, across: spine)
    canvas.circle(
      x, y, radius: 3.5, "", look: Look(width: 1.75, fill: .theme("ground"), stroke: pen.paint))
  }

  private func drawCap(
    at place: Double, on canvas: inout Canvas, _ pen: Pen, width: Double
  ) {
    guard pen.soft == nil else { return drawSoftCap(at: place, on: &canvas, pen, width: width) }
    let from = orientation.point(along: place, across: cap.low)
    let to = orientation.point(along: place, across: cap.high)
    let dash: [Double] = estimate.isApproximate ? [4, 3] : []
    canvas.line(
      from.x, from.y, to.x, to.y, "", look: Look(width: width, dash: dash, stroke: pen.paint))
  }

  /// A cap as an area, for a straight line has no box that a mask could measure.
  private func drawSoftCap(
    at place: Double, on canvas: inout Canvas, _ pen: Pen, width: Double
  ) {
    var path = PathData()
    var start = cap.low
    // More dashes than these cannot be told apart.
    let dash = estimate.isApproximate ? max(4, cap.width / 200) : cap.width
    while start < cap.high, dash > 0 {
      let box = orientation.box(
        along: (place - width / 2, place + width / 2),
        across: (start, min(start + dash, cap.high)))
      path.move(box.minX, box.minY)
      path.horizontal(box.maxX)
      path.vertical(box.maxY)
      path.horizontal(box.minX)
      path.close()
      start += dash + 3
    }
    canvas.path(path, "", look: Look(mask: pen.soft, fill: pen.paint))
  }
}
