import Diagnostics
import Documents

/// A smooth line through points by local regression: Vega's `loess`.
struct LoessTransform: Sendable {
  let y: String
  let x: String
  let groupBy: [String]
  let bandwidth: Double
  let names: [String]

  static func read(_ reader: inout TransformReader) -> TransformStep? {
    guard let y = reader.text("loess"), let x = reader.text("on") else { return nil }
    let groups = reader.fields("groupby")
    let bandwidth = reader.reader.positiveNumber("bandwidth") ?? 0.3
    if bandwidth > 1, let node = reader.reader.node("bandwidth") {
      reader.reader.report(
        .valueInvalid, "'bandwidth' of \(reader.reader.subject) is a part of the points, up to 1",
        at: node.span)
    }
    let loess = LoessTransform(
      y: y.value, x: x.value, groupBy: groups.map(\.value),
      bandwidth: min(bandwidth, 1), names: reader.names("as"))
    return .loess(loess, [y, x] + groups)
  }

  func apply(to table: ChartTable) -> ChartTable {
    let xs = table.values(of: x) ?? []
    let ys = table.values(of: y) ?? []
    var result = GroupedRows(table, by: groupBy)
    for rows in RowGroups(table, by: groupBy).members {
      let points = rows.compactMap { row -> (x: Double, y: Double)? in
        guard let x = xs[row].measure, let y = ys[row].measure else { return nil }
        return (x, y)
      }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
      for point in smooth(points) {
        result.append(.number(point.x), .number(point.y), groupOf: rows[0])
      }
    }
    return result.table(names: names, or: (x, y))
  }

  /// One point for each place of x, after two rounds that weigh outliers down.
  private func smooth(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    let count = points.count
    guard count > 2 else { return points }
    let width = max(2, Int(bandwidth * Double(count)))
    let meanX = points.map(\.x).reduce(0, +) / Double(count)
    let meanY = points.map(\.y).reduce(0, +) / Double(count)
    let xv = points.map { $0.x - meanX }
    let yv = points.map { $0.y - meanY }
    var fitted = [Double](repeating: 0, count: count)
    var robust = [Double](repeating: 1, count: count)
    var residuals = fitted
    for round in 0...2 {
      var (low, high) = (0, width - 1)
      for i in 0..<count {
        let dx = xv[i]
        let edge = dx - xv[low] > xv[high] - dx ? low : high
        var (weight, wx, wy, wxx, wxy) = (0.0, 0.0, 0.0, 0.0, 0.0)
        let span = (xv[edge] - dx).magnitude
        let denominator = 1 / (span == 0 ? 1 : span)
        for k in low...high {
          let dist = (dx - xv[k]).magnitude * denominator
          let cube = 1 - dist * dist * dist
          let w = cube * cube * cube * robust[k]
          let xkw = xv[k] * w
          weight += w
          wx += xkw
          wy += yv[k] * w
          wxy += yv[k] * xkw
          wxx += xv[k] * xkw
        }
        let (mx, my) = (wx / weight, wy / weight)
        let (mxy, mxx) = (wxy / weight, wxx / weight)
        let spread = (mxx - mx * mx).magnitude.squareRoot()
        let slope = spread < 1e-12 ? 0 : (mxy - mx * my) / (mxx - mx * mx)
        fitted[i] = my - slope * mx + slope * dx
        residuals[i] = (yv[i] - fitted[i]).magnitude
        // The window moves on where what it gains is nearer than what it loses.
        if i + 1 < count {
          let next = xv[i + 1]
          while high + 1 < count, next > xv[low], next - xv[low] > xv[high + 1] - next {
            low += 1
            high += 1
          }
        }
      }
      if round == 2 { break }
      let median = StepEdges.quantile(residuals.sorted(), 0.5)
      if median.magnitude < 1e-12 { break }
      for i in 0..<count {
        let part = residuals[i] / (6 * median)
        robust[i] = part >= 1 ? 1e-12 : (1 - part * part) * (1 - part * part)
      }
    }
    return averaged(zip(xv, fitted).map { (x: $0 + meanX, y: $1 + meanY) })
  }

  /// Points at one place are made one.
  private func averaged(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    var result: [(x: Double, y: Double)] = []
    var index = 0
    while index < points.count {
      var last = index
      var sum = 0.0
      while last < points.count, points[last].x == points[index].x {
        sum += points[last].y
        last += 1
      }
      result.append((points[index].x, sum / Double(last - index)))
      index = last
    }
    return result
  }
}
