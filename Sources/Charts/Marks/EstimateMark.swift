import Datasets
import Diagnostics
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

  let layer: BoundLayer
  let shapes: [EstimateShape]

  var obstacles: [Box] { shapes.flatMap(\.obstacles) }

  static func validate(_ layer: BoundLayer) -> [Diagnostic] {
    guard let channel = layer[layer.valueChannel] else {
      let channels = layer[layer.dimensionChannel] == nil ? [Channel.x, .y] : [layer.valueChannel]
      return MarkFault.missing(positions: channels, layer)
    }
    guard channel.type != .quantitative else { return MarkFault.strayEnds(layer) }
    return [
      Diagnostic(
        .chartUnsupported, "a mark 'estimate' needs amounts or estimates on one axis",
        at: channel.definition.field?.span ?? channel.definition.span)
    ]
  }

  static func room(for layer: BoundLayer, _ words: ChartWords, isNarrow: Bool) -> Insets {
    guard layer.mark.showsLabels ?? (layer.count <= labelLimit) else { return Insets() }
    return layer.orientation == .vertical ? Insets(top: 18) : Insets(top: 6, right: 10)
  }

  static func measure(_ layer: BoundLayer, _ plot: Plot) -> EstimateMark {
    let scale = plot.valueScale(layer)
    let company = company(layer)
    let found = (0..<layer.count).compactMap { item -> (Int, Estimate, Dodge.Slot)? in
      guard let estimate = estimate(layer, item),
        let slot = slot(layer, item, plot, among: company[place(layer, item)] ?? 1)
      else { return nil }
      return (item, estimate, slot)
    }
    var slots = found.map(\.2)
    let isParted = isParted(layer, plot)
    if isParted {
      let bounds =
        layer.orientation == .vertical
        ? Dodge.Slot(low: plot.box.minX, high: plot.box.maxX)
        : Dodge.Slot(low: plot.box.minY, high: plot.box.maxY)
      slots = Dodge.apart(slots, within: bounds)
    }
    var shapes = zip(found, slots).compactMap { entry, slot in
      EstimateShape(
        item: entry.0, estimate: entry.1, slot: slot, softness: softness(layer, entry.0, plot),
        isParted: isParted, scale: scale, orientation: layer.orientation, plot: plot.box)
    }
    if !isParted { EstimateSpines.arrange(&shapes) }
    return EstimateMark(layer: layer, shapes: shapes)
  }

  /// An item's estimate: the cell itself, a plain number, or the two ends that two channels give.
  static func estimate(_ layer: BoundLayer, _ item: Int) -> Estimate? {
    let first = layer.value(layer.valueChannel, item)
    guard layer[layer.secondValueChannel] != nil else {
      switch first {
      case .estimate(let estimate): return estimate
      case .number(let number): return Estimate(exactly: number)
      default: return nil
      }
    }
    let ends = [first, layer.value(layer.secondValueChannel, item)].map(ValueReading.plainNumber)
    guard let low = ends[0], let high = ends[1] else {
      return Estimate(low: ends[0], high: ends[1])
    }
    return Estimate(low: min(low, high), high: max(low, high))
  }

  /// What decides where an item lies across the axis of values.
  private static func place(_ layer: BoundLayer, _ item: Int) -> [Value] {
    [layer.value(layer.dimensionChannel, item), layer.value(layer.offsetChannel, item)]
  }

  /// How many items share each place.
  private static func company(_ layer: BoundLayer) -> [[Value]: Int] {
    var counts: [[Value]: Int] = [:]
    for item in 0..<layer.count { counts[place(layer, item), default: 0] += 1 }
    return counts
  }

  /// Whether estimates at one place may be set side by side: where the place is a name.
  private static func isParted(_ layer: BoundLayer, _ plot: Plot) -> Bool {
    guard layer[layer.dimensionChannel] != nil else { return true }
    if case .band = plot.dimensionScale(layer) { return true }
    return false
  }

  /// Which sides of an item fade out: those that its date does not say for sure.
  static func softness(
    _ layer: BoundLayer, _ item: Int, _ plot: Plot
  ) -> EstimateShape.Softness {
    guard case .time(let scale) = plot.dimensionScale(layer),
      case .date(let date) = layer.value(layer.dimensionChannel, item)
    else { return EstimateShape.Softness() }
    let isReversed = scale.range.start > scale.range.end
    let ends = (date.start != .sharp, date.end != .sharp)
    return EstimateShape.Softness(
      low: isReversed ? ends.1 : ends.0, high: isReversed ? ends.0 : ends.1)
  }

  /// Where an item lies across the axis of values.
  private static func slot(
    _ layer: BoundLayer, _ item: Int, _ plot: Plot, among count: Int
  ) -> Dodge.Slot? {
    let scale = plot.dimensionScale(layer)
    guard let channel = layer[layer.dimensionChannel] else {
      return scale.extent(.missing).map { capped($0, count) }
    }
    guard var extent = scale.extent(channel.values[item]) else { return nil }
    guard case .band = scale else { return Dodge.Slot(low: extent.low, high: extent.high) }
    if layer[layer.offsetChannel] != nil {
      let parts = BandScale(domain: plot.offsets(layer), range: (0, 1), padding: 0.1)
      guard let part = parts.extent(layer.value(layer.offsetChannel, item)) else { return nil }
      let width = extent.high - extent.low
      extent = (extent.low + part.low * width, extent.low + part.high * width)
    }
    return capped(extent, count)
  }

  private static func capped(
    _ extent: (low: Double, high: Double), _ count: Int
  ) -> Dodge.Slot {
    let middle = (extent.low + extent.high) / 2
    let half = min(extent.high - extent.low, maximumThickness * Double(count)) / 2
    return Dodge.Slot(low: middle - half, high: middle + half)
  }

  func draw(on canvas: inout Canvas, _ plot: Plot, labels: inout LabelPlacer) {
    // Wide ones behind narrow ones, so that none is hidden.
    let order = shapes.indices.sorted {
      (-shapes[$0].slot.width, $0) < (-shapes[$1].slot.width, $1)
    }
    for shape in EstimateMark.isParted(layer, plot) ? shapes : order.map({ shapes[$0] }) {
      canvas.item(title: tooltip(shape, plot)) { canvas in
        shape.draw(on: &canvas, style: plot.style(layer, shape.item), idPrefix: plot.idPrefix)
      }
    }
    guard layer.mark.showsLabels ?? (shapes.count <= EstimateMark.labelLimit) else { return }
    for shape in shapes {
      for text in EstimateLabel.texts(of: shape.estimate, plot) {
        guard let place = labels.place(text, at: EstimateLabel.candidates(for: shape)) else {
          continue
        }
        canvas.text(text, place.x, place.y, "mark-label", anchor: place.anchor)
        break
      }
    }
  }

  /// What is said of a shape; of a soft date also why its sides fade.
  private func tooltip(_ shape: EstimateShape, _ plot: Plot) -> String {
    let text = ValueText.tooltip(layer, item: shape.item, plot.words)
    guard shape.softness != EstimateShape.Softness(),
      case .date(let date) = layer.value(layer.dimensionChannel, shape.item)
    else { return text }
    let words = plot.words.soft(date.words(in: plot.words.language))
    return text.isEmpty ? words : "\(text)\n\(words)"
  }
}
