import Markup
import Values

/// The picture of one estimate: where its bounds are, and how each of its ends is drawn.
struct EstimateShape: Sendable {
  /// One end of an estimate.
  enum End: Hashable, Sendable {
    /// Stated: a cap at the bound.
    case closed
    /// Stated, and itself ruled out: a cap with an open ring.
    case exclusive
    /// Not stated: fades out towards the axis' end.
    case open
  }

  /// The item of the layer.
  let item: Int
  /// What it shows.
  let estimate: Estimate
  /// Its two sides across the axis of values, in px.
  let slot: Dodge.Slot
  /// Whether its date is uncertain or approximate.
  let isDateSoft: Bool
  /// The place of the lower bound, or of the axis' end where there is none, in px.
  let low: Double
  /// The place of the upper bound, or of the axis' end where there is none, in px.
  let high: Double
  /// How the lower end is drawn.
  let lowEnd: End
  /// How the upper end is drawn.
  let highEnd: End
  /// The axis that it measures along.
  let orientation: Orientation

  /// The radius of the point of a single figure, in px.
  static let pointRadius = 4.5

  /// The shape of an estimate, or nil where the scale has no place for it.
  init?(
    item: Int, estimate: Estimate, slot: Dodge.Slot, isDateSoft: Bool, scale: PositionScale,
    orientation: Orientation, plot: Box
  ) {
    self.item = item
    self.estimate = estimate
    // A hair's breadth keeps neighbouring years apart.
    let margin = slot.width > 12 ? 1.5 : 0
    self.slot = Dodge.Slot(low: slot.low + margin, high: slot.high - margin)
    self.isDateSoft = isDateSoft
    self.orientation = orientation
    let ends =
      orientation == .vertical ? (plot.maxY, plot.minY) : (plot.minX, plot.maxX)
    func held(_ place: Double) -> Double {
      min(max(place, min(ends.0, ends.1)), max(ends.0, ends.1))
    }
    if let bound = estimate.low {
      guard let place = scale.place(bound) else { return nil }
      low = held(place)
      lowEnd = estimate.isLowExclusive ? .exclusive : .closed
    } else {
      // Towards the axis' lower end, wherever the axis runs.
      low = held(scale.nearEnd)
      lowEnd = .open
    }
    if let bound = estimate.high {
      guard let place = scale.place(bound) else { return nil }
      high = held(place)
      highEnd = estimate.isHighExclusive ? .exclusive : .closed
    } else {
      high = held(scale.farEnd)
      highEnd = .open
    }
  }

  /// The box from bound to bound.
  var box: Box { orientation.box(along: (low, high), across: (slot.low, slot.high)) }

  /// The boxes that it takes up, its points and caps included.
  var boxes: [Box] {
    guard estimate.isSingleFigure else { return [box] }
    let radius = EstimateShape.pointRadius
    let across = (min(slot.low, slot.middle - radius), max(slot.high, slot.middle + radius))
    return [
      orientation.box(along: (low - 1, low + 1), across: across),
      orientation.box(
        along: (low - radius, low + radius), across: (slot.middle - radius, slot.middle + radius)),
    ]
  }

  /// Draws it in the colour of the class `style`.
  func draw(on canvas: inout Canvas, style: String, idPrefix: String) {
    if estimate.isSingleFigure { return drawPoint(on: &canvas, style) }
    let mask = fadesTowardsUpperEnd.map {
      FadeMask.name(towards: orientation, isUpper: $0, idPrefix)
    }
    canvas.rectangle(
      box, "\(style) fill", look: Look(opacity: isDateSoft ? 0.22 : 0.3, mask: mask))
    drawStem(on: &canvas, style)
    drawEnd(lowEnd, at: low, on: &canvas, style, isUpper: false)
    drawEnd(highEnd, at: high, on: &canvas, style, isUpper: true)
  }

  /// Whether the open end lies up or to the right as readers see it; nil where none is open.
  private var fadesTowardsUpperEnd: Bool? {
    guard lowEnd == .open || highEnd == .open else { return nil }
    let open = lowEnd == .open ? low : high
    let bound = lowEnd == .open ? high : low
    return orientation == .vertical ? open < bound : open > bound
  }

