/// Draws in places along and across the axis of time, whichever way that runs.
struct MarkPen: Sendable {
  /// Whether time runs down.
  let isVertical: Bool

  /// A point of the picture.
  func point(_ along: Double, _ across: Double) -> (x: Double, y: Double) {
    isVertical ? (across, along) : (along, across)
  }

  /// A box of the picture.
  func box(_ along: ClosedRange<Double>, _ across: ClosedRange<Double>) -> Box {
    let low = point(along.lowerBound, across.lowerBound)
    let high = point(along.upperBound, across.upperBound)
    return Box(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
  }

  /// The path through `points`, given along and across.
  func path(_ points: [(along: Double, across: Double)], closed: Bool) -> PathData {
    var path = PathData()
    for (index, point) in points.enumerated() {
      let (x, y) = self.point(point.along, point.across)
      if index == 0 { path.move(x, y) } else { path.line(x, y) }
    }
    if closed { path.close() }
    return path
  }
}
