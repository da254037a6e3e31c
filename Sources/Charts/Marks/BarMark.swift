import Datasets
import Diagnostics

/// Bars: amounts as lengths, from zero or from a second end.
struct BarMark: Mark {
  /// One bar.
  struct Bar: Sendable {
    let item: Int
    let box: Box
    /// Whether its end lies before its beginning: an amount below zero.
    let isNegative: Bool
    /// Its value in words.
    let label: String
  }

  /// A bar is never thicker than this, in px.
  static let maximumThickness = 56.0
  /// Up to so many bars bear their values.
  static let labelLimit = 12

  let layer: BoundLayer
  let bars: [Bar]

  static func validate(_ layer: BoundLayer) -> [Diagnostic] {
    var faults = MarkFault.estimates(layer) + MarkFault.strayEnds(layer)
    if layer[.x] == nil, layer[.y] == nil {
      faults += MarkFault.missing(positions: [.x, .y], layer)
    }
    return faults
  }

  /// Whether the layer's bars bear their values.
  private static func showsLabels(_ layer: BoundLayer) -> Bool {
    if layer[layer.valueChannel]?.type != .quantitative { return false }
    if let given = layer.mark.showsLabels { return given }
    return layer.count <= labelLimit && layer.stack == nil
      && layer[layer.secondValueChannel] == nil
  }

  private static func label(_ layer: BoundLayer, _ item: Int, _ words: ChartWords) -> String {
    guard let channel = layer[layer.valueChannel] else { return "" }
    return ValueText.statement(
      channel.values[item], channel.type, channel.definition.axis.format, words)
  }

  static func room(for layer: BoundLayer, _ words: ChartWords, isNarrow: Bool) -> Insets {
    guard showsLabels(layer), let channel = layer[layer.valueChannel] else { return Insets() }
    let isBelow = channel.values.contains { (ValueReading.plainNumber($0) ?? 0) < 0 }
    if layer.orientation == .vertical { return Insets(top: 14, bottom: isBelow ? 14 : 0) }
    let widths = (0..<layer.count).map {
      TextMetrics.width(label(layer, $0, words), size: Canvas.fontSize)
    }
    let widest = min((widths.max() ?? 0) + 6, 110)
    return Insets(right: widest, left: isBelow ? widest : 0)
  }

  static func measure(_ layer: BoundLayer, _ plot: Plot) -> BarMark {
    let bands = BarBands(layer, plot)
    let scale = plot.valueScale(layer)
    let showsLabels = showsLabels(layer)
    let bars = (0..<layer.count).compactMap { item -> Bar? in
      guard let across = bands.band(of: item), let along = ends(layer, item, scale) else {
        return nil
      }
      let isNegative = layer.orientation == .vertical ? along.1 > along.0 : along.1 < along.0
      return Bar(
        item: item, box: layer.orientation.box(along: along, across: across),
        isNegative: isNegative, label: showsLabels ? label(layer, item, plot.words) : "")
    }
    return BarMark(layer: layer, bars: bars)
  }

  /// Where a bar begins and ends along the axis of values, in px.
  private static func ends(
    _ layer: BoundLayer, _ item: Int, _ scale: PositionScale
  ) -> (Double, Double)? {
    if let stack = layer.stack {
      guard stack[item].end.isFinite, let start = scale.place(stack[item].start),
        let end = scale.place(stack[item].end)
      else { return nil }
      // A hair's breadth of ground tells neighbours apart where their colours do not.
      let length = end - start
      guard length.magnitude > 3 else { return (start, end) }
      return (start, end - (length < 0 ? -1 : 1))
    }
    guard let channel = layer[layer.valueChannel] else { return (scale.baseline, scale.farEnd) }
    guard let first = scale.extent(channel.values[item]) else { return nil }
    if let second = layer[layer.secondValueChannel] {
      guard let last = scale.extent(second.values[item]) else { return nil }
      return (min(first.low, last.low), max(first.high, last.high))
    }
    if first.low < first.high { return (first.low, first.high) }
    return (scale.baseline, first.low)
  }

  var obstacles: [Box] { bars.map(\.box) }

  func draw(on canvas: inout Canvas, _ plot: Plot, labels: inout LabelPlacer) {
    for bar in bars {
      canvas.rectangle(
        bar.box, "\(plot.style(layer, bar.item)) fill",
        title: ValueText.tooltip(layer, item: bar.item, plot.words))
    }
    // Labels for all or for none: a few among many would look as if those bars were special.
    let placed = bars.map { bar in bar.label.isEmpty ? nil : candidate(for: bar) }
    let fits = zip(bars, placed).allSatisfy { bar, candidate in
      guard let candidate else { return true }
      return bar.label.isEmpty || labels.isFree(candidate.box(of: bar.label))
    }
    guard fits else { return }
    var trial = labels
    for (bar, candidate) in zip(bars, placed) {
      guard let candidate else { continue }
      guard trial.place(bar.label, at: [candidate]) != nil else { return }
    }
    labels = trial
    for (bar, candidate) in zip(bars, placed) {
      guard let candidate else { continue }
      canvas.text(bar.label, candidate.x, candidate.y, "mark-label", anchor: candidate.anchor)
    }
  }

  /// The label stands just beyond the bar's end.
  private func candidate(for bar: Bar) -> LabelPlacer.Candidate {
    let box = bar.box
    switch (layer.orientation, bar.isNegative) {
    case (.vertical, false):
      return LabelPlacer.Candidate(x: box.midX, y: box.minY - 5, anchor: .middle)
    case (.vertical, true):
      return LabelPlacer.Candidate(x: box.midX, y: box.maxY + 13, anchor: .middle)
    case (.horizontal, false):
      return LabelPlacer.Candidate(x: box.maxX + 5, y: box.midY + 4, anchor: .start)
    case (.horizontal, true):
      return LabelPlacer.Candidate(x: box.minX - 5, y: box.midY + 4, anchor: .end)
    }
  }
}
