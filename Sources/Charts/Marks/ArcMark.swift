/// Sectors of a circle or of a ring.
struct ArcMark: Mark {
  let frame: UnitFrame
  let looks: ItemLooks
  let places: PolarPlaces

  static func measure(_ frame: UnitFrame) -> ArcMark {
    let looks = ItemLooks(frame)
    return ArcMark(frame: frame, looks: looks, places: PolarPlaces(frame: frame, looks: looks))
  }

  func draw(on canvas: inout Canvas, labels: inout LabelPlacer) {
    for item in frame.items {
      guard let angles = places.angles(item), let distances = places.distances(item) else {
        continue
      }
      var look = looks.look(item)
      if look.stroke == Paint.none, !frame.config.hasOwnSizes {
        // A hair's breadth of the ground keeps neighbours apart.
        look.stroke = .theme("ground")
        look.width = look.width ?? 1
      }
      let pad = (looks.number(.padAngle, item) ?? 0) / 2
      let (start, end) = (min(angles.start, angles.end) + pad, max(angles.start, angles.end) - pad)
      let path = sector(start, max(start, end), distances.inner, distances.outer)
      canvas.linked(looks.address(item)) { canvas in
        canvas.path(path, "", look: look, title: looks.tooltip(item))
      }
    }
  }

  private func sector(
    _ start: Double, _ end: Double, _ inner: Double, _ outer: Double
  ) -> PathData {
    let turn = 2 * Double.pi
    var path = PathData()
    func at(_ angle: Double, _ radius: Double) -> (x: Double, y: Double) {
      (
        places.pole.x + radius * Elementary.sin(angle),
        places.pole.y - radius * Elementary.cos(angle)
      )
    }
    // SVG draws no arc that ends where it begins, so long ones go in parts of a third of a turn.
    let count = max(1, Int(holding: ((end - start) / (turn / 3)).rounded(.up), limit: 1_000))
    let step = (end - start) / Double(count)
    let first = at(start, outer)
    path.move(first.x, first.y)
    for index in 1...count {
      let point = at(start + step * Double(index), outer)
      path.arc(radius: outer, clockwise: true, point.x, point.y)
    }
    let isWhole = end - start > turn - 1e-6
    if inner > 0 {
      let last = at(end, inner)
      if isWhole { path.close(); path.move(last.x, last.y) } else { path.line(last.x, last.y) }
      for index in 1...count {
        let point = at(end - step * Double(index), inner)
        path.arc(radius: inner, clockwise: false, point.x, point.y)
      }
    } else if !isWhole {
      path.line(places.pole.x, places.pole.y)
    }
    path.close()
    return path
  }
}
