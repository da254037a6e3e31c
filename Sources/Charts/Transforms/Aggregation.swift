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
