import Datasets
import Diagnostics
import Documents

/// Points, circles and squares: one item a place.
struct PointMark: Mark {
  let layer: BoundLayer
  private let places: [PointLabels.Place]

  var obstacles: [Box] {
    // Labels beside thousands of points are hopeless, and looking for room takes its time.
    guard places.count <= 2_000 else { return [] }
    return places.map { place in
      Box(
        minX: place.x - place.radius, minY: place.y - place.radius, maxX: place.x + place.radius,
        maxY: place.y + place.radius)
    }
  }

  static func validate(_ layer: BoundLayer) -> [Diagnostic] {
    var faults = MarkFault.estimates(layer)
    if layer[.x] == nil, layer[.y] == nil {
      faults += MarkFault.missing(positions: [.x, .y], layer)
    }
    return faults
  }

  static func room(for layer: BoundLayer, _ words: ChartWords, isNarrow: Bool) -> Insets {
    let hasSizes = layer[.size]?.definition.value == nil && layer[.size] != nil
    let radius =
      hasSizes ? ChartLayout.largestRadius : (layer.mark.size ?? 36).squareRoot() * 0.6
    // Labels of the axis are that far away from the plot anyway.
    return Insets(
      top: radius, right: radius + 1, bottom: 0, left: max(0, radius - YAxis.gap))
  }

  static func measure(_ layer: BoundLayer, _ plot: Plot) -> PointMark {
    let side = (layer.mark.size ?? 36).squareRoot()
    // π/4 of a square's area is the circle's, so that both look as large.
    let plain = layer.mark.kind == .square ? side / 2 : side * 0.564_189_583_5
    let places = (0..<layer.count).compactMap { item -> PointLabels.Place? in
      guard let x = place(.x, layer, item, plot), let y = place(.y, layer, item, plot) else {
        return nil
      }
      var radius = plain
      if let size = layer[.size] {
        if let area = size.definition.value?.number {
          radius = max(area, 1).squareRoot() * 0.564_189_583_5
        } else {
          guard let amount = ValueReading.plainNumber(size.values[item]) else { return nil }
          radius = plot.size(amount)
        }
      }
      return PointLabels.Place(item: item, x: x, y: y, radius: min(radius, 60))
    }
    return PointMark(layer: layer, places: places)
  }

  /// Where an item stands on one axis; in the middle where nothing decides it.
  static func place(
    _ channel: Channel, _ layer: BoundLayer, _ item: Int, _ plot: Plot
  ) -> Double? {
    guard let bound = layer[channel] else {
      return channel == .x ? plot.box.midX : plot.box.midY
    }
    let value = ValueReading.value(bound.values[item], as: bound.type)
    let scale = plot.scale(channel)
    guard let extent = scale.extent(value) else { return nil }
    let offsetChannel: Channel = channel == .x ? .xOffset : .yOffset
    let offsets = channel == .x ? plot.xOffset : plot.yOffset
    guard let offset = layer[offsetChannel], case .band = scale, !offsets.isEmpty,
      let part = BandScale(domain: offsets, range: (0, 1), padding: 0)
        .extent(offset.values[item])
    else { return (extent.low + extent.high) / 2 }
    return extent.low + (part.low + part.high) / 2 * (extent.high - extent.low)
  }

  func draw(on canvas: inout Canvas, _ plot: Plot, labels: inout LabelPlacer) {
    let isFilled = layer.mark.isFilled ?? (layer.mark.kind != .point)
    for place in places {
      let style = "\(plot.style(layer, place.item)) \(isFilled ? "fill" : "stroke")"
      let look = isFilled ? Look(opacity: 0.8) : Look(width: 1.5)
      let title = ValueText.tooltip(layer, item: place.item, plot.words)
      if layer.mark.kind == .square {
        let box = Box(
          minX: place.x - place.radius, minY: place.y - place.radius,
          maxX: place.x + place.radius, maxY: place.y + place.radius)
        canvas.rectangle(box, style, look: look, title: title)
      } else {
        canvas.circle(place.x, place.y, radius: place.radius, style, look: look, title: title)
      }
    }
    if layer.mark.showsLabels == true {
      PointLabels.draw(on: &canvas, plot, layer, places, &labels)
    }
  }
}
