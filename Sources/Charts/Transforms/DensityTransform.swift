import Diagnostics
import Documents

/// How often values lie where: Vega's `density` by a kernel of normal curves.
struct DensityTransform: Sendable {
  let field: String
  let groupBy: [String]
  let bandwidth: Double
  let extent: [Double]?
  let isCumulative: Bool
  let countsRows: Bool
  let steps: (least: Int, most: Int)
  let sharesExtent: Bool
  let names: [String]

  static func read(_ reader: inout TransformReader) -> TransformStep? {
    guard let field = reader.text("density") else { return nil }
    let groups = reader.fields("groupby")
    let extent = reader.reader.node("extent")?.elements?.compactMap(\.number)
    let names = reader.names("as")
    func steps(_ key: String) -> Int? {
      reader.reader.number(key).map { Int(max(2, min($0, 10_000))) }
    }
    let exact = steps("steps")
    let least = steps("minsteps") ?? 25
    let most = steps("maxsteps") ?? 200
    let resolve = reader.reader.text("resolve")?.value
    let density = DensityTransform(
      field: field.value, groupBy: groups.map(\.value),
      bandwidth: reader.reader.number("bandwidth") ?? 0,
      extent: extent?.count == 2 ? extent : nil,
      isCumulative: reader.reader.boolean("cumulative") ?? false,
      countsRows: reader.reader.boolean("counts") ?? false,
      steps: (exact ?? least, exact ?? max(least, most)), sharesExtent: resolve != "independent",
      names: names)
    return .density(density, [field] + groups)
  }

  func apply(to table: ChartTable) -> ChartTable {
    let values = table.values(of: field) ?? []
    let groups = RowGroups(table, by: groupBy)
    let all = values.compactMap(\.measure)
    var keys = groupBy.map { _ in [Datum]() }
    var xs: [Datum] = []
    var ys: [Datum] = []
    let groupColumns = groupBy.map { table.values(of: $0) ?? [] }
    for rows in groups.members {
      let numbers = rows.compactMap { values[$0].measure }.sorted()
      guard let first = numbers.first, let last = numbers.last else { continue }
      let own = sharesExtent ? (all.min() ?? first, all.max() ?? last) : (first, last)
      let (low, high) = (extent?[0] ?? own.0, extent?[1] ?? own.1)
      let width = bandwidth > 0 ? bandwidth : Self.bandwidth(numbers)
      let scale = countsRows ? Double(numbers.count) : 1
      let curve = Sampling.curve(low, high, isStraight: false, least: steps.least, most: steps.most)
      {
        (isCumulative ? cumulative(numbers, $0, width) : density(numbers, $0, width)) * scale
      }
      for point in curve {
        xs.append(.number(point.x))
        ys.append(.number(point.y))
        for index in keys.indices { keys[index].append(groupColumns[index][rows[0]]) }
      }
    }
    let valueName = names.first ?? "value"
    let densityName = names.count > 1 ? names[1] : "density"
    return ChartTable(
      names: groupBy + [valueName, densityName], columns: keys + [xs, ys], rowCount: xs.count)
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

/// The normal distribution.
enum NormalDistribution {
  /// The part of it below `z` (G. West, 2005).
  static func cumulative(_ z: Double) -> Double {
    let size = z.magnitude
    guard size <= 37 else { return z > 0 ? 1 : 0 }
    let power = Elementary.exp(-size * size / 2)
    var result: Double
    if size < 7.071_067_811_865_47 {
      var above = 3.526_249_659_989_11e-2 * size + 0.700_383_064_443_688
      for part in [
        6.373_962_203_531_65, 33.912_866_078_383, 112.079_291_497_871, 221.213_596_169_931,
        220.206_867_912_376,
      ] {
        above = above * size + part
      }
      var below = 8.838_834_764_831_84e-2 * size + 1.755_667_163_182_64
      for part in [
        16.064_177_579_207, 86.780_732_202_946_1, 296.564_248_779_674, 637.333_633_378_831,
        793.826_512_519_948, 440.413_735_824_752,
      ] {
        below = below * size + part
      }
      result = power * above / below
    } else {
      var below = size + 0.65
      for part in [4.0, 3, 2, 1] { below = size + part / below }
      result = power / below / 2.506_628_274_631
    }
    if z > 0 { result = 1 - result }
    return result
  }
}
