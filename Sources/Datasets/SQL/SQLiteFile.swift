import Bytes
import GRDB
import GRDBSQLite

/// A SQLite database that lies among the data, read in memory and never written.
///
/// It may come from anywhere, so that its views run under the same guard as an author's queries: a
/// view that asks for the clock, for chance or for more than its share is a fault.
struct SQLiteFile {
  /// What keeps a file or a table of it from being read.
  struct Fault: Error {
    let message: String
    var help: String?
  }

  /// A table or view of the file.
  struct Table {
    let name: String
    /// The columns of its primary key, in the key's order.
    let primaryKey: [String]
  }

  /// The tables and views, in the order of their names' bytes.
  let tables: [Table]
  private let queue: DatabaseQueue

  /// Opens the database whose file holds `bytes`.
  init(_ bytes: [UInt8]) throws(Fault) {
    guard bytes.starts(with: Self.signature), bytes.count >= 512 else {
      throw Fault(
        message: "this is no SQLite database",
        help: "a SQLite file begins with the words 'SQLite format 3'")
    }
    do {
      let queue = try DatabaseQueue()
      self.tables = try queue.inDatabase { database in
        try Self.load(bytes, into: database)
        return try Self.list(database)
      }
      self.queue = queue
    } catch {
      throw Fault(message: "SQLite cannot read this database: \(Self.words(of: error))")
    }
  }

  private static let signature = Array("SQLite format 3\0".utf8)

  private static func words(of error: any Error) -> String {
    (error as? DatabaseError)?.message ?? "\(error)"
  }

  private static func load(_ bytes: [UInt8], into database: Database) throws {
    guard let copy = sqlite3_malloc64(UInt64(bytes.count)) else {
      throw DatabaseError(resultCode: .SQLITE_NOMEM)
    }
    bytes.withUnsafeBytes { source in
      copy.copyMemory(from: source.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count)
    }
    let image = copy.assumingMemoryBound(to: UInt8.self)
    // A database in write-ahead mode wants a second file, which memory has not; what the header
    // says of it is all that differs (file format, 1.3.4).
    for offset in [18, 19] where image[offset] == 2 { image[offset] = 1 }
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    let code = sqlite3_deserialize(
      database.sqliteConnection, "main", image, Int64(bytes.count), Int64(bytes.count), flags)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    try database.execute(sql: "PRAGMA cell_size_check = ON")
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    try CalendarFunctions.install(in: database)
  }

  private static func list(_ database: Database) throws -> [Table] {
    // Not `pragma_table_list`, which works a view out and fails where one does not work.
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT name, type FROM sqlite_schema
        WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
        """)
    // In a damaged file a name may be anything.
    let entries: [(name: String, isTable: Bool)] = rows.compactMap { row in
      guard case .string(let name) = (row[0] as DatabaseValue).storage else { return nil }
      return (name, (row[1] as DatabaseValue).storage == .string("table"))
    }
    return try entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map {
      entry in
      guard entry.isTable else { return Table(name: entry.name, primaryKey: []) }
      let key = try String?.fetchAll(
        database, sql: "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
        arguments: [entry.name])
      return Table(name: entry.name, primaryKey: key.compactMap(\.self))
    }
  }

  /// The rows of a table or view.
  func rows(of table: Table, limits: QueryLimits) throws(Fault) -> QueryResult {
    let guardian = StatementGuard(tables: Set(tables.map(\.name)), limits: limits)
    let outcome: Result<QueryResult, Fault> = queue.inDatabase { database in
      guard let connection = database.sqliteConnection else {
        return .failure(Fault(message: "the database is closed"))
      }
      return guardian.whileGuarding(connection) {
        Self.read(table, from: connection, guardian, limits)
      }
    }
    return try outcome.get()
  }

  private static func read(
    _ table: Table, from connection: SQLiteConnection, _ guardian: StatementGuard,
    _ limits: QueryLimits
  ) -> Result<QueryResult, Fault> {
    func fault() -> Result<QueryResult, Fault> {
      if let refusal = guardian.refusal {
        return .failure(
          Fault(message: "'\(table.name)' cannot be read: \(refusal.message)", help: refusal.help))
      }
      let words = String(cString: sqlite3_errmsg(connection))
      let message =
        words.hasPrefix(QueryRefusal.prefix)
        ? String(words.dropFirst(QueryRefusal.prefix.count)) : words
      return .failure(Fault(message: "'\(table.name)' cannot be read: \(message)"))
    }
    var statement: OpaquePointer?
    let sql = "SELECT * FROM \(SQLName.quoted(table.name))"
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement
    else { return fault() }
    defer { sqlite3_finalize(statement) }
    let columns = (0..<sqlite3_column_count(statement)).map { index in
      QueryResult.RawColumn(
        name: sqlite3_column_name(statement, index).map { String(cString: $0) } ?? "", field: nil)
    }
    var result = QueryResult(columns: columns)
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_DONE: return .success(result)
      case SQLITE_ROW: result.add(statement)
      default: return fault()
      }
      guard result.rowCount <= limits.rows else {
        return .failure(Fault(message: "'\(table.name)' has more than \(limits.rows) rows"))
      }
      guard guardian.checkMemory(result: result.byteCount) else { return fault() }
    }
  }
}
