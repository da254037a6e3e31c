/// The axis of a timeline whose time runs to the right: its ticks, written below and above.
struct HorizontalAxis {
  private let ticks: TimeTicks
  private let scale: TimeScale
  private let plot: Box
  private let hasContext: Bool

  /// The room that it takes, in px.
  let height: Double

  /// The length of a tick.
  static let tickLength = 5.0

  init(scale: TimeScale, words: TimeWords, plot: Box) {
    self.scale = scale
    self.plot = plot
    ticks = scale.ticks(words: words, gap: 8, maximumCount: 16)
    hasContext = ticks.ticks.contains { $0.context != nil }
    height = 2 + PlacedLabel.lineHeight * (hasContext ? 2 : 1) + 4
  }

  /// Adds ticks and labels to `layout`, whose `axisLines` say where it is written.
  func write(into layout: inout TimelineLayout) {
    let below = layout.axisLines[layout.axisLines.count - 1]
    let above = layout.axisLines.count > 1 ? layout.axisLines[0] : nil
    var edge = -Double.infinity
    for tick in ticks.ticks {
      let place = scale(tick.day)
      let width = TextMetrics.width(tick.label, size: Canvas.fontSize)
      // A label that names a whole step stands in its middle, the others at the tick.
      let stepEnd = min(scale(tick.end), plot.maxX)
      let middle = ticks.namesWholeSteps ? (place + stepEnd) / 2 : place
      var labels: [PlacedLabel] = []
      let fits = middle - width / 2 >= 0 && middle + width / 2 <= layout.width
      if fits, !ticks.namesWholeSteps || width + 4 <= stepEnd - place {
        labels.append(label(tick.label, x: middle, top: below + 4, anchor: .middle))
        if let above {
          labels.append(
            label(
              tick.label, x: middle, top: above - 4 - PlacedLabel.lineHeight, anchor: .middle))
        }
      }
      layout.ticks.append(TimelineLayout.Tick(place: place, labels: labels, isMajor: true))
      guard let context = tick.context else { continue }
      let contextWidth = TextMetrics.width(context, size: Canvas.fontSize)
      let start = ticks.namesWholeSteps ? place + 4 : max(0, middle - width / 2)
      let x = max(start, edge + 8)
      guard x == start || edge.isInfinite, x + contextWidth <= layout.width else { continue }
      edge = x + contextWidth
      let second = PlacedLabel.lineHeight
      layout.contexts.append(label(context, x: x, top: below + 4 + second, anchor: .start))
      if let above {
        layout.contexts.append(
          label(context, x: x, top: above - 4 - 2 * second, anchor: .start))
      }
    }
  }

  private func label(
    _ text: String, x: Double, top: Double, anchor: Canvas.Anchor
  ) -> PlacedLabel {
    PlacedLabel(
      lines: [text], style: "tick-label", x: x, top: top, anchor: anchor,
      width: TextMetrics.width(text, size: Canvas.fontSize))
  }
}
