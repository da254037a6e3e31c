import Diagnostics
import Documents

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
    guard let start = names.first else {
      reader.reader.report(
        .keyMissing, "\(reader.reader.subject) has no 'as'", at: reader.node.span)
      return nil
    }
    let stack = StackTransform(
      field: field.value, groupBy: groups.map(\.value),
      sort: sorts.map { ($0.field.value, $0.descends) }, offset: offset, start: start,
      end: names.count > 1 ? names[1] : "\(start)_end")
    return .stack(stack, [field] + groups + sorts.map(\.field))
  }

  func apply(to table: ChartTable) -> ChartTable {
    let values = (table.values(of: field) ?? []).map { $0.measure ?? 0 }
    let keys = sort.map { DatumSortKey(table.values(of: $0.field) ?? [], descends: $0.descends) }
    let items = StackLayout.items(
      channel: .y, offset: offset, values: values,
      groups: groupBy.compactMap { table.values(of: $0) },
      order: DatumSortKey.order(Array(0..<table.rowCount), by: keys),
      count: table.rowCount)
    var result = table
    result.set(start, to: items.starts.map(Datum.number))
    result.set(end, to: items.ends.map(Datum.number))
    return result
  }
}
