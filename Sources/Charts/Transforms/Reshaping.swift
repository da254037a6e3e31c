import Diagnostics
import Documents

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

/// Where values begin and end when put upon one another: Vega's `stack`.
struct StackTransform: Sendable {
  let field: String
  let groupBy: [String]
  let sort: [(field: String, descends: Bool)]
  let offset: StackOffset
  let start: String
  let end: String

  static func read(_ reader: inout TransformReader) -> TransformStep? {
    guard let field = reader.text("stack") else { return nil }
    let groups = reader.fields("groupby")
    let sorts = reader.sorts()
    let offset = reader.reader.choice("offset", of: StackOffset.self)?.value ?? .zero
    let names = reader.names("as")
    let start = names.first ?? "y0"
    let stack = StackTransform(
      field: field.value, groupBy: groups.map(\.value),
      sort: sorts.map { ($0.field.value, $0.descends) }, offset: offset, start: start,
      end: names.count > 1 ? names[1] : "\(start)_end")
    return .stack(stack, [field] + groups + sorts.map(\.field))
  }

  func apply(to table: ChartTable) -> ChartTable {
    let values = (table.values(of: field) ?? []).map { $0.measure ?? 0 }
    let keys = sort.map { (table.values(of: $0.field) ?? [], $0.descends) }
    let order = (0..<table.rowCount).sorted { first, second in
      for (column, descends) in keys {
        let comparison = DatumOrder.compare(column[first], column[second])
        if comparison != 0 { return descends ? comparison > 0 : comparison < 0 }
      }
      return first < second
    }
    let items = StackLayout.items(
      channel: .y, offset: offset, values: values,
      groups: groupBy.compactMap { table.values(of: $0) }, order: order, count: table.rowCount)
    var result = table
    result.set(start, to: items.starts.map(Datum.number))
    result.set(end, to: items.ends.map(Datum.number))
    return result
  }
}

/// Fields of another dataset beside the rows that they belong to: Vega's `lookup`.
struct LookupTransform: Sendable {
  let key: Spanned<String>
  let data: DataReference
  let otherKey: Spanned<String>
  let fields: [Spanned<String>]
  let names: [String]
  let fallback: Datum

  static func read(_ reader: inout TransformReader) -> TransformStep? {
    guard let key = reader.text("lookup") else { return nil }
    guard let from = reader.reader.node("from") else {
      reader.reader.report(
        .keyMissing, "\(reader.reader.subject) has no 'from'", at: reader.node.span)
      return nil
    }
    let names = reader.names("as")
    let fallback = reader.reader.node("default").map(DatumReader.plain) ?? .null
    var inner = TransformReader(PropertyReader(from, of: "'from' of a lookup"), from)
    let data = inner.reader.node("data").flatMap {
      DataReference.read($0).take(into: &inner.reader)
    }
    let other = inner.text("key")
    let fields = inner.fields("fields")
    reader.reader.report(inner.finish())
    guard let data, let other else { return nil }
    return .lookup(
      LookupTransform(
        key: key, data: data, otherKey: other, fields: fields, names: names,
        fallback: fallback))
  }

  func apply(to table: ChartTable, _ other: ChartTable?) -> ChartTable {
    guard let other, let keys = table.values(of: key.value),
      let others = other.values(of: otherKey.value)
    else { return table }
    // Of rows with the same key, Vega finds the last.
    var rows: [Datum: Int] = [:]
    for (row, value) in others.enumerated() { rows[value] = row }
    var result = table
    if fields.isEmpty {
      let column = keys.map { key -> Datum in
        guard let row = rows[key] else { return fallback }
        return .object(DatumObject(names: other.names, values: other.columns.map { $0[row] }))
      }
      result.set(names.first ?? "lookup", to: column)
      return result
    }
    for (index, field) in fields.enumerated() {
      let values = other.values(of: field.value)
      let column = keys.map { key in rows[key].flatMap { values?[$0] } ?? fallback }
      result.set(index < names.count ? names[index] : field.value, to: column)
    }
    return result
  }
}
