/// Straight lines: across the whole plot, or from end to end.
struct RuleMark: Mark {
  let frame: UnitFrame
  let looks: ItemLooks
  let lines: [(item: Int, from: (x: Double, y: Double), to: (x: Double, y: Double))]

  static func measure(_ frame: UnitFrame) -> RuleMark {
    let looks = ItemLooks(frame)
    let places = ItemPlaces(frame: frame, looks: looks)
    let unit = frame.unit
    let box = frame.box
    let lines = frame.items.compactMap {
      item -> (Int, (x: Double, y: Double), (x: Double, y: Double))? in
      var xs: (Double, Double)?
      var ys: (Double, Double)?
      for channel in [Channel.x, .y] {
        let isX = channel == .x
        let second = places.secondPoint(channel, item)
        let shows = unit[channel] != nil || unit.mark.properties[isX ? .x : .y] != nil
        var found: (Double, Double)?
        if let stack = unit.stack, stack.channel == channel,
          let end = frame.scale(channel).place(stack.ends[item])
        {
          found = (end, end)
        } else if let second, shows {
          found = places.point(channel, item).map { ($0, second) }
        } else if let second {
          let base = frame.scale(channel).base
          found = (base + (looks.number(isX ? .xOffset : .yOffset, item) ?? 0), second)
        } else if shows {
          found = places.point(channel, item).map { ($0, $0) }
        } else {
          found = isX ? (box.minX, box.maxX) : (box.minY, box.maxY)
        }
        guard let found else { return nil }
        if isX { xs = found } else { ys = found }
      }
      guard var xs, var ys else { return nil }
      // A rule that measures from zero: amounts along one axis, names along the other.
      if unit[.x] != nil, unit[.y] != nil, unit[.x2] == nil, unit[.y2] == nil, xs.0 == xs.1,
        ys.0 == ys.1
      {
        let channel = unit.valueChannel
        let base = frame.scale(channel).base
        if channel == .x { xs.0 = base } else { ys.0 = base }
      }
      return (item, (xs.0, ys.0), (xs.1, ys.1))
    }
    return RuleMark(frame: frame, looks: looks, lines: lines)
  }

  var obstacles: [Box] {
    lines.map { _, from, to in
      Box(
        minX: min(from.x, to.x) - 1, minY: min(from.y, to.y) - 1, maxX: max(from.x, to.x) + 1,
        maxY: max(from.y, to.y) + 1)
    }
  }

  func draw(on canvas: inout Canvas, labels: inout LabelPlacer) {
    for (item, from, to) in lines {
      var look = looks.look(item)
      look.width = looks.size(item) ?? look.width ?? 1
      canvas.linked(looks.address(item)) { canvas in
        canvas.line(from.x, from.y, to.x, to.y, "", look: look, title: looks.tooltip(item))
      }
    }
  }
}
