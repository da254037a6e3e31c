import Diagnostics
import Documents

/// How often values lie where: Vega's `density` by a kernel of normal curves.
struct DensityTransform: Sendable {
  /// Whether groups cover the same stretch of values.
  enum Resolve: String, CaseIterable, Sendable {
    case shared, independent
  }

  let field: String
  let groupBy: [String]
  let bandwidth: Double
  let extent: (low: Double, high: Double)?
  let isCumulative: Bool
  let countsRows: Bool
  let steps: (least: Int, most: Int)
  let sharesExtent: Bool
  let names: [String]

  static func read(_ reader: inout TransformReader) -> TransformStep? {
    guard let field = reader.text("density") else { return nil }
    let groups = reader.fields("groupby")
    let extent = reader.reader.extent("extent")
    let names = reader.names("as")
    func steps(_ key: String) -> Int? {
      reader.reader.number(key).map { Int(max(2, min($0, 10_000))) }
    }
    let exact = steps("steps")
    let least = steps("minsteps") ?? 25
    let most = steps("maxsteps") ?? 200
    let resolve = reader.reader.choice("resolve", of: Resolve.self)?.value
    let density = DensityTransform(
      field: field.value, groupBy: groups.map(\.value),
      bandwidth: reader.reader.number("bandwidth") ?? 0,
      extent: extent,
      isCumulative: reader.reader.boolean("cumulative") ?? false,
      countsRows: reader.reader.boolean("counts") ?? false,
      steps: (exact ?? least, exact ?? max(least, most)), sharesExtent: resolve != .independent,
      names: names)
    return .density(density, [field] + groups)
  }

  func apply(to table: ChartTable) -> ChartTable {
    let values = table.values(of: field) ?? []
    let groups = RowGroups(table, by: groupBy)
    let all = values.compactMap(\.measure)
    var result = GroupedRows(table, by: groupBy)
    for rows in groups.members {
      let numbers = rows.compactMap { values[$0].measure }.sorted()
      guard let first = numbers.first, let last = numbers.last else { continue }
      let own = sharesExtent ? (all.min() ?? first, all.max() ?? last) : (first, last)
      let (low, high) = (extent?.low ?? own.0, extent?.high ?? own.1)
      let width = bandwidth > 0 ? bandwidth : Self.bandwidth(numbers)
      let scale = countsRows ? Double(numbers.count) : 1
      let curve = CurveSampling.curve(
        low, high, isStraight: false, least: steps.least, most: steps.most
      ) {
        (isCumulative ? cumulative(numbers, $0, width) : density(numbers, $0, width)) * scale
      }
      for point in curve {
        result.append(.number(point.x), .number(point.y), groupOf: rows[0])
      }
    }
    return result.table(names: names, or: ("value", "density"))
  }

  /// Scott's rule (vega-statistics, `bandwidth`).
  private static func bandwidth(_ sorted: [Double]) -> Double {
    let count = Double(sorted.count)
    var numbers = sorted
    let deviation = AggregateOperation.stdev.value(of: &numbers) ?? 0
    let quartiles = StepEdges.quantile(sorted, 0.75) - StepEdges.quantile(sorted, 0.25)
    let spread = min(deviation, quartiles / 1.34)
    let used =
      spread > 0
      ? spread : deviation > 0 ? deviation : sorted[0].magnitude > 0 ? sorted[0].magnitude : 1
    return 1.06 * used * Elementary.pow(count, -0.2)
  }

  private func density(_ numbers: [Double], _ x: Double, _ width: Double) -> Double {
    var sum = 0.0
    for number in numbers {
      let z = (x - number) / width
      if z.magnitude < 8 { sum += Elementary.exp(-z * z / 2) }
    }
    return sum / (Double(numbers.count) * width * 2.506_628_274_631_000_2)
  }

  private func cumulative(_ numbers: [Double], _ x: Double, _ width: Double) -> Double {
    var sum = 0.0
    for number in numbers { sum += NormalDistribution.cumulative((x - number) / width) }
    return sum / Double(numbers.count)
  }
}
