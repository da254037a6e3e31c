/// Trails: lines whose width changes from item to item.
struct TrailMark: Mark {
  let line: LineMark

  static func measure(_ frame: UnitFrame) -> TrailMark {
    TrailMark(line: LineMark.measure(frame))
  }

  var obstacles: [Box] { line.obstacles }

  func draw(on canvas: inout Canvas, labels: inout LabelPlacer) {
    for series in line.lines {
      guard let first = series.items.first else { continue }
      var path = PathData()
      for run in series.runs { outline(run, &path) }
      let title = TooltipText(frame: line.frame, looks: line.looks).series(series.items)
      canvas.linked(line.looks.address(first)) { canvas in
        canvas.path(path, "", look: line.looks.look(first), title: title)
      }
    }
  }

  /// The outline of a run: circles of each item's width, and what joins them.
  private func outline(_ run: [(item: Int, x: Double, y: Double)], _ path: inout PathData) {
    func radius(_ item: Int) -> Double { max(0, line.looks.size(item) ?? 2) / 2 }
    for (from, to) in zip(run, run.dropFirst()) {
      let (across, down) = (to.x - from.x, to.y - from.y)
      let length = (across * across + down * down).squareRoot()
      guard length > 0 else { continue }
      let (nx, ny) = (-down / length, across / length)
      let (r0, r1) = (radius(from.item), radius(to.item))
      path.move(from.x + nx * r0, from.y + ny * r0)
      path.line(to.x + nx * r1, to.y + ny * r1)
      if r1 > 0.05 {
        path.arc(radius: r1, clockwise: false, to.x - nx * r1, to.y - ny * r1)
      } else {
        path.line(to.x - nx * r1, to.y - ny * r1)
      }
      path.line(from.x - nx * r0, from.y - ny * r0)
      if r0 > 0.05 {
        path.arc(radius: r0, clockwise: false, from.x + nx * r0, from.y + ny * r0)
      }
      path.close()
    }
  }
}
