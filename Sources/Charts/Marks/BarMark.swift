/// Bars and rectangles: boxes from end to end along both axes.
struct BarMark: Mark {
  /// The greatest width of a bar of the house, in px.
  static let maximumThickness = 48.0

  let frame: UnitFrame
  let looks: ItemLooks
  let boxes: [(item: Int, box: Box)]

  var obstacles: [Box] { boxes.map(\.box) }

  static func measure(_ frame: UnitFrame) -> BarMark {
    let looks = ItemLooks(frame)
    let places = ItemPlaces(frame: frame, looks: looks)
    let boxes = frame.items.compactMap { item -> (Int, Box)? in
      guard let x = places.extent(.x, item), let y = places.extent(.y, item) else { return nil }
      return (
        item,
        Box(
          minX: min(x.low, x.high), minY: min(y.low, y.high), maxX: max(x.low, x.high),
          maxY: max(y.low, y.high))
      )
    }
    return BarMark(frame: frame, looks: looks, boxes: boxes)
  }

  func draw(on canvas: inout Canvas, labels: inout LabelPlacer) {
    for (item, box) in boxes {
      let look = looks.look(item)
      canvas.linked(looks.address(item)) { canvas in
        if let corners = corners(item, box) {
          canvas.path(corners.path(of: box), "", look: look, title: looks.tooltip(item))
        } else {
          canvas.rectangle(
            box, "", radius: looks.number(.cornerRadius, item) ?? 0, look: look,
            title: looks.tooltip(item))
        }
      }
    }
    drawLabels(on: &canvas, labels: &labels)
  }

  /// Values beside bars, where they are few: the house's own labels.
  private func drawLabels(on canvas: inout Canvas, labels: inout LabelPlacer) {
    guard frame.showsValueLabels, frame.unit.mark.kind == .bar,
      frame.unit.stack?.offset == nil
        || frame.unit.mark.properties.boolean(.labels) == true
    else { return }
    for (item, box) in boxes {
      guard let channel = frame.unit[frame.unit.valueChannel] else { continue }
      let value = channel.value(item)
      let text = TooltipText.statement(value, channel, frame)
      let isNegative = (value.measure ?? 0) < 0
      let place: LabelPlacer.Candidate
      if frame.unit.orientation == .horizontal {
        place =
          isNegative
          ? LabelPlacer.Candidate(x: box.minX - 5, y: box.midY + 4, anchor: .end)
          : LabelPlacer.Candidate(x: box.maxX + 5, y: box.midY + 4, anchor: .start)
      } else {
        place = LabelPlacer.Candidate(
          x: box.midX, y: isNegative ? box.maxY + 14 : box.minY - 5, anchor: .middle)
      }
      guard let found = labels.place(text, at: [place]) else { continue }
      canvas.text(text, found.x, found.y, "mark-label", anchor: found.anchor)
    }
  }

  /// The radii of the corners where they are not all the same; nil where they are.
  private func corners(_ item: Int, _ box: Box) -> Corners? {
    let properties = frame.unit.mark.properties
    let keys: [MarkProperty] = [
      .cornerRadiusTopLeft, .cornerRadiusTopRight, .cornerRadiusBottomRight,
      .cornerRadiusBottomLeft,
    ]
    let base = looks.number(.cornerRadius, item) ?? 0
    var radii = keys.map { looks.number($0, item) ?? base }
    if let end = properties.number(.cornerRadiusEnd), end > 0 {
      let channel = frame.unit.valueChannel
      let measure = frame.unit[channel]?.value(item).measure ?? 0
      let range = frame.scale(channel).range
      let isReversed = channel == .y ? range.start < range.end : range.start > range.end
      let isUp = (measure >= 0) != isReversed
      let far: [Int] = channel == .y ? (isUp ? [0, 1] : [2, 3]) : (isUp ? [1, 2] : [0, 3])
      for index in far { radii[index] = end }
    }
    guard radii.contains(where: { $0 != radii[0] }) else { return nil }
    return Corners(radii: radii)
  }
}

extension UnitFrame {
  /// Whether values are written beside the marks: where an author asks for it.
  var showsValueLabels: Bool { unit.mark.properties.boolean(.labels) ?? false }
}
