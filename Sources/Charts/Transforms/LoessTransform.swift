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
    let bandwidth = reader.reader.number("bandwidth") ?? 0.3
    let loess = LoessTransform(
      y: y.value, x: x.value, groupBy: groups.map(\.value),
      bandwidth: bandwidth > 0 && bandwidth <= 1 ? bandwidth : 0.3, names: reader.names("as"))
    return .loess(loess, [y, x] + groups)
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
      }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
      for point in smooth(points) {
        first.append(.number(point.x))
        second.append(.number(point.y))
        for index in keys.indices { keys[index].append(groupColumns[index][rows[0]]) }
      }
    }
    return ChartTable(
      names: groupBy + [names.first ?? x, names.count > 1 ? names[1] : y],
      columns: keys + [first, second], rowCount: first.count)
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

/// The values below which parts of all lie: Vega's `quantile`.
struct QuantileTransform: Sendable {
  let field: String
  let groupBy: [String]
  let parts: [Double]
  let names: [String]

  static func read(_ reader: inout TransformReader) -> TransformStep? {
    guard let field = reader.text("quantile") else { return nil }
    let groups = reader.fields("groupby")
    var parts = reader.reader.node("probs")?.elements?.compactMap(\.number) ?? []
    let step = reader.reader.positiveNumber("step") ?? 0.01
    if parts.isEmpty {
      let size = max(step, 0.0001)
      // As many as `range(step / 2, 1 - 1e-14, step)` of d3-array has.
      let count = ((1 - 1e-14 - size / 2) / size).rounded(.up)
      parts = (0..<Int(max(count, 1))).map { size / 2 + Double($0) * size }.filter { $0 < 1 }
    }
    let quantile = QuantileTransform(
      field: field.value, groupBy: groups.map(\.value),
      parts: parts.filter { (0...1).contains($0) },
      names: reader.names("as"))
    return .quantile(quantile, [field] + groups)
  }

  func apply(to table: ChartTable) -> ChartTable {
    let values = table.values(of: field) ?? []
    let groupColumns = groupBy.map { table.values(of: $0) ?? [] }
    var keys = groupBy.map { _ in [Datum]() }
    var first: [Datum] = []
    var second: [Datum] = []
    for rows in RowGroups(table, by: groupBy).members {
      let numbers = rows.compactMap { values[$0].measure }.sorted()
      guard !numbers.isEmpty else { continue }
      for part in parts {
        first.append(.number(part))
        second.append(.number(StepEdges.quantile(numbers, part)))
        for index in keys.indices { keys[index].append(groupColumns[index][rows[0]]) }
      }
    }
    return ChartTable(
      names: groupBy + [names.first ?? "prob", names.count > 1 ? names[1] : "value"],
      columns: keys + [first, second], rowCount: first.count)
  }
}
