import Bytes
import Diagnostics
import GRDB
import GRDBSQLite

/// One query on its way through SQLite: looked at, compiled, its tables filled, its rows read.
struct QueryStatement {
  let query: Query
  let tokens: [SQLToken]
  let limits: QueryLimits

  /// The dataset that the query gives.
  func run(in database: Database, over tables: QueryTables) throws(QueryFault) -> Dataset {
    try checkShape()
    guard let connection = database.sqliteConnection else {
      throw .sqlite("the database is closed", offset: nil)
    }
    let guardian = StatementGuard(tables: tables.names, limits: limits)
    let statement = try compile(connection, guardian, tables)
    defer { sqlite3_finalize(statement) }
    // SQLite does not ask for a column that only USING or NATURAL names, so that a table may be read
    // without a question.
    let names = guardian.read.union(joinedNames())
    let read = tables.plans.filter { names.contains($0.dataset.name) }
    try EstimateArithmeticCheck(tokens: tokens, tables: read).check()
    // What is filled in now is the publication's data, which no limit of the query is meant for.
    for plan in read { try TableFiller(plan: plan, connection: connection).fill() }
    let rows = try rows(of: statement, connection, tables)
    return try dataset(rows, read: read, catalog: tables.catalog)
  }

  /// Refuses what is plainly no single SELECT, at the word that makes it another thing.
  private func checkShape() throws(QueryFault) {
    if let index = query.text.firstIndex(of: 0) {
      throw .refused(QueryRefusal(message: "a NUL byte stands in this query"), index..<index + 1)
    }
    guard let first = tokens.first(where: { $0.kind != .end }) else {
      throw .refused(
        QueryRefusal(message: "there is no SELECT here", help: "write SELECT … FROM a dataset"), nil
      )
    }
    guard ["select", "with", "values"].contains(where: first.isKeyword) else {
      throw .refused(
        QueryRefusal(
          message: "a query is one SELECT, and this begins with '\(first.text.shortened)'",
          help: "what is to be changed is changed in the data files"), first.range)
    }
    if let end = tokens.firstIndex(where: { $0.kind == .end }),
      let next = tokens[end...].first(where: { $0.kind != .end })
    {
      throw .refused(
        QueryRefusal(
          message: "a query is one SELECT, and a second statement begins here",
          help: "give each query a block of its own"), next.range)
    }
  }

