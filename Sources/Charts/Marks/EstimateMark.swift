import Values

/// Estimates: hedged figures as wide as their dates and as high as their bounds.
///
/// A stated bound is a cap; an end that is not stated fades out and bears an arrow; a bound that is
/// itself ruled out bears an open ring; "about" is broken or hollow; a single figure is a point.
/// Several in one band of names stand side by side; on an axis of time, where being elsewhere would
/// be being at another date, each keeps its span, and they are seen through one another.
struct EstimateMark: Mark {
  /// Up to so many estimates bear their words.
  static let labelLimit = 16
  /// In a band of names a mark is never thicker than this, in px: as thick as a bar may be, so that
  /// it can stand on one.
  static let maximumThickness = BarMark.maximumThickness

  let frame: UnitFrame
  let looks: ItemLooks
  let shapes: [EstimateShape]

  var obstacles: [Box] { shapes.flatMap(\.obstacles) }

  static func measure(_ frame: UnitFrame) -> EstimateMark {
    let unit = frame.unit
    let company = company(unit)
    let found = (0..<unit.count).compactMap { item -> (Int, Estimate, Dodge.Slot)? in
      guard let estimate = estimate(unit, item),
        let slot = slot(frame, item, among: company[place(unit, item)] ?? 1)
      else { return nil }
      return (item, estimate, slot)
    }
    var slots = found.map(\.2)
    let isParted = isParted(frame)
    if isParted {
      let box = frame.box
      let bounds =
        unit.orientation == .vertical
        ? Dodge.Slot(low: box.minX, high: box.maxX) : Dodge.Slot(low: box.minY, high: box.maxY)
      slots = Dodge.apart(slots, within: bounds)
    }
    var shapes = zip(found, slots).compactMap { entry, slot in
      EstimateShape(
        item: entry.0, estimate: entry.1, slot: slot, softness: softness(frame, entry.0),
        isParted: isParted, scale: frame.valueScale, orientation: unit.orientation,
        plot: frame.box)
    }
    if !isParted { EstimateSpines.arrange(&shapes) }
    return EstimateMark(frame: frame, looks: ItemLooks(frame), shapes: shapes)
  }

  /// An item's estimate: the cell itself, a plain number, or the two ends that two channels give.
  static func estimate(_ unit: UnitModel, _ item: Int) -> Estimate? {
    guard let channel = unit[unit.valueChannel] else { return nil }
    let first = channel.value(item)
    guard let second = unit.valueChannel.secondary.flatMap({ unit[$0] }) else {
      switch first {
      case .estimate(let estimate): return estimate
      case .text(let text):
        if case .success(let estimate) = Estimate.parse(text) { return estimate }
        return nil
      default: return first.measure.flatMap { Estimate(exactly: $0) }
      }
    }
    let ends = [first.measure, second.value(item).measure]
    guard let low = ends[0], let high = ends[1] else {
      return Estimate(low: ends[0], high: ends[1])
    }
    return Estimate(low: min(low, high), high: max(low, high))
  }

  /// What decides where an item lies across the axis of values.
  private static func place(_ unit: UnitModel, _ item: Int) -> [Datum] {
    let offset: Channel = unit.orientation == .vertical ? .xOffset : .yOffset
    return [unit[unit.dimensionChannel], unit[offset]].map { $0?.value(item) ?? .null }
  }

  /// How many items share each place.
  private static func company(_ unit: UnitModel) -> [[Datum]: Int] {
    var counts: [[Datum]: Int] = [:]
    for item in 0..<unit.count { counts[place(unit, item), default: 0] += 1 }
    return counts
  }

  /// Whether estimates at one place may be set side by side: where the place is a name.
  private static func isParted(_ frame: UnitFrame) -> Bool {
    guard frame.unit[frame.unit.dimensionChannel] != nil else { return true }
    return frame.dimensionScale.isBand
  }

  /// Which sides of an item fade out: those that its date does not say for sure.
  static func softness(_ frame: UnitFrame, _ item: Int) -> EstimateShape.Softness {
    let scale = frame.dimensionScale
    guard scale.isTime, let channel = frame.unit[frame.unit.dimensionChannel],
      case .date(let date) = channel.value(item)
    else { return EstimateShape.Softness() }
    let isReversed = scale.range.start > scale.range.end
    let ends = (date.start != .sharp, date.end != .sharp)
    return EstimateShape.Softness(
      low: isReversed ? ends.1 : ends.0, high: isReversed ? ends.0 : ends.1)
  }

