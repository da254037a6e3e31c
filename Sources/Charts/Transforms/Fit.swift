/// A function that was fitted to points by least squares.
struct Fit {
  let coefficients: [Double]
  let predict: (Double) -> Double

  static func make(
    _ method: RegressionTransform.Method, _ order: Int, _ points: [(x: Double, y: Double)]
  ) -> Fit? {
    guard !points.isEmpty else { return nil }
    switch method {
    case .linear: return line(points) { $0 }
    case .log:
      return line(points.filter { $0.x > 0 }) { Elementary.log($0) }
    case .exp: return exponential(points)
    case .pow:
      let logs = points.filter { $0.x > 0 && $0.y > 0 }.map {
        (x: Elementary.log($0.x), y: Elementary.log($0.y))
      }
      guard let fit = line(logs, { $0 }) else { return nil }
      let (a, b) = (Elementary.exp(fit.coefficients[0]), fit.coefficients[1])
      return Fit(coefficients: [a, b]) { a * Elementary.pow($0, b) }
    case .quad: return polynomial(points, 2)
    case .poly: return order < 1 ? mean(points) : polynomial(points, order)
    }
  }

  private static func mean(_ points: [(x: Double, y: Double)]) -> Fit {
    let mean = points.map(\.y).reduce(0, +) / Double(points.count)
    return Fit(coefficients: [mean]) { _ in mean }
  }

  private static func line(
    _ points: [(x: Double, y: Double)], _ change: @escaping (Double) -> Double
  ) -> Fit? {
    guard !points.isEmpty else { return nil }
    let count = Double(points.count)
    let xs = points.map { change($0.x) }
    let meanX = xs.reduce(0, +) / count
    let meanY = points.map(\.y).reduce(0, +) / count
    var (both, square) = (0.0, 0.0)
    for (x, point) in zip(xs, points) {
      both += (x - meanX) * (point.y - meanY)
      square += (x - meanX) * (x - meanX)
    }
    let slope = square == 0 ? 0 : both / square
    let start = meanY - slope * meanX
    return Fit(coefficients: [start, slope]) { start + slope * change($0) }
  }

  /// Least squares on the logarithms, each weighed by its value as vega-statistics has it.
  private static func exponential(_ points: [(x: Double, y: Double)]) -> Fit? {
    let kept = points.filter { $0.y > 0 }
    guard !kept.isEmpty else { return nil }
    let shift = kept.map(\.x).reduce(0, +) / Double(kept.count)
    var (weight, wx, wy, wxx, wxy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for point in kept {
      let (x, y, l) = (point.x - shift, point.y, Elementary.log(point.y))
      weight += y
      wx += x * y
      wy += y * l
      wxx += x * x * y
      wxy += x * y * l
    }
    let divisor = weight * wxx - wx * wx
    guard divisor != 0 else { return mean(points) }
    let slope = (weight * wxy - wx * wy) / divisor
    let start = Elementary.exp((wy - slope * wx) / weight - slope * shift)
    return Fit(coefficients: [start, slope]) { start * Elementary.exp(slope * $0) }
  }

  private static func polynomial(_ points: [(x: Double, y: Double)], _ order: Int) -> Fit? {
    let size = min(order, points.count - 1) + 1
    guard size > 1 else { return mean(points) }
    // About the means, so that high powers stay small.
    let count = Double(points.count)
    let meanX = points.map(\.x).reduce(0, +) / count
    let meanY = points.map(\.y).reduce(0, +) / count
    let scale = points.map { ($0.x - meanX).magnitude }.max() ?? 1
    let unit = scale > 0 ? scale : 1
    var matrix = [[Double]](
      repeating: [Double](repeating: 0, count: size + 1), count: size)
    for point in points {
      let x = (point.x - meanX) / unit
      var powers = [1.0]
      for _ in 1..<2 * size { powers.append(powers[powers.count - 1] * x) }
      for row in 0..<size {
        for column in 0..<size { matrix[row][column] += powers[row + column] }
        matrix[row][size] += powers[row] * (point.y - meanY)
      }
    }
    guard let solution = solve(&matrix) else { return mean(points) }
    let unscaled = expanded(solution, about: meanX, unit: unit, plus: meanY)
    return Fit(coefficients: unscaled) { value in
      let x = (value - meanX) / unit
      var result = 0.0
      for part in solution.reversed() { result = result * x + part }
      return result + meanY
    }
  }

  /// The coefficients of the powers of `x`, of those of the powers of `(x - mean) / unit`.
  private static func expanded(
    _ solution: [Double], about mean: Double, unit: Double, plus start: Double
  ) -> [Double] {
    var result: [Double] = []
    for part in solution.reversed() {
      // By Horner's rule: the polynomial so far times `(x - mean) / unit`, and the next part.
      var next = [Double](repeating: 0, count: result.count + 1)
      for (power, value) in result.enumerated() {
        next[power + 1] += value / unit
        next[power] -= value * mean / unit
      }
      next[0] += part
      result = next
    }
    result[0] += start
    return result
  }

  /// Gaussian elimination with the largest pivot first.
  private static func solve(_ matrix: inout [[Double]]) -> [Double]? {
    let size = matrix.count
    for column in 0..<size {
      var pivot = column
      for row in column..<size where matrix[row][column].magnitude > matrix[pivot][column].magnitude
      {
        pivot = row
      }
      guard matrix[pivot][column].magnitude > 1e-14 else { return nil }
      matrix.swapAt(column, pivot)
      for row in 0..<size where row != column {
        let factor = matrix[row][column] / matrix[column][column]
        guard factor != 0 else { continue }
        for place in column...size { matrix[row][place] -= factor * matrix[column][place] }
      }
    }
    return (0..<size).map { matrix[$0][size] / matrix[$0][$0] }
  }

  /// The part of the spread that the fit explains.
  func determination(_ points: [(x: Double, y: Double)]) -> Double {
    let mean = points.map(\.y).reduce(0, +) / Double(max(points.count, 1))
    var (rest, whole) = (0.0, 0.0)
    for point in points {
      let miss = point.y - predict(point.x)
      rest += miss * miss
      whole += (point.y - mean) * (point.y - mean)
    }
    return whole == 0 ? 0 : 1 - rest / whole
  }
}
