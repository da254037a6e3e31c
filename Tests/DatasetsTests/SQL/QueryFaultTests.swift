import Diagnostics
import TestSupport
import Testing

@testable import Datasets

@Suite("Queries that are refused or fail")
struct QueryFaultTests {
  @Test(
    "Everything but one reading SELECT is refused at the word that makes it so",
    arguments: [
      "⟦DELETE⟧ FROM strength", "⟦ATTACH⟧ 'x.db' AS x", "⟦PRAGMA⟧ query_only = 0",
      "⟦CREATE⟧ TABLE x (y)", "⟦EXPLAIN⟧ SELECT 1 AS a", "⟦BEGIN⟧", "⟦VACUUM⟧ INTO 'x'",
      "SELECT 1 AS a; ⟦SELECT⟧ 2 AS b", "SELECT 1 AS a; ⟦DROP⟧ TABLE strength",
      "⟦WITH⟧ x AS (SELECT 1) DELETE FROM strength",
      "SELECT ⟦random⟧() AS r", "SELECT abs(⟦RANDOM⟧()) AS r", "SELECT ⟦randomblob⟧(9) AS r",
      "SELECT ⟦CURRENT_TIMESTAMP⟧ AS t", "SELECT ⟦current_date⟧ AS t",
      "⟦SELECT⟧ date('now') AS d", "⟦SELECT⟧ datetime() AS d", "⟦SELECT⟧ date('no' || 'w') AS d",
      "⟦SELECT⟧ strftime('%s', 'NOW') AS d", "⟦SELECT⟧ julianday('now') - 1 AS d",
      "⟦SELECT⟧ datetime('2021-01-01', 'localtime') AS d",
      "⟦SELECT⟧ strftime('%Y', date) AS y FROM strength",
      "SELECT name FROM ⟦sqlite_schema⟧", "SELECT count(*) AS n FROM ⟦sqlite_master⟧",
      "SELECT * FROM ⟦pragma_table_info⟧('strength')", "SELECT ⟦sqlite_version⟧() AS v",
      "SELECT ⟦load_extension⟧('x') AS v",
      "SELECT id, share AS ⟦id⟧ FROM strength", "SELECT x'00ff' AS ⟦b⟧",
      "SELECT ⟦fighters⟧ * 2 AS n FROM strength", "SELECT 1 - s.⟦fighters⟧ AS n FROM strength s",
      "SELECT sum(⟦fighters⟧) AS n FROM strength", "SELECT ⟦\"date\"⟧ - 1 AS n FROM strength",
      "SELECT CAST(⟦fighters⟧ AS INTEGER) AS n FROM strength",
      "⟦SELECT⟧ sum(CASE WHEN id > 'a' THEN fighters END) AS n FROM strength",
      "⟦SELECT⟧ avg(by) AS n FROM strength",
    ])
  func refusals(text: String) throws {
    // A function that SQLite does not have at all is no less refused.
    let code = try QueryFixture.fault(text).code
    #expect(code == .sqlRefused || code == .sqlInvalid && text.contains("load_extension"))
  }

  @Test("An estimate that is added up is told to give its bounds")
  func help() throws {
    let fault = try QueryFixture.fault("SELECT total(⟦fighters⟧) AS n FROM strength")
    #expect(fault.help == "its bounds are the numbers fighters_low and fighters_high")
  }

  @Test("An empty query is refused at its name")
  func empty() throws {
    for text in ["", "  -- nothing\n", ";", ";;"] {
      let outcome = QueryFixture.run(text)
      #expect(outcome.diagnostics.map(\.code) == [.sqlRefused])
      #expect(outcome.value == nil)
    }
  }

  @Test(
    "What SQLite cannot read is reported at the word",
    arguments: ["SELECT FORM x ⟦y⟧ z", "SELECT (1 + AS a", "SELECT ⟦nope⟧(1) AS a"])
  func syntax(text: String) throws {
    let marked = Marked(text)
    let only = try #require(QueryFixture.run(marked.text).diagnostics.first)
    #expect(only.code == .sqlInvalid || only.code == .columnMissing)
    if let range = marked.ranges.first { #expect(only.range == range, "\(only.message)") }
  }

  @Test("A table or column that is not there is reported at its name, with what may be meant")
  func missing() throws {
    let table = try QueryFixture.fault("SELECT id FROM ⟦strenght⟧")
    #expect(table.code == .datasetMissing)
    #expect(table.help == "did you mean 'strength'?")
    let column = try QueryFixture.fault("SELECT s.⟦fighers_low⟧ AS l FROM strength s")
    #expect(column.code == .columnMissing)
    #expect(column.help == "did you mean 'fighters_low'?")
    let text = try QueryFixture.fault("SELECT id FROM strength WHERE by = ⟦\"UN\"⟧")
    #expect(text.code == .columnMissing)
    #expect(text.help == "text is written in single quotation marks: 'UN'")
  }

  @Test("A dataset that could not be read is not reported once more")
  func unreadable() {
    let catalog = DatasetCatalog(DataPackage(unreadable: ["lost"]))
    let outcome = QueryFixture.run("SELECT * FROM lost", on: catalog)
    #expect(outcome.diagnostics == [])
    #expect(outcome.value == nil)
  }

  @Test("Queries that read each other are reported once")
  func circles() throws {
    let outcome = QueryDatabase(QueryFixture.catalog).run([
      QueryFixture.query("SELECT * FROM b", named: "a"),
      QueryFixture.query("SELECT * FROM c", named: "b"),
      QueryFixture.query("SELECT * FROM a", named: "c"),
      QueryFixture.query("SELECT * FROM own", named: "own"),
    ])
    #expect(
      outcome.diagnostics.map(\.message) == [
        "these queries read each other's rows: 'a', 'b', 'c', 'a'",
        "the query 'own' reads its own rows",
      ])
  }

