import Diagnostics
import Documents

/// What stands for values that are missing: Vega-Lite's `impute`.
struct Imputation: Sendable {
  enum Method: String, CaseIterable, Sendable {
    case value, mean, median, max, min
  }

  var method = Method.value
  var value: Datum = .null
  /// How many rows before and behind a method looks at; nil for all.
  var frame: (before: Int?, behind: Int?) = (nil, nil)
  var keys: [Datum] = []

  /// Reads `impute: {value: 0}`.
  static func reading(_ node: Node) -> Outcome<Imputation> {
    var imputation = Imputation()
    var reader = PropertyReader(node, of: "'impute'")
    imputation.read(&reader)
    return Outcome(imputation, reader.finish())
  }

  mutating func read(_ reader: inout PropertyReader) {
    method = reader.choice("method", of: Method.self)?.value ?? .value
    if let node = reader.node("value") { value = DatumReader.datum(node).take(into: &reader) }
    if let frame = reader.frame("frame") { self.frame = frame }
    if let node = reader.node("keyvals") { readKeys(node, &reader) }
  }

  /// Reads `keyvals: [1, 2]`, or `{start: 0, stop: 10, step: 2}`.
  private mutating func readKeys(_ node: Node, _ reader: inout PropertyReader) {
    if let elements = node.elements {
      keys = elements.map(DatumReader.plain)
    } else if node.entries != nil {
      let sequence = InlineData.sequence(node, of: "'keyvals'").take(into: &reader)
      keys = sequence?.columns.first ?? []
    } else {
      reader.wrongType(node, "keyvals", expected: "a list of values or {start, stop, step}")
    }
  }

  /// The table with a row for each key of each group, the values that lack filled in.
  func apply(
    to table: ChartTable, field: String, key: String, groupBy: [String]
  ) -> ChartTable {
    guard let keyColumn = table.values(of: key), let values = table.values(of: field) else {
      return table
    }
    var all: [Datum] = []
    var seen: Set<Datum> = []
    for value in keys + keyColumn where seen.insert(value).inserted { all.append(value) }
    let groups = RowGroups(table, by: groupBy)
    // The step tells that there are too many.
    guard groups.count * all.count <= TransformStep.rowLimit else {
      return ChartTable(rowCount: groups.count * all.count)
    }
    var names = table.names
    for name in groupBy + [key, field] where !names.contains(name) { names.append(name) }
    var columns = names.map { name in table.column(name) ?? table.values(of: name) ?? [] }
    for rows in groups.members {
      let present = Set(rows.map { keyColumn[$0] })
      for value in all where !present.contains(value) {
        for (index, name) in names.enumerated() {
          if name == key {
            columns[index].append(value)
          } else if groupBy.contains(name), let first = rows.first {
            columns[index].append(columns[index][first])
          } else {
            columns[index].append(.null)
          }
        }
      }
    }
    let count = columns.first?.count ?? 0
    var result = ChartTable(names: names, columns: columns, rowCount: count)
    fill(&result, field, key, groupBy, values)
    return result
  }

  private func fill(
    _ table: inout ChartTable, _ field: String, _ key: String, _ groupBy: [String],
    _ known: [Datum]
  ) {
    guard var column = table.column(field), let keys = table.column(key) else { return }
    for rows in RowGroups(table, by: groupBy).members {
      let ordered = rows.sorted { DatumOrder.compare(keys[$0], keys[$1]) < 0 }
      let before = column
      for (place, row) in ordered.enumerated() where before[row].isMissing {
        guard method != .value else {
          column[row] = value
          continue
        }
        let low = frame.before.map { max(0, place + $0) } ?? 0
        let high = frame.behind.map { min(ordered.count - 1, place + $0) } ?? ordered.count - 1
        guard low <= high else { continue }
        let cells = ordered[low...high].map { before[$0] }.filter { !$0.isMissing }
        let operation: AggregateOperation =
          switch method {
          case .mean, .value: .mean
          case .median: .median
          case .max: .max
          case .min: .min
          }
        column[row] = operation.value(of: cells)
      }
    }
    table.set(field, to: column)
  }
}