  private func compile(
    _ connection: SQLiteConnection, _ guardian: StatementGuard, _ tables: QueryTables
  ) throws(QueryFault) -> OpaquePointer {
    var statement: OpaquePointer?
    let code = guardian.whileGuarding(connection) {
      query.text.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_prepare_v3(connection, $0.baseAddress, Int32($0.count), 0, &statement, nil)
        }
      }
    }
    if let refusal = guardian.refusal {
      sqlite3_finalize(statement)
      throw .refused(refusal, place(of: refusal))
    }
    guard code == SQLITE_OK, let statement else {
      let offset = Int(sqlite3_error_offset(connection))
      throw QueryFault(
        message: String(cString: sqlite3_errmsg(connection)), offset: offset < 0 ? nil : offset,
        tokens: tokens)
    }
    return statement
  }

  /// The names that stand behind FROM or JOIN, in lower case as datasets are.
  private func joinedNames() -> Set<String> {
    var names: Set<String> = []
    for (index, token) in tokens.enumerated()
    where token.isKeyword("from") || token.isKeyword("join") {
      var rest = tokens[(index + 1)...].drop { $0.text == "(" }
      if rest.dropFirst().first?.text == "." { rest = rest.dropFirst(2) }
      if let name = rest.first { names.insert(name.text.asciiLowercased) }
    }
    return names
  }

  private func place(of refusal: QueryRefusal) -> Range<Int>? {
    if let word = refusal.word, let token = tokens.first(where: { $0.names(word) }) {
      return token.range
    }
    // SQLite's own tables go by several names, of which it tells one or none.
    return tokens.first { StatementGuard.isInternal($0.text) }?.range
  }

  private func rows(
    of statement: OpaquePointer, _ connection: SQLiteConnection, _ tables: QueryTables
  ) throws(QueryFault) -> QueryResult {
    let guardian = StatementGuard(tables: tables.names, limits: limits)
    var result = QueryResult(columns: columns(of: statement, tables))
    try checkNames(result.columns.map(\.name))
    let code = guardian.whileGuarding(connection) {
      while true {
        let code = sqlite3_step(statement)
        guard code == SQLITE_ROW else { return code }
        result.add(statement)
        if result.rowCount > limits.rows || !guardian.checkMemory(result: result.byteCount) {
          return SQLITE_FULL
        }
      }
    }
    if code == SQLITE_DONE { return result }
    if result.rowCount > limits.rows { throw .refused(.tooManyRows(limits), nil) }
    if let refusal = guardian.refusal { throw .refused(refusal, place(of: refusal)) }
    throw QueryFault(
      message: String(cString: sqlite3_errmsg(connection)), offset: nil, tokens: tokens)
  }

  private func columns(
    of statement: OpaquePointer, _ tables: QueryTables
  ) -> [QueryResult.RawColumn] {
    (0..<sqlite3_column_count(statement)).map { index in
      let name = sqlite3_column_name(statement, index).map { String(cString: $0) } ?? ""
      let origin = sqlite3_column_decltype(statement, index).flatMap {
        TablePlan.origin(ofDeclaration: String(cString: $0))
      }
      return QueryResult.RawColumn(
        name: name, field: origin.map { tables.plans[$0.table].dataset.fields[$0.column] })
    }
  }

  private func checkNames(_ names: [String]) throws(QueryFault) {
    var seen: Set<String> = []
    for name in names {
      guard seen.insert(name).inserted else {
        throw .refused(
          QueryRefusal(
            message: "two columns of the result are called '\(name)'",
            help: "give one another name with AS"),
          tokens.last { $0.names(name) }?.range)
      }
      guard !name.isEmpty else {
        throw .refused(
          QueryRefusal(
            message: "a column of the result has no name", help: "give it one with AS"), nil)
      }
    }
  }

  private func dataset(
    _ result: QueryResult, read: [TablePlan], catalog: DatasetCatalog
  ) throws(QueryFault) -> Dataset {
    for column in result.columns where column.blobRow != nil {
      throw .refused(
        QueryRefusal(
          message: "the column '\(column.name)' holds bytes that are no text",
          help: "CAST(… AS TEXT), or hex(…), makes text of them"),
        tokens.last { $0.names(column.name) }?.range)
    }
    let whole = query.span(of: 0..<query.text.count)
    let typed = result.columns.map { $0.typed(at: query.nameSpan) }
    let origins = read.map(\.dataset)
    var dataset = Dataset(
      name: query.name, fields: typed.map(\.0), columns: typed.map(\.1),
      sources: Self.distinct(origins.flatMap(\.sources)),
      licenses: Self.distinct(origins.flatMap(\.licenses)), span: whole)
    dataset.primaryKey = dataset.firstColumnAsKey
    dataset.origins = Self.distinct(
      origins.flatMap { $0.origins.isEmpty ? [$0.name] : $0.origins })
    dataset.query = query.text.text
    return dataset
  }

  private static func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}

extension Dataset {
  /// The first column, where it tells rows apart: its values are all there, no two are alike, and
  /// none is a measured number.
  fileprivate var firstColumnAsKey: [String] {
    guard let field = fields.first, rowCount > 0 else { return [] }
    switch field.kind {
    case .number, .estimate, .boolean: return []
    default: break
    }
    var seen: Set<Value> = [.missing]
    let isKey = (0..<rowCount).allSatisfy { seen.insert(columns[0][$0]).inserted }
    return isKey ? [field.name] : []
  }
}