  /// Where an item lies across the axis of values.
  private static func slot(_ frame: UnitFrame, _ item: Int, among count: Int) -> Dodge.Slot? {
    let unit = frame.unit
    let scale = frame.dimensionScale
    guard let channel = unit[unit.dimensionChannel] else {
      let range = scale.range
      let slot = Dodge.Slot(low: min(range.start, range.end), high: max(range.start, range.end))
      return capped(slot, count)
    }
    let value = channel.value(item)
    switch scale {
    case .band(let band):
      guard let start = band(value) else { return nil }
      let width = band.bandwidth == 0 ? band.step.magnitude * 0.8 : band.bandwidth
      let first = band.bandwidth == 0 ? start - width / 2 : start
      let offset = unit.orientation == .vertical ? frame.xOffset : frame.yOffset
      if let offset, case .band(let inner) = offset.scale {
        guard let part = inner(offset.channel.value(item)) else { return nil }
        return capped(
          Dodge.Slot(low: first + part, high: first + part + inner.bandwidth), count)
      }
      return capped(Dodge.Slot(low: first, high: first + width), count)
    case .continuous:
      if case .date(let date) = value, let low = date.firstMoment ?? date.moment,
        let high = date.lastMoment ?? date.moment,
        let first = scale.place(low), let last = scale.place(high)
      {
        return Dodge.Slot(low: min(first, last), high: max(first, last))
      }
      return scale.place(value).map { Dodge.Slot(low: $0, high: $0) }
    case .none: return nil
    }
  }

  private static func capped(_ slot: Dodge.Slot, _ count: Int) -> Dodge.Slot {
    let half = min(slot.width, maximumThickness * Double(count)) / 2
    return Dodge.Slot(low: slot.middle - half, high: slot.middle + half)
  }

  func draw(on canvas: inout Canvas, labels: inout LabelPlacer) {
    // Wide ones behind narrow ones, so that none is hidden.
    let order = shapes.indices.sorted {
      (-shapes[$0].slot.width, $0) < (-shapes[$1].slot.width, $1)
    }
    let isParted = EstimateMark.isParted(frame)
    for shape in isParted ? shapes : order.map({ shapes[$0] }) {
      canvas.linked(looks.address(shape.item)) { canvas in
        canvas.item(title: tooltip(shape)) { canvas in
          shape.draw(on: &canvas, paint: looks.fill(shape.item), idPrefix: frame.idPrefix)
        }
      }
    }
    let isLabelled =
      frame.unit.mark.properties.boolean(.labels) ?? (shapes.count <= EstimateMark.labelLimit)
    guard isLabelled else { return }
    for shape in shapes {
      for text in EstimateLabel.texts(of: shape.estimate, frame.words) {
        guard let place = labels.place(text, at: EstimateLabel.candidates(for: shape)) else {
          continue
        }
        canvas.text(text, place.x, place.y, "mark-label", anchor: place.anchor)
        break
      }
    }
  }

  /// What is said of a shape; of a soft date also why its sides fade.
  private func tooltip(_ shape: EstimateShape) -> String {
    let text = looks.tooltip(shape.item)
    guard shape.softness != EstimateShape.Softness(),
      let channel = frame.unit[frame.unit.dimensionChannel],
      case .date(let date) = channel.value(shape.item)
    else { return text }
    let words = frame.words.soft(date.words(in: frame.words.language))
    return text.isEmpty ? words : "\(text)\n\(words)"
  }
}

extension Orientation {
  /// A point by its place along the axis of values and across it.
  func point(along: Double, across: Double) -> (x: Double, y: Double) {
    self == .vertical ? (across, along) : (along, across)
  }

  /// A box by its extents along the axis of values and across it, in any order.
  func box(along: (Double, Double), across: (Double, Double)) -> Box {
    let (low, high) = (min(along.0, along.1), max(along.0, along.1))
    let (first, last) = (min(across.0, across.1), max(across.0, across.1))
    return self == .vertical
      ? Box(minX: first, minY: low, maxX: last, maxY: high)
      : Box(minX: low, minY: first, maxX: high, maxY: last)
  }
}