  @Test("A dataset that SQL cannot hold says why")
  func obstacles() throws {
    let wide = Dataset(
      name: "wide",
      fields: (0..<2001).map { Field(name: "c\($0)", kind: .string) },
      columns: (0..<2001).map { _ in .texts([]) })
    let alike = Dataset(
      name: "alike",
      fields: [Field(name: "a", kind: .string), Field(name: "A", kind: .string)],
      columns: [.texts([]), .texts([])])
    let catalog = DatasetCatalog([wide, alike])
    for name in ["wide", "alike"] {
      let outcome = QueryFixture.run("SELECT * FROM \(name)", on: catalog)
      #expect(outcome.diagnostics.map(\.code) == [.sqlInvalid])
    }
  }
}

@Suite("Queries that take too much")
struct QueryLimitTests {
  static let endless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"

  @Test("A recursion without an end stops after a number of steps")
  func steps() throws {
    let limits = QueryLimits(steps: 1_000_000)
    let fault = try QueryFixture.fault(
      "⟦WITH⟧ RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS m FROM n",
      limits: limits)
    #expect(fault.code == .sqlRefused)
    #expect(fault.message == "this query takes more than 1 million steps")
  }

  @Test("The limit of steps is a hundred million, whatever the machine")
  func defaults() {
    let limits = QueryLimits()
    #expect(limits.steps == 100_000_000)
    #expect(limits.rows == 1_000_000)
    #expect(limits.bytes == 256 << 20)
    #expect(limits.seconds == 60)
  }

  @Test("Long steps without an end stop after some seconds of a processor")
  func seconds() throws {
    let text =
      "WITH RECURSIVE c(x, s) AS (SELECT 1, '' UNION ALL "
      + "SELECT x + 1, printf('%.*c', 1000000, 'x') FROM c LIMIT 100000) "
      + "SELECT sum(length(s)) AS n FROM c"
    let outcome = QueryFixture.run(text, limits: QueryLimits(seconds: 1))
    #expect(
      outcome.diagnostics.map(\.message) == [
        "this query keeps a processor busy for more than 1 seconds"
      ])
  }

  @Test("Rows without an end stop after a number of rows")
  func rows() throws {
    let outcome = QueryFixture.run(Self.endless, limits: QueryLimits(rows: 1000))
    #expect(outcome.diagnostics.map(\.message) == ["this query gives more than 1000 rows"])
  }

  @Test("Memory without an end stops after a number of bytes")
  func memory() throws {
    let limits = QueryLimits(bytes: 4 << 20)
    let rows = QueryFixture.run(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100) "
        + "SELECT hex(zeroblob(100000)) AS b FROM n", limits: limits)
    #expect(rows.diagnostics.map(\.message) == ["this query takes more than 4 MB of memory"])
    let sorter = QueryFixture.run(
      "WITH RECURSIVE n(i, b) AS (SELECT 1, hex(zeroblob(1000)) UNION ALL "
        + "SELECT i + 1, hex(zeroblob(1000)) FROM n LIMIT 100000) "
        + "SELECT count(*) AS n FROM (SELECT DISTINCT i, b FROM n)", limits: limits)
    #expect(sorter.diagnostics.map(\.message) == ["this query takes more than 4 MB of memory"])
  }

  @Test("A value that grows too long is an error, and so is an expression that nests too deep")
  func sizes() throws {
    let long = QueryFixture.run("SELECT zeroblob(900000000) AS b")
    #expect(long.diagnostics.map(\.code) == [.sqlInvalid])
    let deep = String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)
    #expect(QueryFixture.run("SELECT \(deep) AS d").diagnostics.map(\.code) == [.sqlInvalid])
    let sum = Array(repeating: "1", count: 5000).joined(separator: "+")
    #expect(QueryFixture.run("SELECT \(sum) AS d").diagnostics.map(\.code) == [.sqlInvalid])
  }

  @Test("Noise is refused and never more")
  func noise() {
    var generator = DeterministicGenerator(seed: 5)
    let words = [
      "SELECT", "FROM", "strength", "'", "\"", "(", ")", "*", ",", "fighters", "--", "/*", "1",
      "WHERE", ";", "JOIN", "\u{0}", "é", "[", "`", "WITH", "AS", "x",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }.joined(separator: " ")
      let outcome = QueryFixture.run(text, limits: QueryLimits(steps: 100_000))
      #expect(outcome.value != nil || outcome.diagnostics.count == 1, "\(text)")
      for diagnostic in outcome.diagnostics {
        #expect((diagnostic.range?.upperBound ?? 0) <= text.utf8.count)
      }
    }
  }
}
