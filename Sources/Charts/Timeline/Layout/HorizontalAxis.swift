/// The axis of a timeline whose time runs to the right: its ticks, written below and above.
struct HorizontalAxis {
  private let ticks: TimeTicks
  private let scale: TimeScale
  private let plot: Box
  private let hasContext: Bool
  private let words: TimeWords

  /// The room that it takes, in px.
  let height: Double

  /// The length of a tick.
  static let tickLength = 5.0

  init(scale: TimeScale, words: TimeWords, plot: Box) {
    self.scale = scale
    self.plot = plot
    self.words = words
    ticks = scale.ticks(words: words, gap: 8, maximumCount: 16)
    hasContext = ticks.ticks.contains { $0.context != nil }
    height = 2 + PlacedLabel.lineHeight * (hasContext ? 2 : 1) + 4
  }

  /// Adds ticks and labels to `layout`, whose `axisLines` say where it is written.
  func write(into layout: inout TimelineLayout) {
    let below = layout.axisLines[layout.axisLines.count - 1]
    let above = layout.axisLines.count > 1 ? layout.axisLines[0] : nil
    var edge = -Double.infinity
    // Only across a break may labels come nearer than their ticks were chosen to be.
    var free = -Double.infinity
    for tick in ticks.ticks {
      let place = scale(tick.day)
      let width = TextMetrics.width(tick.label, size: Canvas.fontSize)
      // A label that names a whole step stands in its middle, the others at the tick.
      let stepEnd = min(scale(tick.end), plot.maxX)
      let middle = ticks.namesWholeSteps ? (place + stepEnd) / 2 : place
      var labels: [PlacedLabel] = []
      let fits =
        middle - width / 2 >= max(0, free) && middle + width / 2 <= layout.width
      if fits, !ticks.namesWholeSteps || width + 4 <= stepEnd - place {
        labels.append(label(tick.label, x: middle, top: below + 4, anchor: .middle))
        free = middle + width / 2 + 4
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
    nameRuns(&layout, below, above)
  }

  /// A run between breaks that is too short for a tick's label says which year it is of.
  private func nameRuns(_ layout: inout TimelineLayout, _ below: Double, _ above: Double?) {
    guard !scale.breaks.isEmpty else { return }
    for run in scale.shown {
      let (from, to) = (scale(run.lower), scale(run.upper))
      let isNamed = layout.ticks.contains { tick in
        !tick.labels.isEmpty && tick.place >= from - 0.5 && tick.place <= to + 0.5
      }
      guard !isNamed else { continue }
      let text = words.year(of: (run.lower + run.upper) / 2)
      let width = TextMetrics.width(text, size: Canvas.fontSize)
      let middle = min((from + to) / 2, layout.width - width / 2)
      var labels = [label(text, x: middle, top: below + 4, anchor: .middle)]
      let taken = layout.ticks.flatMap(\.labels)
      guard middle - width / 2 >= 0,
        taken.allSatisfy({ $0.maxX + 4 <= labels[0].minX || $0.minX - 4 >= labels[0].maxX })
      else { continue }
      if let above {
        let top = above - 4 - PlacedLabel.lineHeight
        labels.append(label(text, x: middle, top: top, anchor: .middle))
      }
      layout.ticks.append(
        TimelineLayout.Tick(place: (from + to) / 2, labels: labels, isMajor: false))
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
