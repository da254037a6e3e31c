import Diagnostics
import Documents

/// The values below which parts of all lie: Vega's `quantile`.
struct QuantileTransform: Sendable {
  let field: String
  let groupBy: [String]
  let parts: [Double]
  let names: [String]

  static func read(_ reader: inout TransformReader) -> TransformStep? {
    guard let field = reader.text("quantile") else { return nil }
    let groups = reader.fields("groupby")
    var parts = reader.reader.numbers("probs", within: 0...1) ?? []
    let step = reader.reader.positiveNumber("step") ?? 0.01
    if parts.isEmpty {
      let size = max(step, 0.0001)
      // As many as `range(step / 2, 1 - 1e-14, step)` of d3-array has.
      let count = ((1 - 1e-14 - size / 2) / size).rounded(.up)
      parts = (0..<Int(max(count, 1))).map { size / 2 + Double($0) * size }.filter { $0 < 1 }
    }
    let quantile = QuantileTransform(
      field: field.value, groupBy: groups.map(\.value), parts: parts, names: reader.names("as"))
    return .quantile(quantile, [field] + groups)
  }

  func apply(to table: ChartTable) -> ChartTable {
    let values = table.values(of: field) ?? []
    var result = GroupedRows(table, by: groupBy)
    for rows in RowGroups(table, by: groupBy).members {
      let numbers = rows.compactMap { values[$0].measure }.sorted()
      guard !numbers.isEmpty else { continue }
      for part in parts {
        result.append(
          .number(part), .number(StepEdges.quantile(numbers, part)), groupOf: rows[0])
      }
    }
    return result.table(names: names, or: ("prob", "value"))
  }
}
