import Diagnostics
import Documents

/// A line that fits the values of one field to those of another: Vega's `regression`.
struct RegressionTransform: Sendable {
  enum Method: String, CaseIterable, Sendable {
    case linear, log, exp, pow, quad, poly
  }

  let y: String
  let x: String
  let groupBy: [String]
  let method: Method
  let order: Int
  let extent: [Double]?
  let givesParameters: Bool
  let names: [String]

  static func read(_ reader: inout TransformReader) -> TransformStep? {
    guard let y = reader.text("regression"), let x = reader.text("on") else { return nil }
    let groups = reader.fields("groupby")
    let extent = reader.reader.node("extent")?.elements?.compactMap(\.number)
    let regression = RegressionTransform(
      y: y.value, x: x.value, groupBy: groups.map(\.value),
      method: reader.reader.choice("method", of: Method.self)?.value ?? .linear,
      order: reader.reader.number("order").map { Int(max(0, min($0, 20))) } ?? 3,
      extent: extent?.count == 2 ? extent : nil,
      givesParameters: reader.reader.boolean("params") ?? false, names: reader.names("as"))
    return .regression(regression, [y, x] + groups)
  }

  func apply(to table: ChartTable) -> ChartTable {
    let xs = table.values(of: x) ?? []
    let ys = table.values(of: y) ?? []
    let groupColumns = groupBy.map { table.values(of: $0) ?? [] }
    var keys = groupBy.map { _ in [Datum]() }
    var first: [Datum] = []
    var second: [Datum] = []
    for rows in RowGroups(table, by: groupBy).members {
      let points = rows.compactMap { row -> (x: Double, y: Double)? in
        guard let x = xs[row].measure, let y = ys[row].measure else { return nil }
        return (x, y)
      }
      guard let fit = Fit.make(method, order, points) else { continue }
      if givesParameters {
        first.append(.list(fit.coefficients.map(Datum.number)))
        second.append(.number(fit.determination(points)))
        for index in keys.indices { keys[index].append(groupColumns[index][rows[0]]) }
        continue
      }
      let numbers = points.map(\.x)
      let low = extent?[0] ?? numbers.min() ?? 0
      let high = extent?[1] ?? numbers.max() ?? 1
      for point in Sampling.curve(low, high, isStraight: method == .linear, fit.predict) {
        first.append(.number(point.x))
        second.append(.number(point.y))
        for index in keys.indices { keys[index].append(groupColumns[index][rows[0]]) }
      }
    }
    let own = givesParameters ? ["coef", "rSquared"] : [x, y]
    let firstName = names.first ?? own[0]
    let secondName = names.count > 1 ? names[1] : own[1]
    return ChartTable(
      names: groupBy + [firstName, secondName], columns: keys + [first, second],
      rowCount: first.count)
  }
}

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

/// Points along a curve, close where it bends (vega-statistics, `sampleCurve`).
enum Sampling {
  static func curve(
    _ low: Double, _ high: Double, isStraight: Bool, least: Int = 25, most: Int = 200,
    _ function: (Double) -> Double
  ) -> [(x: Double, y: Double)] {
    guard low.isFinite, high.isFinite, low < high else { return [(low, function(low))] }
    if isStraight { return [(low, function(low)), (high, function(high))] }
    let points = (0...least).map { step -> (x: Double, y: Double) in
      let x = low + Double(step) / Double(least) * (high - low)
      return (x, function(x))
    }
    guard least < most else { return points }
    let ys = points.map(\.y)
    let height = (ys.max() ?? 1) - (ys.min() ?? 0)
    let scale = height > 0 ? (high - low) / height : 1
    let smallest = (high - low) / Double(most)
    var result = [points[0]]
    var rest = Array(points.dropFirst().reversed())
    while let next = rest.last {
      let from = result[result.count - 1]
      let middle = (from.x + next.x) / 2
      let y = function(middle)
      if middle - from.x >= smallest, bends(from, (middle, y), next, scale), rest.count < 10_000 {
        rest.append((middle, y))
      } else {
        result.append(next)
        rest.removeLast()
      }
    }
    return result
  }

  private static func bends(
    _ from: (x: Double, y: Double), _ middle: (x: Double, y: Double),
    _ to: (x: Double, y: Double), _ scale: Double
  ) -> Bool {
    func angle(_ other: (x: Double, y: Double)) -> Double {
      Elementary.atan2(scale * (other.y - from.y), other.x - from.x)
    }
    return (angle(to) - angle(middle)).magnitude > 0.5 * .pi / 180
  }
}
