/// Gathers the rows that steps such as `regression` make of each group: the values that the group
/// has in common, and two columns of its own.
struct GroupedRows {
  private let groupBy: [String]
  private let sources: [[Datum]]
  private var keys: [[Datum]]
  private var first: [Datum] = []
  private var second: [Datum] = []

  init(_ table: ChartTable, by groupBy: [String]) {
    self.groupBy = groupBy
    sources = groupBy.map { table.values(of: $0) ?? [] }
    keys = groupBy.map { _ in [] }
  }

  /// Adds a row to the group that holds the row `row`.
  mutating func append(_ one: Datum, _ other: Datum, groupOf row: Int) {
    first.append(one)
    second.append(other)
    for index in keys.indices { keys[index].append(sources[index][row]) }
  }

  /// The rows, the two columns under the author's names or else `fallback`.
  func table(names: [String], or fallback: (String, String)) -> ChartTable {
    ChartTable(
      names: groupBy + [names.first ?? fallback.0, names.count > 1 ? names[1] : fallback.1],
      columns: keys + [first, second], rowCount: first.count)
  }
}
