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
  let extent: (low: Double, high: Double)?
  let givesParameters: Bool
  let names: [String]

  static func read(_ reader: inout TransformReader) -> TransformStep? {
    guard let y = reader.text("regression"), let x = reader.text("on") else { return nil }
    let groups = reader.fields("groupby")
    let extent = reader.reader.extent("extent")
    let regression = RegressionTransform(
      y: y.value, x: x.value, groupBy: groups.map(\.value),
      method: reader.reader.choice("method", of: Method.self)?.value ?? .linear,
      order: reader.reader.number("order").map { Int(max(0, min($0, 20))) } ?? 3,
      extent: extent,
      givesParameters: reader.reader.boolean("params") ?? false, names: reader.names("as"))
    return .regression(regression, [y, x] + groups)
  }

  func apply(to table: ChartTable) -> ChartTable {
    let xs = table.values(of: x) ?? []
    let ys = table.values(of: y) ?? []
    var result = GroupedRows(table, by: groupBy)
    for rows in RowGroups(table, by: groupBy).members {
      let points = rows.compactMap { row -> (x: Double, y: Double)? in
        guard let x = xs[row].measure, let y = ys[row].measure else { return nil }
        return (x, y)
      }
      guard let fit = Fit.make(method, order, points) else { continue }
      if givesParameters {
        result.append(
          .list(fit.coefficients.map(Datum.number)), .number(fit.determination(points)),
          groupOf: rows[0])
        continue
      }
      let numbers = points.map(\.x)
      let low = extent?.low ?? numbers.min() ?? 0
      let high = extent?.high ?? numbers.max() ?? 1
      for point in CurveSampling.curve(low, high, isStraight: method == .linear, fit.predict) {
        result.append(.number(point.x), .number(point.y), groupOf: rows[0])
      }
    }
    return result.table(names: names, or: givesParameters ? ("coef", "rSquared") : (x, y))
  }
}
