import Bytes
public import Diagnostics
import GRDB
import GRDBSQLite

/// All datasets of a publication in one SQLite database in memory, which its queries read.
///
/// Each dataset is a table of its name. An estimate `x` has `x_low` and `x_high` beside it, a date
/// `x_earliest` and `x_latest`; both sort and compare as what they are. Tables are filled when a
/// query first reads them. The same data and the same query give the same rows.
public struct QueryDatabase: Sendable {
  private let connection: Result<DatabaseQueue, any Error>
  private let tables: QueryTables
  private let limits: QueryLimits

  /// A database of the datasets of `catalog`.
  public init(_ catalog: DatasetCatalog) {
    self.init(catalog, limits: QueryLimits())
  }

  init(_ catalog: DatasetCatalog, limits: QueryLimits) {
    self.limits = limits
    let tables = QueryTables(catalog)
    self.tables = tables
    connection = Result {
      let queue = try DatabaseQueue()
      try queue.inDatabase { database in
        try Self.prepare(database)
        for plan in tables.plans { try database.execute(sql: plan.definition) }
      }
      return queue
    }
  }

  private static func prepare(_ database: Database) throws {
    Collations.install(in: database)
    SumFunctions.install(in: database)
    try CalendarFunctions.install(in: database)
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    try database.execute(sql: "PRAGMA trusted_schema = OFF")
    // SQLite makes these on first use, which looks to a guard as if the query made a table.
    for table in StatementGuard.harmlessTables.sorted() {
      try database.execute(sql: "SELECT 1 FROM \(table)('[]')")
    }
    for (limit, value) in [
      (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
      (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
      sqlite3_limit(database.sqliteConnection, limit, Int32(value))
    }
  }

  /// The datasets that `queries` give, in their order; one query may read another's rows.
  ///
  /// - Returns: The datasets of those that succeeded, each with ``Dataset/origins``. What was wrong
  ///   with the others is `sql-invalid`, `sql-refused`, `dataset-missing` or `column-missing` at
  ///   the offending word. A query that reads a dataset that could not be read, or a query that
  ///   failed, gives nothing and is not reported once more.
  public func run(_ queries: [Query]) -> Outcome<[Dataset]> {
    switch connection {
    case .failure(let error):
      let faults = queries.map { query in
        Diagnostic(
          .sqlInvalid, "the database for queries cannot be opened: \(error)", at: query.nameSpan)
      }
      return Outcome([], faults)
    case .success(let queue):
      // One page's queries at a time: their rows are tables that no other page may see.
      return queue.sync { database in
        QueryRun(database: database, tables: tables, limits: limits).run(queries)
      }
    }
  }
}

extension DatabaseQueue {
  /// What `body` makes of the database, outside of any transaction.
  fileprivate func sync<Value>(_ body: (Database) -> Value) -> Value {
    inDatabase { body($0) }
  }
}

/// The datasets as tables, and those that cannot be one.
struct QueryTables: Sendable {
  /// The tables, by their numbers.
  private(set) var plans: [TablePlan] = []
  /// Why a dataset is no table, by its name.
  private(set) var obstacles: [String: TablePlan.Obstacle] = [:]
  private(set) var numbers: [String: Int] = [:]
  /// Looks up names, and knows which datasets could not be read.
  let catalog: DatasetCatalog

  init(_ catalog: DatasetCatalog) {
    self.catalog = catalog
    for name in catalog.names {
      guard let dataset = catalog[name] else { continue }
      add(dataset)
    }
  }

  /// Adds `dataset` as a table behind the others.
  mutating func add(_ dataset: Dataset) {
    switch TablePlan.plan(dataset, table: plans.count) {
    case .success(let plan):
      numbers[dataset.name] = plans.count
      plans.append(plan)
    case .failure(let obstacle): obstacles[dataset.name] = obstacle
    }
  }

  /// The names of all tables.
  var names: Set<String> { Set(numbers.keys) }

  /// The table called `name`.
  func plan(named name: String) -> TablePlan? { numbers[name].map { plans[$0] } }
}
