/// Makes one row of each group of rows: Vega's `aggregate`.
struct Aggregation: Sendable {
  /// One value of a group.
  struct Measure: Sendable {
    let operation: AggregateOperation
    /// The field; nil counts rows.
    let field: String?
    /// The name of the column that holds it.
    let name: String
  }

  let groupBy: [String]
  let measures: [Measure]

  /// One row a group, in the order in which the groups are first met.
  func apply(to table: ChartTable) -> ChartTable {
    let groups = RowGroups(table, by: groupBy)
    var names = groupBy
    var columns = groupBy.map { name -> [Datum] in
      let values = table.values(of: name)
      return groups.firsts.map { values?[$0] ?? .null }
    }
    for measure in measures {
      let values = Self.values(measure, groups, table)
      if let index = names.firstIndex(of: measure.name) {
        columns[index] = values
      } else {
        names.append(measure.name)
        columns.append(values)
      }
    }
    return ChartTable(names: names, columns: columns, rowCount: groups.count)
  }

  /// A measure's value for each group.
  static func values(_ measure: Measure, _ groups: RowGroups, _ table: ChartTable) -> [Datum] {
    guard let field = measure.field, let column = table.values(of: field) else {
      if measure.operation == .count {
        return groups.members.map { .number(Double($0.count)) }
      }
      return groups.members.map { rows in
        measure.operation.value(of: Array(repeating: .null, count: rows.count))
      }
    }
    switch measure.operation {
    case .argmin, .argmax:
      return groups.members.map { rows in extreme(rows, column, measure.operation, table) }
    case .count: return groups.members.map { .number(Double($0.count)) }
    default: break
    }
    return groups.members.map { rows in
      let value = measure.operation.value(of: rows.map { column[$0] })
      // The earliest and the mean of moments are moments.
      return restored(value, like: column, measure.operation)
    }
  }

  private static func restored(
    _ value: Datum, like column: [Datum], _ operation: AggregateOperation
  ) -> Datum {
    guard case .number(let number) = value else { return value }
    switch operation {
    case .mean, .average, .median, .q1, .q3:
      for datum in column {
        switch datum {
        case .null: continue
        case .time, .date: return .time(number)
        default: return value
        }
      }
      return value
    default: return value
    }
  }

  /// The whole row in which a field is least or greatest.
  private static func extreme(
    _ rows: [Int], _ column: [Datum], _ operation: AggregateOperation, _ table: ChartTable
  ) -> Datum {
    var best: Int?
    for row in rows where column[row].isValid {
      guard let current = best else {
        best = row
        continue
      }
      let order = DatumOrder.compare(column[row], column[current])
      if operation == .argmin ? order < 0 : order > 0 { best = row }
    }
    guard let best else { return .null }
    return .object(DatumObject(names: table.names, values: table.columns.map { $0[best] }))
  }
}

/// Rows that have the same values in some fields.
struct RowGroups: Sendable {
  /// The rows of each group, in the order in which the groups are first met.
  private(set) var members: [[Int]] = []
  /// The group of each row.
  private(set) var groupOfRow: [Int]

  var count: Int { members.count }
  /// The first row of each group.
  var firsts: [Int] { members.map { $0[0] } }

  init(_ table: ChartTable, by fields: [String]) {
    groupOfRow = Array(repeating: 0, count: table.rowCount)
    let columns = fields.compactMap { table.values(of: $0) }
    guard !columns.isEmpty else {
      // All rows are one group; no rows are none, but for a count of nothing.
      if table.rowCount > 0 { members = [Array(0..<table.rowCount)] }
      return
    }
    // Each column's values are numbered, and the numbers of a row make its key.
    var keys = [Int](repeating: 0, count: table.rowCount)
    var span = 1
    for column in columns {
      var numbers: [Datum: Int] = [:]
      var codes = [Int](repeating: 0, count: table.rowCount)
      for row in 0..<table.rowCount {
        let value = column[row]
        if let known = numbers[value] {
          codes[row] = known
        } else {
          codes[row] = numbers.count
          numbers[value] = numbers.count
        }
      }
      if span > 1 {
        // Pairs of numbers are numbered anew, so that they never grow too large.
        var pairs: [Int: Int] = [:]
        let width = numbers.count
        for row in 0..<table.rowCount {
          let pair = keys[row] * width + codes[row]
          if let known = pairs[pair] {
            keys[row] = known
          } else {
            keys[row] = pairs.count
            pairs[pair] = pairs.count
          }
        }
        span = max(pairs.count, 2)
      } else {
        keys = codes
        span = max(numbers.count, 2)
      }
    }
    var indexes: [Int: Int] = [:]
    for row in 0..<table.rowCount {
      let index: Int
      if let known = indexes[keys[row]] {
        index = known
        members[index].append(row)
      } else {
        index = members.count
        indexes[keys[row]] = index
        members.append([row])
      }
      groupOfRow[row] = index
    }
  }
}