  private func drawPoint(on canvas: inout Canvas, _ style: String) {
    let radius = EstimateShape.pointRadius
    if slot.width > radius * 3 { drawCap(at: low, on: &canvas, style, width: 2) }
    let (x, y) = orientation.point(along: low, across: slot.middle)
    if estimate.isApproximate {
      canvas.circle(x, y, radius: radius, "\(style) hollow", look: Look(width: 1.75))
    } else {
      canvas.circle(x, y, radius: radius, "\(style) fill")
    }
  }

  /// The line from the bound to the arrow of an open end.
  private func drawStem(on canvas: inout Canvas, _ style: String) {
    guard lowEnd == .open || highEnd == .open else { return }
    let open = lowEnd == .open ? low : high
    let bound = lowEnd == .open ? high : low
    guard (bound - open).magnitude > 10 else { return }
    let tip = open + (bound > open ? 2 : -2)
    let from = orientation.point(along: bound, across: slot.middle)
    let to = orientation.point(along: tip, across: slot.middle)
    canvas.line(
      from.x, from.y, to.x, to.y, "\(style) stroke", look: Look(width: 1.25, opacity: 0.7))
    let wing = min(4.5, max(2.5, slot.width / 3))
    let back = tip + (bound > open ? wing : -wing)
    var head = PathData()
    let left = orientation.point(along: back, across: slot.middle - wing)
    let right = orientation.point(along: back, across: slot.middle + wing)
    head.move(left.x, left.y)
    head.line(to.x, to.y)
    head.line(right.x, right.y)
    canvas.path(head, "\(style) stroke", look: Look(width: 1.25, opacity: 0.7, isRound: true))
  }

  private func drawEnd(
    _ end: End, at place: Double, on canvas: inout Canvas, _ style: String, isUpper: Bool
  ) {
    guard end != .open else { return }
    drawCap(at: place, on: &canvas, style, width: 2.5)
    guard end == .exclusive else { return }
    let (x, y) = orientation.point(along: place, across: slot.middle)
    canvas.circle(x, y, radius: 3.5, "\(style) hollow", look: Look(width: 1.75))
  }

  private func drawCap(
    at place: Double, on canvas: inout Canvas, _ style: String, width: Double
  ) {
    let from = orientation.point(along: place, across: slot.low)
    let to = orientation.point(along: place, across: slot.high)
    let dash: [Double] = estimate.isApproximate ? [4, 3] : []
    canvas.line(
      from.x, from.y, to.x, to.y, "\(style) stroke", look: Look(width: width, dash: dash))
  }
}

/// The masks through which open ends fade out; they hold no colour of the theme.
enum FadeMask {
  /// The id of the mask that fades towards one end of an axis.
  static func name(towards axis: Orientation, isUpper: Bool, _ idPrefix: String) -> String {
    "\(idPrefix)-fade-\(direction(axis, isUpper))"
  }

  private static func direction(_ axis: Orientation, _ isUpper: Bool) -> String {
    switch (axis, isUpper) {
    case (.vertical, true): "up"
    case (.vertical, false): "down"
    case (.horizontal, true): "right"
    case (.horizontal, false): "left"
    }
  }

  /// Writes the masks of an axis that runs as usual.
  static func define(_ axis: Orientation, on canvas: inout Canvas, _ idPrefix: String) {
    for isUpper in [false, true] {
      let id = name(towards: axis, isUpper: isUpper, idPrefix)
      // From where the fill is full (1) to where it is gone (0), in parts of the shape's box.
      let isVertical = axis == .vertical
      let isForward = isVertical != isUpper
      canvas.write { writer in
        writer.open(
          "linearGradient",
          [
            "id": .text(id + "-ramp"), "x1": isVertical || isForward ? 0 : 1,
            "y1": isVertical && !isForward ? 1 : 0, "x2": !isVertical && isForward ? 1 : 0,
            "y2": isVertical && isForward ? 1 : 0,
          ])
        writer.empty("stop", ["offset": 0, "stop-color": "#fff"])
        writer.empty("stop", ["offset": 1, "stop-color": "#fff", "stop-opacity": 0.05])
        writer.close("linearGradient")
        writer.open("mask", ["id": .text(id), "maskContentUnits": "objectBoundingBox"])
        writer.empty("rect", ["width": 1, "height": 1, "fill": .text("url(#\(id)-ramp)")])
        writer.close("mask")
      }
    }
  }
}
