/// Draws the points of a line as a curve (d3-shape's curves).
struct Curve {
  let interpolation: Interpolation
  /// How tight cardinal and Catmull–Rom curves are.
  let tension: Double

  init(_ interpolation: Interpolation, tension: Double? = nil) {
    self.interpolation = interpolation
    self.tension = tension ?? (interpolation == .catmullRom ? 0.5 : 0)
  }

  typealias Point = (x: Double, y: Double)

  /// Draws `points`; the first is moved to, or a line leads to it where `isJoined`.
  func draw(_ points: [Point], on path: inout PathData, isJoined: Bool = false) {
    guard let first = points.first else { return }
    switch interpolation {
    case .linear, .linearClosed: lines(points, &path, isJoined)
    case .step, .stepBefore, .stepAfter: steps(points, &path, isJoined)
    case .monotone: monotone(points, &path, isJoined)
    case .natural: natural(points, &path, isJoined)
    case .basis, .basisOpen, .basisClosed: basis(points, &path, isJoined)
    case .cardinal, .cardinalOpen, .cardinalClosed: cardinal(points, &path, isJoined)
    case .catmullRom: catmullRom(points, &path, isJoined)
    }
    if interpolation == .linearClosed { path.close() }
    if points.count == 1 { path.line(first.x, first.y) }
  }

  private func begin(_ point: Point, _ path: inout PathData, _ isJoined: Bool) {
    if isJoined { path.line(point.x, point.y) } else { path.move(point.x, point.y) }
  }

  private func lines(_ points: [Point], _ path: inout PathData, _ isJoined: Bool) {
    begin(points[0], &path, isJoined)
    for point in points.dropFirst() { path.line(point.x, point.y) }
  }

  private func steps(_ points: [Point], _ path: inout PathData, _ isJoined: Bool) {
    begin(points[0], &path, isJoined)
    let part = interpolation == .step ? 0.5 : interpolation == .stepBefore ? 0 : 1
    for (from, to) in zip(points, points.dropFirst()) {
      let x = from.x + (to.x - from.x) * part
      if part > 0 { path.line(x, from.y) }
      if part < 1 { path.line(x, to.y) }
      path.line(to.x, to.y)
    }
  }

  /// A curve that never leaves the range of its neighbours (Fritsch and Carlson).
  private func monotone(_ points: [Point], _ path: inout PathData, _ isJoined: Bool) {
    begin(points[0], &path, isJoined)
    guard points.count > 2 else {
      for point in points.dropFirst() { path.line(point.x, point.y) }
      return
    }
    // Where a line runs down the page, the roles of the axes are exchanged.
    let isUpright =
      (points[points.count - 1].x - points[0].x).magnitude
      < 1e-9 && (points[points.count - 1].y - points[0].y).magnitude > 1e-9
    let flat = isUpright ? points.map { (x: $0.y, y: $0.x) } : points
    let count = flat.count
    var slopes = [Double](repeating: 0, count: count)
    func secant(_ i: Int) -> Double {
      let width = flat[i + 1].x - flat[i].x
      return width == 0 ? 0 : (flat[i + 1].y - flat[i].y) / width
    }
    for i in 1..<count - 1 {
      let (h0, h1) = (flat[i].x - flat[i - 1].x, flat[i + 1].x - flat[i].x)
      let (s0, s1) = (secant(i - 1), secant(i))
      let p = h0 + h1 == 0 ? 0 : (s0 * h1 + s1 * h0) / (h0 + h1)
      let sign = (s0 < 0 ? -1.0 : 1) + (s1 < 0 ? -1.0 : 1)
      slopes[i] = sign * min(s0.magnitude, s1.magnitude, 0.5 * p.magnitude)
    }
    slopes[0] = end(secant(0), slopes[1])
    slopes[count - 1] = end(secant(count - 2), slopes[count - 2])
    for i in 0..<count - 1 {
      let third = (flat[i + 1].x - flat[i].x) / 3
      let first = (x: flat[i].x + third, y: flat[i].y + third * slopes[i])
      let second = (x: flat[i + 1].x - third, y: flat[i + 1].y - third * slopes[i + 1])
      let last = flat[i + 1]
      if isUpright {
        path.curve(first.y, first.x, second.y, second.x, last.y, last.x)
      } else {
        path.curve(first.x, first.y, second.x, second.y, last.x, last.y)
      }
    }
  }

  private func end(_ secant: Double, _ neighbour: Double) -> Double { (3 * secant - neighbour) / 2 }

  private func natural(_ points: [Point], _ path: inout PathData, _ isJoined: Bool) {
    begin(points[0], &path, isJoined)
    guard points.count > 2 else {
      for point in points.dropFirst() { path.line(point.x, point.y) }
      return
    }
    let xs = Curve.controls(points.map(\.x))
    let ys = Curve.controls(points.map(\.y))
    for i in 0..<points.count - 1 {
      path.curve(
        xs.first[i], ys.first[i], xs.second[i], ys.second[i], points[i + 1].x, points[i + 1].y)
    }
  }

