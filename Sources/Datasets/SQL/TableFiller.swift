import GRDB
import GRDBSQLite

/// Puts a dataset's rows into its table.
struct TableFiller {
  let plan: TablePlan
  let connection: SQLiteConnection

  /// What SQLite wants to be told of a text that it is to copy before the call returns.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Fills the table, unless it is full already.
  func fill() throws(QueryFault) {
    guard plan.dataset.rowCount > 0 else { return }
    let name = SQLName.quoted(plan.dataset.name)
    guard try !hasRows(name) else { return }
    let marks = Array(repeating: "?", count: plan.columns.count).joined(separator: ",")
    try run("BEGIN")
    let insertion = try prepare("INSERT INTO \(name) VALUES (\(marks))")
    defer { sqlite3_finalize(insertion) }
    for row in 0..<plan.dataset.rowCount {
      for (index, column) in plan.columns.enumerated() {
        bind(plan.cell(row: row, column: column), to: insertion, Int32(index + 1))
      }
      guard sqlite3_step(insertion) == SQLITE_DONE else {
        let fault = fault()
        try run("ROLLBACK")
        throw fault
      }
      sqlite3_reset(insertion)
    }
    try run("COMMIT")
  }

  private func hasRows(_ name: String) throws(QueryFault) -> Bool {
    let statement = try prepare("SELECT 1 FROM \(name) LIMIT 1")
    defer { sqlite3_finalize(statement) }
    return sqlite3_step(statement) == SQLITE_ROW
  }

  private func bind(_ value: SQLValue, to statement: OpaquePointer, _ index: Int32) {
    switch value {
    case .null, .blob: sqlite3_bind_null(statement, index)
    case .integer(let integer): sqlite3_bind_int64(statement, index, integer)
    case .real(let real): sqlite3_bind_double(statement, index, real)
    case .text(var text):
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          _ = sqlite3_bind_text(
            statement, index, bytes.baseAddress, Int32(bytes.count), Self.transient)
        }
      }
    }
  }

  private func prepare(_ sql: String) throws(QueryFault) -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement
    else { throw fault() }
    return statement
  }

  private func run(_ sql: String) throws(QueryFault) {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw fault() }
  }

  private func fault() -> QueryFault {
    .sqlite(String(cString: sqlite3_errmsg(connection)), offset: nil)
  }
}
