import Diagnostics
import Documents

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
    if names.count > max(fields.count, 1), let node = reader.reader.node("as") {
      reader.reader.report(
        .valueInvalid, "'as' of \(reader.reader.subject) has more names than there are fields",
        at: node.span)
    }
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
