/// Finds the places of the marks and labels of one lane, its top being 0.
struct LanePacker {
  let content: TimelineContent
  let scale: TimeScale
  let window: TimelineWindow
  let plot: Box
  var sizes: PlacedMark.Sizes

  /// The room between a mark and its label, in px.
  static let labelGap = 6.0
  /// The least room between what stands beside each other in a row.
  static let itemGap = 10.0
  /// The least room between rows.
  static let rowGap = 5.0
  /// The height at which the marks of a lane without labels begin to be drawn thinner.
  static let crowdedHeight = 3_000.0
  /// The widest line of a label beside its mark, where it is a matter of choice.
  static func preferredWidth(in plot: Box) -> Double {
    min(plot.width, max(230, plot.width * 0.5))
  }

  /// The lane with `events`, indexes into the content's.
  func pack(_ events: [Int]) -> TimelineLayout.Lane {
    if let lane = PresencePacker(packer: self).pack(events) { return lane }
    let lane = packRows(events)
    guard content.isCrowded, lane.bottom > Self.crowdedHeight else { return lane }
    var thinner = self
    let scale = Self.crowdedHeight / lane.bottom
    thinner.sizes.thickness = max(1, sizes.thickness * scale)
    thinner.sizes.diameter = max(2, sizes.diameter * scale)
    return thinner.packRows(events)
  }

  /// The mark of an event, not yet placed across the axis; nil where nothing of it is in the
  /// window.
  func mark(_ event: Int) -> PlacedMark? {
    guard let date = content.events[event].drawn.cut(from: window.lower, to: window.upper)
    else { return nil }
    let ring = content.events[event].isHighlighted ? PlacedMark.ring : 0
    return PlacedMark(
      date, event: event, sizes: sizes, ring: ring, lower: plot.minX, upper: plot.maxX,
      place: { scale($0) })
  }

  /// The label of an event, measured, or nil where none is shown.
  func text(_ event: Int) -> LabelText? {
    let event = content.events[event]
    guard content.showsLabel(event) else { return nil }
    let text = LabelText(event.label, weight: event.isHighlighted ? .bold : .regular)
    return text.isEmpty ? nil : text
  }

  /// The weight and look of an event's label.
  func weight(_ event: Int) -> FontWeight {
    content.events[event].isHighlighted ? .bold : .regular
  }

  private func packRows(_ events: [Int]) -> TimelineLayout.Lane {
    var finder = RowFinder()
    var items: [(item: TimelineLayout.Item, row: Int)] = []
    var above: [Double] = []
    var below: [Double] = []
    var last = 0
    for event in events {
      guard let mark = mark(event) else { continue }
      let label = text(event).map { place($0, beside: mark) }
      let left = min(mark.from, label?.minX ?? mark.from)
      let right = max(mark.to, label?.maxX ?? mark.to)
      // What is read from the right stays near what came before it, so that the order of time can
      // be followed down the rows.
      let first = label?.anchor == .end ? max(0, last - 2) : 0
      let row = finder.place(
        from: left, to: right + (content.isCrowded ? 1 : Self.itemGap), first: first)
      last = row
      if row == above.count {
        above.append(0)
        below.append(0)
      }
      let half = mark.thickness / 2
      // A label above its mark keeps away from the row before, whose mark it might be taken for.
      let isAbove = label.map { $0.top + $0.height <= -half } ?? false
      above[row] = max(above[row], half, -(label?.top ?? 0) + (isAbove ? 4 : 0))
      below[row] = max(below[row], half, label.map { $0.top + $0.height } ?? 0)
      items.append((TimelineLayout.Item(mark: mark, label: label), row))
    }
    var middles: [Double] = []
    var y = HorizontalLayout.lanePadding
    let gap = content.isCrowded ? sizes.thickness * 0.2 : Self.rowGap
    for row in above.indices {
      middles.append(y + above[row])
      y += above[row] + below[row] + gap
    }
    let bottom = y - (above.isEmpty ? 0 : gap) + HorizontalLayout.lanePadding
    var lane = TimelineLayout.Lane(top: 0, bottom: max(bottom, 26), items: [])
    for (item, row) in items {
      var item = item
      item.mark.middle = middles[row]
      item.label?.top += middles[row]
      lane.items.append(item)
    }
    return lane
  }

  /// The label within its bar where the bar holds it; the mark's middle is at 0.
  func place(_ text: LabelText, inside mark: PlacedMark) -> PlacedLabel? {
    let (from, length) = mark.inner
    guard sizes.holdsText, text.width <= length else { return nil }
    return PlacedLabel(
      text.lines(within: length), of: text, x: from, middle: 0, anchor: .start,
      style: "event-label event-label-inside", weight: weight(mark.event))
  }

  /// The label in its bar, or at the better side of it, or above it where neither side has room;
  /// the mark's middle is at 0.
  private func place(_ text: LabelText, beside mark: PlacedMark) -> PlacedLabel {
    let right = plot.maxX - mark.to - Self.labelGap
    let left = mark.from - Self.labelGap - plot.minX
    let preferred = Self.preferredWidth(in: plot)
    let weight = weight(mark.event)
    func beside(_ lines: [String], onRight: Bool) -> PlacedLabel {
      PlacedLabel(
        lines, of: text, x: onRight ? mark.to + Self.labelGap : mark.from - Self.labelGap,
        middle: 0, anchor: onRight ? .start : .end, style: "event-label", weight: weight)
    }
    if let label = place(text, inside: mark) { return label }
    if text.width <= min(right, preferred) {
      return beside(text.lines(within: right), onRight: true)
    }
    if text.width <= min(left, preferred) {
      return beside(text.lines(within: left), onRight: false)
    }
    // A word is broken only where the whole width of the picture is too narrow for it.
    let least = max(60, text.longestWord)
    let rightLines = right < least ? [] : text.balanced(within: min(right, preferred))
    let leftLines = left < least ? [] : text.balanced(within: min(left, preferred))
    if !rightLines.isEmpty, rightLines.count <= 3,
      leftLines.isEmpty || rightLines.count <= leftLines.count
    {
      return beside(rightLines, onRight: true)
    }
    if !leftLines.isEmpty, leftLines.count <= 3 { return beside(leftLines, onRight: false) }
    // A long label takes a side for itself as far as it reaches, or the whole width above.
    let side = max(left, right)
    if side >= max(plot.width * 0.6, least) {
      let lines = text.balanced(within: side)
      if lines.count <= 3 { return beside(lines, onRight: right >= left) }
    }
    let lines = text.balanced(within: plot.width)
    let width = text.width(of: lines)
    let x = min(mark.from, plot.maxX - width)
    return PlacedLabel(
      lines: lines, style: "event-label", x: max(plot.minX, x),
      top: -mark.thickness / 2 - 3 - Double(lines.count) * PlacedLabel.lineHeight,
      anchor: .start, width: width, weight: weight)
  }
}
