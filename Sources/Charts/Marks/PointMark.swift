/// Points, circles and squares: a symbol an item.
struct PointMark: Mark {
  /// The area of a symbol that nothing decides, in px².
  static let defaultSize = 30.0

  let frame: UnitFrame
  let looks: ItemLooks
  let points: [(item: Int, x: Double, y: Double)]

  static func measure(_ frame: UnitFrame) -> PointMark {
    let looks = ItemLooks(frame)
    let places = ItemPlaces(frame: frame, looks: looks)
    let points = frame.items.compactMap { item -> (Int, Double, Double)? in
      if frame.unit[.theta] != nil || frame.unit[.radius] != nil {
        return PolarPlaces(frame: frame, looks: looks).point(item).map { (item, $0.x, $0.y) }
      }
      guard let x = places.point(.x, item), let y = places.point(.y, item) else { return nil }
      return (item, x, y)
    }
    return PointMark(frame: frame, looks: looks, points: points)
  }

  var obstacles: [Box] {
    points.prefix(2_000).map { item, x, y in
      let radius = max(1, (looks.size(item) ?? Self.defaultSize).squareRoot() / 2)
      return Box(minX: x - radius, minY: y - radius, maxX: x + radius, maxY: y + radius)
    }
  }

  func draw(on canvas: inout Canvas, labels: inout LabelPlacer) {
    for (item, x, y) in points {
      var look = looks.look(item)
      if look.width == nil, look.stroke != Paint.none { look.width = 2 }
      let size = max(0, looks.size(item) ?? Self.defaultSize)
      let angle = looks.number(.angle, .angle, item) ?? 0
      canvas.linked(looks.address(item)) { canvas in
        Symbol.draw(
          looks.shape(item), x, y, size: size, angle: angle, on: &canvas, look: look,
          title: looks.tooltip(item))
      }
    }
    drawLabels(on: &canvas, labels: &labels)
  }

  /// The names beside points that a `text` channel of the same mark gives: the house's own labels.
  private func drawLabels(on canvas: inout Canvas, labels: inout LabelPlacer) {
    guard let channel = frame.unit[.text] else { return }
    for (item, x, y) in points {
      let text = TooltipText.statement(channel.value(item), channel, frame)
      let radius = (looks.size(item) ?? Self.defaultSize).squareRoot() / 2
      let places = [
        LabelPlacer.Candidate(x: x + radius + 4, y: y + 4, anchor: .start),
        LabelPlacer.Candidate(x: x - radius - 4, y: y + 4, anchor: .end),
        LabelPlacer.Candidate(x: x, y: y - radius - 5, anchor: .middle),
        LabelPlacer.Candidate(x: x, y: y + radius + 14, anchor: .middle),
      ]
      guard let place = labels.place(text, at: places) else { continue }
      canvas.text(text, place.x, place.y, "mark-label", anchor: place.anchor)
    }
  }
}
