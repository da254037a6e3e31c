import Diagnostics
import Testing
import Values

@testable import Datasets

@Suite("Queries over the datasets")
struct QueryTests {
  @Test(
    "A SELECT gives rows",
    arguments: [
      ("SELECT id FROM strength WHERE by = 'UN'", "a c"),
      ("SELECT by, count(*) AS n FROM strength GROUP BY by ORDER BY by", "|1 UN|2 US|2"),
      ("WITH x AS (SELECT * FROM strength) SELECT count(*) AS n FROM x", "5"),
      ("SELECT seat FROM strength JOIN places ON by = name WHERE id = 'b'", "Washington"),
      ("SELECT sum(share) AS s, avg(share) AS a, count(share) AS n FROM strength", "3.75|0.9375|4"),
      ("SELECT total(share) AS t FROM strength WHERE id = 'c'", "0"),
      ("SELECT sum(share) AS s FROM strength WHERE id = 'c'", ""),
      (
        "SELECT id, sum(share) OVER (ORDER BY id ROWS 1 PRECEDING) AS s FROM strength",
        "a|0.5 b|0.75 c|0.25 d|1 e|3"
      ),
      ("SELECT id FROM STRENGTH WHERE \"share\" >= 1", "d e"),
      ("VALUES (1), (2)", "1 2"),
      ("SELECT value AS v FROM json_each('[3,4]')", "3 4"),
      ("SELECT 1 AS one; ", "1"),
      ("-- one\nSELECT 1 AS one /* ; */", "1"),
      (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<3) SELECT i FROM n",
        "1 2 3"
      ),
    ])
  func selects(text: String, rows: String) throws {
    #expect(try QueryFixture.rows(text) == rows)
  }

  @Test(
    "Estimates and dates have their bounds beside them and are ordered as what they are",
    arguments: [
      ("SELECT fighters_low AS l FROM strength ORDER BY id", " 700 4000 1000 "),
      ("SELECT max(fighters_high) AS h FROM strength", "4000"),
      ("SELECT id FROM strength ORDER BY fighters", "e a b d c"),
      ("SELECT min(fighters) AS m FROM strength WHERE id > 'a'", "700"),
      ("SELECT id FROM strength WHERE fighters > 700", "c d"),
      ("SELECT id FROM strength WHERE fighters > '700'", "c d"),
      (
        "SELECT date_earliest AS f, date_latest AS l FROM strength WHERE id = 'd'",
        "2014-07-01|2014-12-31"
      ),
      ("SELECT id FROM strength ORDER BY date DESC", "c b a d e"),
      ("SELECT id FROM strength WHERE date < '2015'", "d"),
      ("SELECT strftime('%Y', date_latest) AS y FROM strength WHERE id = 'c'", "2022"),
      ("SELECT date(date_earliest, '+1 day') AS d FROM strength WHERE id = 'b'", "2017-07-02"),
    ])
  func parts(text: String, rows: String) throws {
    #expect(try QueryFixture.rows(text) == rows)
  }

  @Test("A column that is shown as it is keeps its type; what is worked out gets its own")
  func types() throws {
    let text = """
      SELECT id, fighters AS most, date, share * 2 AS twice, count(*) AS n, by || '!' AS loud,
        date_earliest AS first, '1500' AS text, max(fighters) AS top
      FROM strength GROUP BY id HAVING id < 'e'
      """
    let dataset = try #require(QueryFixture.run(text).value)
    let kinds: [Field.Kind] = [
      .string, .estimate, .date, .number, .integer, .string, .date, .string, .estimate,
    ]
    #expect(dataset.fields.map(\.kind) == kinds)
    #expect(dataset.column(named: "most")?[2] == (try Estimate.parse("~4000").get()).asValue)
    #expect(dataset.primaryKey == ["id"])
    #expect(dataset.origins == ["strength"])
    #expect(dataset.query == text)
  }

  @Test("A number beyond all is still a number")
  func infinity() throws {
    let dataset = try #require(QueryFixture.run("SELECT 9e999 AS x UNION ALL SELECT 1").value)
    #expect(dataset.fields[0].kind == .number)
    #expect(dataset.columns[0][0] == .number(.infinity))
  }

  @Test("Columns of a union keep a type only where all rows are of it")
  func unions() throws {
    let dataset = try #require(
      QueryFixture.run("SELECT fighters AS x FROM strength UNION ALL SELECT seat FROM places").value
    )
    #expect(dataset.fields[0].kind == .string)
    #expect(dataset.rowCount == 7)
  }

  @Test("A title, a meaning and a separator go with the column that has them")
  func meanings() throws {
    let field = Field(
      name: "who", kind: .string, title: "Actors", reference: .entity(collection: "actors"),
      separator: ";")
    let events = Dataset(
      name: "events", fields: [field], columns: [.texts(["a;b", nil])],
      sources: [DataSource(title: "The list", path: nil)])
    let outcome = QueryFixture.run(
      "SELECT who, who AS actor FROM events", on: DatasetCatalog([events]))
    let dataset: Dataset = try #require(outcome.value)
    #expect(dataset.fields.map(\.title) == ["Actors", nil])
    #expect(dataset.fields.map(\.reference) == [field.reference, field.reference])
    #expect(dataset.fields.map(\.separator) == [";", ";"])
    #expect(dataset.sources == events.sources)
    #expect(dataset.primaryKey == [])
  }

  @Test("A query may read the rows of another, whichever comes first")
  func chains() throws {
    let database = QueryDatabase(QueryFixture.catalog)
    let queries = [
      QueryFixture.query("SELECT n + 1 AS m FROM second", named: "first"),
      QueryFixture.query("SELECT count(*) AS n FROM strength", named: "second"),
    ]
    for _ in 1...2 {
      let outcome = database.run(queries)
      #expect(outcome.diagnostics == [])
      #expect(outcome.value.map(\.name) == ["first", "second"])
      #expect(outcome.value.first?.columns[0][0] == .number(6))
      #expect(outcome.value.first?.origins == ["strength"])
    }
    // The rows of one run are nobody else's.
    #expect(database.run([QueryFixture.query("SELECT * FROM second")]).diagnostics.count == 1)
  }

  @Test("Rows of another query are joined like any table's")
  func joins() throws {
    let outcome = QueryDatabase(QueryFixture.catalog).run([
      QueryFixture.query("SELECT id FROM strength WHERE fighters_low > 700", named: "large"),
      QueryFixture.query("SELECT id, large.id AS other FROM large", named: "ids"),
      QueryFixture.query("SELECT count(*) AS n FROM large JOIN strength USING (id)", named: "n"),
    ])
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.map(\.rowCount) == [2, 2, 1])
    #expect(outcome.value.last?.columns[0][0] == .number(2))
  }

  @Test("A query that reads a query with a fault is not reported once more")
  func cascade() throws {
    let outcome = QueryDatabase(QueryFixture.catalog).run([
      QueryFixture.query("SELECT n FROM second", named: "first"),
      QueryFixture.query("SELECT nobody FROM strength", named: "second"),
    ])
    #expect(outcome.diagnostics.map(\.code) == [.columnMissing])
    #expect(outcome.value.isEmpty)
  }

  @Test("The same query gives the same rows each time, on any number of databases")
  func repeats() throws {
    let text = "SELECT by, group_concat(id) AS ids FROM strength GROUP BY by"
    let first = try QueryFixture.rows(text)
    for _ in 1...5 { #expect(try QueryFixture.rows(text) == first) }
  }
}

extension Estimate {
  fileprivate var asValue: Value { .estimate(self) }
}
