import Diagnostics
import Documents

/// A column for each value of a field: Vega's `pivot`.
struct PivotTransform: Sendable {
  let field: String
  let value: String
  let groupBy: [String]
  let operation: AggregateOperation
  let limit: Int

  static func read(_ reader: inout TransformReader) -> TransformStep? {
    guard let field = reader.text("pivot"), let value = reader.text("value") else { return nil }
    let groups = reader.fields("groupby")
    let operation = reader.reader.choice("op", of: AggregateOperation.self)?.value ?? .sum
    let limit = reader.reader.number("limit").map { Int(max(0, min($0, 10_000))) } ?? 0
    let pivot = PivotTransform(
      field: field.value, value: value.value, groupBy: groups.map(\.value), operation: operation,
      limit: limit)
    return .pivot(pivot, [field, value] + groups)
  }

  /// More columns than this are a mistake.
  static let columnLimit = 1_000

  /// How many columns it would make of the rows.
  func columnCount(of table: ChartTable) -> Int {
    let count = Set(table.values(of: field) ?? []).count
    return limit > 0 ? min(limit, count) : count
  }

  func apply(to table: ChartTable) -> ChartTable {
    let keys = table.values(of: field) ?? []
    let values = table.values(of: value) ?? []
    var names: [Datum] = []
    var seen: Set<Datum> = []
    for key in keys where seen.insert(key).inserted { names.append(key) }
    names.sort { DatumOrder.compare($0, $1) < 0 }
    if limit > 0 { names = Array(names.prefix(limit)) }
    guard names.count <= Self.columnLimit else { return table }
    let groups = RowGroups(table, by: groupBy)
    let cells = groups.members.map { rows in
      Dictionary(grouping: rows) { keys[$0] }.mapValues { $0.map { values[$0] } }
    }
    var result = Aggregation(groupBy: groupBy, measures: []).apply(to: table)
    for name in names {
      result.set(name.text, to: cells.map { $0[name].map { operation.value(of: $0) } ?? .null })
    }
    return result
  }
}
