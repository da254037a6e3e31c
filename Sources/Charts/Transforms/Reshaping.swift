/// Steps that make other rows of the rows: `fold`, `flatten`, `sample`.
enum Reshaping {
  /// A row for each of some fields, with its name and its value.
  static func fold(
    _ table: ChartTable, _ fields: [String], _ key: String, _ value: String
  ) -> ChartTable {
    guard !fields.isEmpty, table.rowCount * fields.count <= TransformStep.rowLimit else {
      return ChartTable(rowCount: fields.isEmpty ? 0 : table.rowCount * fields.count)
    }
    let columns = fields.map { table.values(of: $0) ?? [] }
    let rows = (0..<table.rowCount).flatMap { row in fields.map { _ in row } }
    var result = table.rows(at: rows)
    result.set(key, to: (0..<table.rowCount).flatMap { _ in fields.map(Datum.text) })
    result.set(
      value,
      to: (0..<table.rowCount).flatMap { row in
        columns.map { row < $0.count ? $0[row] : .null }
      })
    return result
  }

  /// A row for each element of the lists in some fields.
  static func flatten(
    _ table: ChartTable, _ fields: [String], _ names: [String]
  ) -> ChartTable {
    let columns = fields.map { table.values(of: $0) ?? [] }
    func elements(_ datum: Datum) -> [Datum] {
      if case .list(let values) = datum { return values }
      return datum.isNull ? [] : [datum]
    }
    var rows: [Int] = []
    var values = fields.map { _ in [Datum]() }
    for row in 0..<table.rowCount {
      let lists = columns.map { elements($0[row]) }
      let count = lists.map(\.count).max() ?? 0
      // One row too many is told by the step.
      guard rows.count <= TransformStep.rowLimit else { break }
      for index in 0..<count {
        rows.append(row)
        for (place, list) in lists.enumerated() {
          values[place].append(index < list.count ? list[index] : .null)
        }
      }
    }
    var result = table.rows(at: rows)
    for (name, column) in zip(names, values) { result.set(name, to: column) }
    return result
  }

  /// Some of the rows, drawn with a seed so that they are the same every time, in their order.
  static func sample(_ table: ChartTable, _ size: Int) -> ChartTable {
    guard size < table.rowCount else { return table }
    var random = SeededRandom(seed: UInt64(table.rowCount))
    var kept = Array(0..<size)
    for row in size..<table.rowCount {
      let place = random.index(below: row + 1)
      if place < size { kept[place] = row }
    }
    return table.rows(at: kept.sorted())
  }
}
