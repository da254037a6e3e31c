/// Joining the points of a line.
enum Interpolation {
  /// Appends a line through `points`, which begins where `isContinued` says.
  /// - Parameter isContinued: whether the line goes on from where the path is, as the lower edge
  ///   of an area does.
  static func append(
    _ points: [(x: Double, y: Double)], to path: inout PathData,
    _ kind: MarkSpecification.Interpolation, isContinued: Bool = false
  ) {
    guard let first = points.first else { return }
    if isContinued { path.line(first.x, first.y) } else { path.move(first.x, first.y) }
    switch kind {
    case .linear: for point in points.dropFirst() { path.line(point.x, point.y) }
    case .step, .stepBefore, .stepAfter: step(points, &path, kind)
    case .monotone: monotone(points, &path)
    }
  }

  private static func step(
    _ points: [(x: Double, y: Double)], _ path: inout PathData,
    _ kind: MarkSpecification.Interpolation
  ) {
    for (from, to) in zip(points, points.dropFirst()) {
      switch kind {
      case .stepBefore: path.vertical(to.y)
      case .stepAfter: path.horizontal(to.x)
      default:
        path.horizontal((from.x + to.x) / 2)
        path.vertical(to.y)
      }
      path.line(to.x, to.y)
    }
  }

  /// A cubic curve that never overshoots its points (Steffen 1990).
  private static func monotone(_ points: [(x: Double, y: Double)], _ path: inout PathData) {
    guard points.count > 2 else {
      for point in points.dropFirst() { path.line(point.x, point.y) }
      return
    }
    let slopes = zip(points, points.dropFirst()).map { from, to in
      to.x == from.x ? 0 : (to.y - from.y) / (to.x - from.x)
    }
    var tangents = [Double](repeating: 0, count: points.count)
    for index in 1..<points.count - 1 {
      let before = points[index].x - points[index - 1].x
      let after = points[index + 1].x - points[index].x
      let (left, right) = (slopes[index - 1], slopes[index])
      guard left * right > 0, before + after != 0 else { continue }
      let weighted = (left * after + right * before) / (before + after)
      let least = min(left.magnitude, right.magnitude, weighted.magnitude / 2)
      tangents[index] = (left < 0 ? -2 : 2) * least
    }
    tangents[0] = (3 * slopes[0] - tangents[1]) / 2
    tangents[points.count - 1] = (3 * slopes[slopes.count - 1] - tangents[points.count - 2]) / 2
    for index in 0..<points.count - 1 {
      let (from, to) = (points[index], points[index + 1])
      let third = (to.x - from.x) / 3
      path.curve(
        from.x + third, from.y + third * tangents[index], to.x - third,
        to.y - third * tangents[index + 1], to.x, to.y)
    }
  }
}
