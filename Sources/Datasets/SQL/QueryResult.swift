import Bytes
import Diagnostics
import GRDBSQLite
import Values

/// The rows of a query, column by column, as SQLite gave them.
struct QueryResult {
  /// A column of the result.
  struct RawColumn {
    let name: String
    /// The dataset's field that it shows as it is, where it does; nil for what was worked out.
    let field: Field?
    var values: [SQLValue] = []
  }

  var columns: [RawColumn]
  private(set) var rowCount = 0
  /// How many bytes its values take, about.
  private(set) var byteCount = 0

  init(columns: [RawColumn]) {
    self.columns = columns
  }

  /// Adds the row at which `statement` stands.
  mutating func add(_ statement: OpaquePointer) {
    for index in columns.indices {
      let value = Self.value(statement, Int32(index))
      columns[index].values.append(value)
      byteCount += MemoryLayout<SQLValue>.size
      if case .text(let text) = value, text.utf8.count > 15 { byteCount += text.utf8.count }
    }
    rowCount += 1
  }

  private static func value(_ statement: OpaquePointer, _ column: Int32) -> SQLValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      guard let bytes = sqlite3_column_text(statement, column) else { return .null }
      let count = Int(sqlite3_column_bytes(statement, column))
      return .text(UnsafeBufferPointer(start: bytes, count: count).text)
    case SQLITE_BLOB: return .blob
    default: return .null
    }
  }
}

extension QueryResult.RawColumn {
  /// The first value that is bytes and no text, by its row.
  var blobRow: Int? {
    values.firstIndex { if case .blob = $0 { true } else { false } }
  }

  /// The column with its type: that of the field that it shows, as long as all its values are of
  /// that type, or else what the values have in common.
  func typed(at span: SourceSpan) -> (Field, Column) {
    if let field, let column = column(as: field.kind) {
      var shown = Field(
        name: name, kind: field.kind, title: name == field.name ? field.title : nil,
        description: field.description, schemaType: field.schemaType, reference: field.reference,
        separator: field.separator, span: span)
      shown.valueLabels = field.valueLabels
      return (shown, column)
    }
    let kind = workedOutKind
    if let column = column(as: kind) { return (Field(name: name, kind: kind, span: span), column) }
    return (Field(name: name, kind: .string, span: span), .texts(values.map(\.text)))
  }

  /// What values that were worked out are, by what SQLite holds and how texts are written.
  private var workedOutKind: Field.Kind {
    var kinds: Set<Field.Kind> = []
    for value in values {
      switch value {
      case .null: continue
      case .integer: kinds.insert(.integer)
      case .real: kinds.insert(.number)
      case .text, .blob: kinds.insert(.string)
      }
    }
    if kinds == [.string] { return Inference.textKind(of: values.map(\.text), named: name) }
    if kinds == [.integer] { return .integer }
    return kinds.isEmpty || kinds.contains(.string) ? .string : .number
  }

  /// The values as those of `kind`, or nil where one is none.
  private func column(as kind: Field.Kind) -> Column? {
    switch kind {
    case .string, .any, .time, .duration, .geopoint, .geojson, .object, .array:
      return .texts(values.map(\.text))
    case .number, .integer, .year: return all(\.number).map(Column.numbers)
    case .boolean:
      return all { value in value.number.flatMap { [0: false, 1: true][$0] } }
        .map(Column.booleans)
    case .date:
      return all { value -> EDTFDate? in
        guard let text = value.text, case .success(let date) = CellText.date(text) else {
          return nil
        }
        return date
      }.map(Column.dates)
    case .estimate:
      return all { value -> Estimate? in
        guard let text = value.text, case .success(let estimate) = CellText.estimate(text) else {
          return nil
        }
        return estimate
      }.map(Column.estimates)
    }
  }

  /// Each value as `read` has it, nil where it is missing; or nil where one cannot be read.
  private func all<Read>(_ read: (SQLValue) -> Read?) -> [Read?]? {
    var result: [Read?] = []
    result.reserveCapacity(values.count)
    for value in values {
      if case .null = value {
        result.append(nil)
      } else if let read = read(value) {
        result.append(read)
      } else {
        return nil
      }
    }
    return result
  }
}

extension SQLValue {
  /// The value as text, nil where there is none.
  var text: String? {
    switch self {
    case .null, .blob: nil
    case .integer(let integer): String(integer)
    case .real(let real): real.plainText
    case .text(let text): text
    }
  }

  /// The value as a number, nil where it is none.
  var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .real(let real): real.isNaN ? nil : real
    case .null, .text, .blob: nil
    }
  }
}
