import Diagnostics
import Markup
import Tables
import Testing
import Values

@Suite("What is wrong with a table")
struct FaultTests {
  @Test(
    "Each fault is reported at its own bytes",
    arguments: [
      ("data: conts", "conts", DiagnosticCode.datasetMissing, "did you mean 'counts'?"),
      ("columns: [date]", "c", .keyMissing, "add a line 'data: …'"),
      ("data: counts\ncolumns: [dat]", "dat", .columnMissing, "did you mean 'date'?"),
      (
        "data: counts\ncolumns: [{field: seen.hgh}]", "seen.hgh", .columnMissing,
        "write one of seen.low, seen.high, seen.mid"
      ),
      (
        "data: counts\ncolumns: [{field: note, link: \"a/{ident}/{id}.md\"}]", "ident",
        .columnMissing,
        "its columns are id, date, year, seen, weight, nests, safe, site, kinds, observers, note, "
          + "source, section"
      ),
      (
        "data: counts\ncolumns: [{field: note, link: nte}]", "nte", .columnMissing,
        "did you mean 'note'?"
      ),
      (
        "data: counts\ncolumns: [{field: note, link: \"a/{id\"}]", "a/{id", .valueInvalid,
        "write a field's name between braces, such as {id}"
      ),
      ("data: counts\ncolums: [date]", "colums", .blockKeyUnknown, "did you mean 'columns'?"),
      (
        "data: counts\ncolumns: [{field: note, aling: left}]", "aling", .blockKeyUnknown,
        "did you mean 'align'?"
      ),
      (
        "data: counts\ncolumns: [{field: note, bar: true}]", "true", .valueInvalid,
        "leave 'bar' out"
      ),
      (
        "data: counts\ncolumns: [{field: nests, bar: {maxi: 5}}]", "maxi", .blockKeyUnknown,
        "did you mean 'max'?"
      ),
      (
        "data: counts\ncolumns: [{field: note, align: middle}]", "middle", .valueInvalid,
        "it can be left, right, center"
      ),
      (
        "data: counts\ncolumns: [{field: seen, format: wrds}]", "wrds", .valueInvalid,
        "did you mean 'words'?"
      ),
      (
        "data: counts\ncolumns: [{field: seen, format: long}]", "long", .valueInvalid,
        "it can be words, digits, short"
      ),
      (
        "data: counts\ncolumns: [{field: note, format: words}]", "words", .valueInvalid,
        "leave 'format' out"
      ),
      ("data: counts\ncolumns: [{label: x}]", "{", .keyMissing, "add a line 'field: …'"),
      ("data: counts\ncolumns: [[a]]", "[a", .valueTypeWrong, nil),
      ("data: counts\nwhere: yeer > 3", "yeer", .columnMissing, "did you mean 'year'?"),
      ("data: counts\nsort: -dat", "dat", .columnMissing, "did you mean 'date'?"),
      ("data: counts\ngroupBy: sit", "sit", .columnMissing, "did you mean 'site'?"),
      (
        "data: counts\ntotals: nestss\ncolumns: [nests]", "nestss", .columnMissing,
        "did you mean 'nests'?"
      ),
      ("data: counts\ntotals: note\ncolumns: [note]", "note", .valueInvalid, nil),
      ("data: counts\ntotals: year\ncolumns: [year]", "year", .valueInvalid, nil),
      (
        "data: counts\ntotals: nests\ncolumns: [note]", "nests", .valueInvalid,
        "add 'nests' to 'columns'"
      ),
      (
        "data: counts\ntotals: {nests: maen}\ncolumns: [nests]", "maen", .valueInvalid,
        "did you mean 'mean'?"
      ),
      ("data: counts\nlimit: 0", "0", .valueInvalid, nil),
      ("data: counts\nlimit: all", "all", .valueInvalid, nil),
      ("data: counts\ncaption: [a]", "[a", .valueTypeWrong, nil),
      ("data: {value: []}", "value", .blockKeyUnknown, "did you mean 'values'?"),
      (
        "data: {values: 3}", "3", .valueTypeWrong,
        "write a list of mappings, such as [{a: 1, b: 2}]"
      ),
    ] as [(String, String, DiagnosticCode, String?)])
  func faults(yaml: String, place: String, code: DiagnosticCode, help: String?) throws {
    let outcome = try Tables.bind(yaml)
    let diagnostic = try #require(outcome.diagnostics.first { $0.code == code })
    let span = try #require(diagnostic.span)
    let marked = String(decoding: Array(yaml.utf8)[span.range], as: UTF8.self)
    #expect(marked.hasPrefix(place))
    if code == .columnMissing || code == .datasetMissing { #expect(marked == place) }
    #expect(diagnostic.help == help)
  }

  @Test("A faulty column does not hide the next fault")
  func several() throws {
    let outcome = try Tables.bind("data: counts\ncolumns: [dat, nte, seen]\ngroupBy: sit")
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.code) == [.columnMissing, .columnMissing, .columnMissing])
  }

  @Test("Rows that a limit cuts off stay in the table's count, and in its totals")
  func limit() throws {
    let table = try #require(
      try Tables.bind("data: counts\nlimit: 2\ncolumns: [nests]\ntotals: nests").value)
    #expect(table.rows == [0, 1])
    #expect(table.matchingRows.count == 5)
    #expect(table.write(in: .english).text.contains("Total of all 5 rows: 1,252"))
  }
}
