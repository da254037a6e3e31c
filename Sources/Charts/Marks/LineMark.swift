/// Lines: one for each series, broken where a value is missing.
struct LineMark: Mark {
  /// One line: its items with their places, in runs between breaks.
  struct Line: Sendable {
    let items: [Int]
    let runs: [[(item: Int, x: Double, y: Double)]]
    /// The last point of all.
    var last: (item: Int, x: Double, y: Double)? { runs.last?.last }
  }

  let frame: UnitFrame
  let looks: ItemLooks
  let lines: [Line]

  static func measure(_ frame: UnitFrame) -> LineMark {
    let looks = ItemLooks(frame)
    let places = ItemPlaces(frame: frame, looks: looks)
    let filters = frame.unit.mark.properties.text(.invalid)?.hasPrefix("filter") == true
    let lines = PathSeries.series(frame).map { series -> Line in
      let runs = series.runs(skips: filters) { item -> (item: Int, x: Double, y: Double)? in
        guard let x = places.point(.x, item), let y = places.point(.y, item) else { return nil }
        return (item, x, y)
      }
      return Line(items: series.items, runs: runs)
    }
    return LineMark(frame: frame, looks: looks, lines: lines)
  }

  var obstacles: [Box] {
    lines.flatMap { line in
      line.runs.flatMap { run in
        zip(run, run.dropFirst()).prefix(400).map { from, to in
          Box(
            minX: min(from.x, to.x), minY: min(from.y, to.y) - 1, maxX: max(from.x, to.x),
            maxY: max(from.y, to.y) + 1)
        }
      }
    }
  }

  func draw(on canvas: inout Canvas, labels: inout LabelPlacer) {
    let properties = frame.unit.mark.properties
    let interpolation = properties.text(.interpolate).flatMap(Interpolation.init) ?? .linear
    let curve = Curve(interpolation, tension: properties.number(.tension))
    for line in lines {
      guard let item = line.items.first else { continue }
      var look = looks.look(item)
      look.width = looks.size(item) ?? look.width ?? 2
      // Round ends would close the gaps between dashes.
      if look.join == nil, look.cap == nil, look.dash.isEmpty { look.isRound = true }
      var path = PathData()
      for run in line.runs { curve.draw(run.map { ($0.x, $0.y) }, on: &path) }
      if look.fill == Paint.none { look.fill = nil }
      canvas.linked(looks.address(item)) { canvas in
        canvas.path(path, look.fill == nil ? "line" : "", look: look, title: title(of: line))
      }
    }
  }

  /// What is said of a whole line: what it is called, and from what to what it runs.
  private func title(of line: Line) -> String {
    TooltipText(frame: frame, looks: looks).series(line.items)
  }
}
