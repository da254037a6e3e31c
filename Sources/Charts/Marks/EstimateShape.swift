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

  /// Which sides fade out because the date does not say them for sure.
  struct Softness: Hashable, Sendable {
    /// The side at the left or the top.
    var low = false
    /// The side at the right or the bottom.
    var high = false
  }

  /// The item of the layer.
  let item: Int
  /// What it shows.
  let estimate: Estimate
  /// Its two sides across the axis of values, in px: on an axis of time those of its date.
  let slot: Dodge.Slot
  /// Where its caps begin and end: the slot, or about it where that is too narrow to be seen.
  let cap: Dodge.Slot
  /// Which of its sides are uncertain or approximate.
  let softness: Softness
  /// Where its point, stem or ring stands, within the slot.
  var spine: Double
  /// Whether others lie upon it, so that fills are fainter and ranges bear a stem.
  var isAccompanied = false
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
  /// The least width of a cap, in px.
  static let minimumCap = 6.0

  /// The shape of an estimate, or nil where the scale has no place for it.
  init?(
    item: Int, estimate: Estimate, slot: Dodge.Slot, softness: Softness, isParted: Bool,
    scale: PositionScale,
    orientation: Orientation, plot: Box
  ) {
    self.item = item
    self.estimate = estimate
    // A hair's breadth keeps neighbouring years apart.
    let margin = slot.width > 12 ? 1.5 : 0
    self.slot = Dodge.Slot(low: slot.low + margin, high: slot.high - margin)
    let half = max(self.slot.width, isParted ? 0 : EstimateShape.minimumCap) / 2
    cap = Dodge.Slot(low: self.slot.middle - half, high: self.slot.middle + half)
    spine = self.slot.middle
    self.softness = softness
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
      low = held(scale.range.start)
      lowEnd = .open
    }
    if let bound = estimate.high {
      guard let place = scale.place(bound) else { return nil }
      high = held(place)
      highEnd = estimate.isHighExclusive ? .exclusive : .closed
    } else {
      high = held(scale.range.end)
      highEnd = .open
    }
  }

  /// The box from bound to bound.
  var box: Box { orientation.box(along: (low, high), across: (cap.low, cap.high)) }

  /// What it takes up along the axis of values, its points and caps included, in px.
  var along: Dodge.Slot {
    let margin = estimate.isSingleFigure ? EstimateShape.pointRadius : 2
    return Dodge.Slot(low: min(low, high) - margin, high: max(low, high) + margin)
  }

  /// The boxes that it takes up, its points and caps included.
  var boxes: [Box] {
    guard estimate.isSingleFigure else { return [box] }
    let radius = EstimateShape.pointRadius
    let across = (min(cap.low, spine - radius), max(cap.high, spine + radius))
    return [
      orientation.box(along: (low - 1, low + 1), across: across),
      orientation.box(
        along: (low - radius, low + radius), across: (spine - radius, spine + radius)),
    ]
  }

  /// The boxes that labels keep clear of: where others lie upon it, its lines but not its fill.
  var obstacles: [Box] {
    guard isAccompanied, !estimate.isSingleFigure else { return boxes }
    let stem = orientation.box(along: (low, high), across: (spine - 2, spine + 2))
    return [stem]
      + [(lowEnd, low), (highEnd, high)].filter { $0.0 != .open }.map { _, place in
        orientation.box(along: (place - 2, place + 2), across: (cap.low, cap.high))
      }
  }
}