  /// The control points of a natural spline through `x`, by Thomas's algorithm.
  private static func controls(_ x: [Double]) -> (first: [Double], second: [Double]) {
    let n = x.count - 1
    var a = [Double](repeating: 1, count: n)
    var b = [Double](repeating: 4, count: n)
    var r = (0..<n).map { 4 * x[$0] + 2 * x[$0 + 1] }
    a[0] = 0
    b[0] = 2
    r[0] = x[0] + 2 * x[1]
    a[n - 1] = 2
    b[n - 1] = 7
    r[n - 1] = 8 * x[n - 1] + x[n]
    for i in 1..<n {
      let m = a[i] / b[i - 1]
      b[i] -= m
      r[i] -= m * r[i - 1]
    }
    var first = a
    first[n - 1] = r[n - 1] / b[n - 1]
    for i in stride(from: n - 2, through: 0, by: -1) { first[i] = (r[i] - first[i + 1]) / b[i] }
    var second = b
    second[n - 1] = (x[n] + first[n - 1]) / 2
    for i in 0..<n - 1 { second[i] = 2 * x[i + 1] - first[i + 1] }
    return (first, second)
  }

  private func basis(_ points: [Point], _ path: inout PathData, _ isJoined: Bool) {
    guard points.count > 2 else { return lines(points, &path, isJoined) }
    var points = points
    if interpolation == .basisClosed {
      points += points.prefix(3)
    } else if interpolation == .basis {
      points = [points[0], points[0]] + points.dropFirst() + [points[points.count - 1]]
      points.insert(points[0], at: 0)
      points.append(points[points.count - 1])
    }
    func knot(_ i: Int) -> Point {
      (
        (points[i - 1].x + 4 * points[i].x + points[i + 1].x) / 6,
        (points[i - 1].y + 4 * points[i].y + points[i + 1].y) / 6
      )
    }
    begin(knot(1), &path, isJoined)
    for i in 1..<points.count - 2 {
      let next = knot(i + 1)
      path.curve(
        (2 * points[i].x + points[i + 1].x) / 3, (2 * points[i].y + points[i + 1].y) / 3,
        (points[i].x + 2 * points[i + 1].x) / 3, (points[i].y + 2 * points[i + 1].y) / 3, next.x,
        next.y)
    }
    if interpolation == .basisClosed { path.close() }
  }

  private func cardinal(_ points: [Point], _ path: inout PathData, _ isJoined: Bool) {
    guard points.count > 2 else { return lines(points, &path, isJoined) }
    let k = (1 - tension) / 6
    let count = points.count
    let isClosed = interpolation == .cardinalClosed
    let isOpen = interpolation == .cardinalOpen
    func at(_ i: Int) -> Point {
      isClosed ? points[((i % count) + count) % count] : points[min(max(i, 0), count - 1)]
    }
    let first = isOpen ? 1 : 0
    let last = isClosed ? count : isOpen ? count - 2 : count - 1
    begin(at(first), &path, isJoined)
    for i in first..<max(first, last) {
      let (before, from, to, after) = (at(i - 1), at(i), at(i + 1), at(i + 2))
      path.curve(
        from.x + k * (to.x - before.x), from.y + k * (to.y - before.y),
        to.x + k * (from.x - after.x), to.y + k * (from.y - after.y), to.x, to.y)
    }
    if isClosed { path.close() }
  }

  private func catmullRom(_ points: [Point], _ path: inout PathData, _ isJoined: Bool) {
    guard points.count > 2 else { return lines(points, &path, isJoined) }
    begin(points[0], &path, isJoined)
    let alpha = tension
    func distance(_ a: Point, _ b: Point) -> Double {
      let squared = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
      return Elementary.pow(squared, alpha / 2)
    }
    for i in 0..<points.count - 1 {
      let from = points[i]
      let to = points[i + 1]
      let before = i > 0 ? points[i - 1] : from
      let after = i + 2 < points.count ? points[i + 2] : to
      let (l01, l12, l23) = (distance(before, from), distance(from, to), distance(to, after))
      var first = from
      var second = to
      if l01 > 1e-9 {
        let a = 2 * l01 * l01 + 3 * l01 * l12 + l12 * l12
        let n = 3 * l01 * (l01 + l12)
        first.x = (from.x * a - before.x * l12 * l12 + to.x * l01 * l01) / n
        first.y = (from.y * a - before.y * l12 * l12 + to.y * l01 * l01) / n
      }
      if l23 > 1e-9 {
        let b = 2 * l23 * l23 + 3 * l23 * l12 + l12 * l12
        let m = 3 * l23 * (l23 + l12)
        second.x = (to.x * b + from.x * l23 * l23 - after.x * l12 * l12) / m
        second.y = (to.y * b + from.y * l23 * l23 - after.y * l12 * l12) / m
      }
      path.curve(first.x, first.y, second.x, second.y, to.x, to.y)
    }
  }
}
