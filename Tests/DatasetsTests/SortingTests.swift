import Datasets
import Diagnostics
import Testing

@Suite("Sorting")
struct SortingTests {
  static let data = Dataset.inline(
    yaml(
      """
      - {id: a, n: 2, date: 2021-08, size: "~60"}
      - {id: b, n: 1, date: 2021, size: "1000..2000"}
      - {id: c, date: "2019-12-31"}
      - {id: d, n: 2, size: "..4000"}
      - {id: e, n: 10, date: 2021-08-26, size: ">50"}
      """), name: "data")

  @Test(
    "Rows stand in the order of the keys, missing values last",
    arguments: [
      ("n", "badec"), ("-n", "eadbc"), ("[n, -id]", "bdaec"), ("-id", "edcba"),
      ("date", "cbaed"), ("-date", "eabcd"), ("size.low", "eabcd"), ("-size.high", "dbace"),
      ("[-n, date]", "eadbc"), ("{field: n, order: descending}", "eadbc"), ("[]", "abcde"),
    ])
  func order(keys: String, expected: String) throws {
    let dataset = try #require(Self.data.value)
    let parsed = SortKey.parse(yaml(keys))
    let bound = parsed.value.bind(to: dataset)
    #expect(parsed.diagnostics + bound.diagnostics == [])
    let rows = dataset.rows(sortedBy: bound.value)
    #expect(rows.map { Array("abcde")[$0] } == Array(expected))
  }

  @Test("Some of the rows make a dataset of their own, with their places")
  func selecting() throws {
    let dataset = try #require(Self.data.value)
    let some = dataset.selecting(rows: [3, 0, 9])
    #expect(some.rowCount == 2)
    #expect([some.columns[0][0], some.columns[0][1]] == [.text("d"), .text("a")])
    #expect(some.columns[2][0] == .missing)
    #expect(some.span(row: 0, column: 0) == dataset.span(row: 3, column: 0))
    #expect(some.span(row: 1, column: 3) == dataset.span(row: 0, column: 3))
  }

  @Test("Estimates stand by low, then by high bound")
  func estimates() throws {
    let dataset = try #require(Self.data.value)
    let bound = SortKey.parse(yaml("size")).value.bind(to: dataset)
    #expect(dataset.rows(sortedBy: bound.value) == [3, 4, 0, 1, 2])
  }

  @Test("An unknown field is named without its minus")
  func unknown() throws {
    let dataset = try #require(Self.data.value)
    let marked = Marked("[n, -⟦dat⟧]")
    let outcome = SortKey.parse(yaml(marked.text)).value.bind(to: dataset)
    #expect(outcome.value.count == 1)
    #expect(outcome.diagnostics.map(\.code) == [.columnMissing])
    #expect(outcome.diagnostics.first?.range == marked.ranges[0])
    #expect(outcome.diagnostics.first?.help == "did you mean 'date'?")
  }

  @Test(
    "A sort key is a name", arguments: ["[[a]]", "{order: descending}", "{field: a, order: up}"])
  func wrong(text: String) {
    #expect(SortKey.parse(yaml(text)).diagnostics.errorCount == 1)
  }
}
