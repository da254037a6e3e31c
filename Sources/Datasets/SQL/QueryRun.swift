import Bytes
import Diagnostics
import GRDB
import GRDBSQLite

/// Runs some queries one after the other, each with the rows of those that it reads at hand.
struct QueryRun {
  let database: Database
  var tables: QueryTables
  let limits: QueryLimits
  private var diagnostics: [Diagnostic] = []
  private var results: [String: Dataset] = [:]
  /// The queries that gave nothing, which was reported.
  private var failed: Set<String> = []
  /// The queries that are being run, outermost first.
  private var running: [String] = []
  /// The tables that were made for results, to be dropped at the end.
  private var made: [String] = []

  init(database: Database, tables: QueryTables, limits: QueryLimits) {
    self.database = database
    self.tables = tables
    self.limits = limits
  }

  func run(_ queries: [Query]) -> Outcome<[Dataset]> {
    var run = self
    let byName = Dictionary(queries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for query in queries { run.run(query, among: byName) }
    run.dropTables()
    return Outcome(queries.compactMap { run.results[$0.name] }, run.diagnostics)
  }

  private mutating func run(_ query: Query, among others: [String: Query]) {
    guard results[query.name] == nil, !failed.contains(query.name) else { return }
    running.append(query.name)
    defer { running.removeLast() }
    let tokens = SQLScanner.tokens(of: query.text)
    while true {
      let statement = QueryStatement(query: query, tokens: tokens, limits: limits)
      do throws(QueryFault) {
        results[query.name] = try statement.run(in: database, over: tables)
        return
      } catch {
        // The rows of another query may be meant, which is run first and then is a table.
        if case .unknownTable(let name, let place) = error, let other = others[name] {
          if running.contains(name) {
            let circle = (running.drop { $0 != name } + [name]).map { "'\($0)'" }
            diagnostics.append(
              Diagnostic(
                .sqlInvalid,
                circle.count == 2
                  ? "the query \(circle[0]) reads its own rows"
                  : "these queries read each other's rows: \(circle.joined(separator: ", "))",
                at: query.span(of: place)))
          } else {
            run(other, among: others)
            if addTable(named: name) { continue }
          }
        } else if let diagnostic = error.diagnostic(
          of: query, tokens: tokens, tables: tables, queries: others.keys.sorted())
        {
          diagnostics.append(diagnostic)
        }
        failed.insert(query.name)
        return
      }
    }
  }

  /// Makes the rows of a query a table of its name, where there are any.
  private mutating func addTable(named name: String) -> Bool {
    guard let dataset = results[name] else { return false }
    tables.add(dataset)
    guard let plan = tables.plan(named: name) else { return true }
    do {
      try database.execute(sql: plan.definition)
      made.append(name)
      return true
    } catch {
      return false
    }
  }

  private func dropTables() {
    for name in made {
      do {
        try database.execute(sql: "DROP TABLE \(SQLName.quoted(name))")
      } catch {
        // A table that stays is one that the next run cannot make, and says so.
        continue
      }
    }
  }
}
