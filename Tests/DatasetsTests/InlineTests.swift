import Datasets
import Diagnostics
import Testing
import Values

@Suite("Data in a block")
struct InlineTests {
  @Test("Types are inferred from the values")
  func kinds() throws {
    let outcome = Dataset.inline(
      yaml(
        """
        - {a: 1, b: 1.5, c: true, d: 2014-41, e: "~60", f: x, year: 2021, code: 007, q: "12"}
        - {a: 2, b: 2, c: false, d: 2021/.., e: "700", f: y, year: 2022, code: 012, q: "13"}
        - {extra: 3}
        """), name: "inline")
    let dataset = try #require(outcome.value)
    #expect(outcome.diagnostics == [])
    #expect(
      dataset.fields.map(\.name) == ["a", "b", "c", "d", "e", "f", "year", "code", "q", "extra"])
    #expect(
      dataset.fields.map(\.kind)
        == [
          .integer, .number, .boolean, .date, .estimate, .string, .year, .string, .string, .integer,
        ])
    #expect(dataset.rowCount == 3)
    #expect(dataset.column(named: "a")?[2] == .missing)
    #expect(dataset.column(named: "extra")?[2] == .number(3))
    #expect(dataset.column(named: "q")?[0] == .text("12"))
  }

  @Test("Single values are the column 'data'")
  func scalars() throws {
    let dataset = try #require(Dataset.inline(yaml("[3, 1, null, 2]"), name: "x").value)
    #expect(dataset.fields.map(\.name) == ["data"])
    #expect(
      (0..<4).map { dataset.columns[0][$0] } == [.number(3), .number(1), .missing, .number(2)])
  }

  @Test("Every cell knows its place")
  func places() throws {
    let marked = Marked("- {a: ⟦1⟧, b: x}\n- {b: ⟦why⟧}\n")
    let dataset = try #require(Dataset.inline(yaml(marked.text), name: "x").value)
    #expect(dataset.span(row: 0, column: 0).range == marked.ranges[0])
    #expect(dataset.span(row: 1, column: 1).range == marked.ranges[1])
  }

  @Test(
    "What is no list of rows is refused",
    arguments: ["{a: 1}", "word", "- {a: [1]}", "- {a: {b: 1}}"])
  func wrong(text: String) {
    let outcome = Dataset.inline(yaml(text), name: "x")
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.code) == [.valueTypeWrong])
  }

  @Test("Many rows with a key each do not fill the memory")
  func wide() {
    let text = (0..<9_000).map { "- {k\($0): 1}\n" }.joined()
    let outcome = Dataset.inline(yaml(text), name: "x")
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.code) == [.valueInvalid])
  }
}
