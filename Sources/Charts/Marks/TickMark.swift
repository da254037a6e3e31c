/// Short strokes across the axis of values, one an item.
struct TickMark: Mark {
  let frame: UnitFrame
  let looks: ItemLooks
  let boxes: [(item: Int, box: Box)]

  var obstacles: [Box] { boxes.map(\.box) }

  static func measure(_ frame: UnitFrame) -> TickMark {
    let looks = ItemLooks(frame)
    let places = ItemPlaces(frame: frame, looks: looks)
    let isUpright = frame.unit.orientation == .vertical
    let along: Channel = isUpright ? .y : .x
    let across: Channel = isUpright ? .x : .y
    let boxes = frame.items.compactMap { item -> (Int, Box)? in
      guard let place = places.point(across, item) else { return nil }
      let thickness = looks.number(.thickness, item) ?? 1
      let length: ItemPlaces.Extent
      if frame.scale(along).isBand, looks.size(item) == nil,
        looks.number(.bandSize, item) == nil, let extent = places.extent(along, item)
      {
        length = extent
      } else {
        guard let middle = places.point(along, item) else { return nil }
        let size = looks.size(item) ?? looks.number(.bandSize, item) ?? Self.length(frame, along)
        length = ItemPlaces.Extent(low: middle - size / 2, high: middle + size / 2)
      }
      let (low, high) = (min(length.low, length.high), max(length.low, length.high))
      let half = thickness / 2
      return (
        item,
        isUpright
          ? Box(minX: place - half, minY: low, maxX: place + half, maxY: high)
          : Box(minX: low, minY: place - half, maxX: high, maxY: place + half)
      )
    }
    return TickMark(frame: frame, looks: looks, boxes: boxes)
  }

  /// The length of a tick that no band decides, in px.
  private static func length(_ frame: UnitFrame, _ along: Channel) -> Double {
    if case .band(let band) = frame.scale(along) {
      return max(1, (band.bandwidth == 0 ? band.step.magnitude : band.bandwidth) * 0.75)
    }
    return (frame.config.view.number(.step) ?? 20) * 0.75
  }

  func draw(on canvas: inout Canvas, labels: inout LabelPlacer) {
    for (item, box) in boxes {
      canvas.linked(looks.address(item)) { canvas in
        canvas.rectangle(
          box, "", radius: looks.number(.cornerRadius, item) ?? 0, look: looks.look(item),
          title: looks.tooltip(item))
      }
    }
  }
}
