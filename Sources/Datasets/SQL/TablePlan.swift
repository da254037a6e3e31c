import Bytes
import Values

/// How a dataset stands in the database: one column for each of its own, and for estimates and
/// dates their bounds beside them.
///
/// The declared type of each of the dataset's own columns ends in `(table,column)`, which SQLite
/// keeps to itself and tells of every column of a result that is one of a table's: so a result
/// knows what its columns mean.
struct TablePlan: Sendable {
  /// A column of the table.
  struct Column: Sendable {
    /// What a cell of it holds.
    enum Content: Sendable {
      /// The value itself.
      case value
      /// The lower bound of an estimate, a number.
      case low
      /// The upper bound of an estimate, a number.
      case high
      /// The first day of a date, `2021-08-26`.
      case earliest
      /// The last day of a date.
      case latest
    }

    let name: String
    /// The index of the dataset's column.
    let source: Int
    let content: Content
  }

  let dataset: Dataset
  let columns: [Column]
  /// The statement that makes the table.
  let definition: String

  /// Why a dataset cannot be a table.
  enum Obstacle: Error {
    /// It has more columns than SQLite takes.
    case tooWide
    /// Two names of columns differ only by case, which SQL cannot tell apart.
    case alike(String, String)

    /// The reason in words, after "the dataset …".
    var words: String {
      switch self {
      case .tooWide: "has more than \(TablePlan.columnLimit) columns"
      case .alike(let first, let second):
        "has the columns '\(first)' and '\(second)', which SQL cannot tell apart"
      }
    }
  }

  /// The columns beyond which SQLite takes no table (its SQLITE_MAX_COLUMN).
  static let columnLimit = 2000

  /// The plan of `dataset` as the table with the number `table`.
  static func plan(_ dataset: Dataset, table: Int) -> Result<TablePlan, Obstacle> {
    var taken: [String: String] = [:]
    for field in dataset.fields {
      if let other = taken.updateValue(field.name, forKey: field.name.asciiLowercased) {
        return .failure(.alike(other, field.name))
      }
    }
    var columns: [Column] = []
    for (index, field) in dataset.fields.enumerated() {
      columns.append(Column(name: field.name, source: index, content: .value))
      let parts: [(String, Column.Content)] =
        switch field.kind {
        case .estimate: [("_low", .low), ("_high", .high)]
        case .date: [("_earliest", .earliest), ("_latest", .latest)]
        default: []
        }
      for (ending, content) in parts where taken[(field.name + ending).asciiLowercased] == nil {
        taken[(field.name + ending).asciiLowercased] = field.name
        columns.append(Column(name: field.name + ending, source: index, content: content))
      }
    }
    guard columns.count <= columnLimit, !columns.isEmpty else { return .failure(.tooWide) }
    let declared = columns.map { column in
      "\(SQLName.quoted(column.name)) \(declaration(of: column, in: dataset, table: table))"
    }
    let definition =
      "CREATE TABLE \(SQLName.quoted(dataset.name)) (\(declared.joined(separator: ", ")))"
    return .success(TablePlan(dataset: dataset, columns: columns, definition: definition))
  }

  private static func declaration(
    of column: Column, in dataset: Dataset, table: Int
  ) -> String {
    switch column.content {
    case .low, .high: return "NUMERIC"
    case .earliest, .latest: return "TEXT"
    case .value: break
    }
    let tag = "(\(table),\(column.source))"
    return switch dataset.columns[column.source] {
    case .numbers: "NUMERIC" + tag
    case .booleans: "BOOLEAN" + tag
    case .dates: "TEXT\(tag) COLLATE \(Collations.date)"
    case .estimates: "TEXT\(tag) COLLATE \(Collations.estimate)"
    case .texts: "TEXT" + tag
    }
  }

  /// Which table and column a declared type tells of, as ``definition`` wrote it.
  static func origin(ofDeclaration text: String) -> (table: Int, column: Int)? {
    guard text.utf8.last == UInt8(ascii: ")"),
      let open = text.utf8.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let inner = text[text.utf8.index(after: open)...].dropLast()
    let numbers = inner.split(separator: ",").map { Int($0) }
    guard numbers.count == 2, let table = numbers[0], let column = numbers[1] else { return nil }
    return (table, column)
  }

  /// A cell of the table.
  func cell(row: Int, column: Column) -> SQLValue {
    let value = dataset.columns[column.source][row]
    switch (column.content, value) {
    case (_, .missing): return .null
    case (.value, .number(let number)): return SQLValue(number)
    case (.value, .boolean(let flag)): return .integer(flag ? 1 : 0)
    case (.value, let value): return .text(value.dataText)
    case (.low, .estimate(let estimate)): return estimate.low.map(SQLValue.init) ?? .null
    case (.high, .estimate(let estimate)): return estimate.high.map(SQLValue.init) ?? .null
    case (.earliest, .date(let date)): return date.earliest.map { .text(Self.text($0)) } ?? .null
    case (.latest, .date(let date)): return date.latest.map { .text(Self.text($0)) } ?? .null
    default: return .null
    }
  }

  /// A day as SQLite's own date functions read it.
  private static func text(_ day: Day) -> String { EDTFDate(day).text }
}

/// A value as SQLite stores it.
enum SQLValue: Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob

  /// A number; a whole one is an integer.
  init(_ number: Double) {
    self = Int64(exactly: number).map(SQLValue.integer) ?? .real(number)
  }
}

/// How names are written in SQL.
enum SQLName {
  /// The name in quotation marks, so that any name will do.
  static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}
