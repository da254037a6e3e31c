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
        "it can be words, digits, short, percent"
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
      (
        "data: counts\ntotals: note\ncolumns: [note]", "note", .valueInvalid,
        "'{note: count}' counts the rows that state one"
      ),
      (
        "data: counts\ntotals: year\ncolumns: [year]", "year", .valueInvalid,
        "'{year: count}' counts the rows that state one"
      ),
      (
        "data: counts\ncolumns: [{field: nests, bar: {max: 1000}}]", "1000", .valueInvalid,
        "give a greater 'max', or leave it out"
      ),
      ("data: counts\ncolumns: [{field: nests, bar: {max: 0}}]", "0", .valueInvalid, nil),
      (
        "data: counts\ncolumns: [{field: nests, bar: {color: 7}}]", "7", .valueInvalid,
        "the theme has 6 colours for data"
      ),
      (
        "data: counts\ncolumns: [{field: nests, bar: {color: red}}]", "red", .valueInvalid,
        "the theme has 6 colours for data"
      ),
      ("data: counts\ncolumns: [{columns: [date]}]", "{", .keyMissing, "add a line 'label: …'"),
      ("data: counts\ncolumns: [{label: A, columns: []}]", "columns", .valueInvalid, nil),
      (
        "data: counts\ncolumns: [{label: A, columns: [{label: B, columns: [date]}]}]", "[date",
        .valueInvalid, "a table has one line of heads above its columns; name the columns here"
      ),
      (
        "data: counts\ncolumns: [{label: A, colums: [date]}]", "colums", .blockKeyUnknown,
        "did you mean 'columns'?"
      ),
      (
        "data: counts\ncolumns: [{label: A, columns: [date], aling: left}]", "aling",
        .blockKeyUnknown, nil
      ),
      (
        "data: counts\nnotes: [{where: year > 2000, text: x}]", "text", .blockKeyUnknown, nil
      ),
      (
        "data: counts\nnotes: [{where: year > 2000}]", "{", .keyMissing, "add a line 'note: …'"
      ),
      ("data: counts\nnotes: [{note: x}]", "{", .keyMissing, "add a line 'where: …'"),
      ("data: counts\nnotes: [x]", "x", .valueTypeWrong, nil),
      (
        "data: counts\nnotes: [{where: yeer > 3, note: x}]", "yeer", .columnMissing,
        "did you mean 'year'?"
      ),
      (
        "data: counts\nnotes: [{where: year > 3, field: nte, note: x}]", "nte", .columnMissing,
        "did you mean 'note'?"
      ),
      (
        "data: counts\ncolumns: [date]\nnotes: [{where: year > 3, field: nests, note: x}]",
        "nests", .valueInvalid, "add 'nests' to 'columns'"
      ),
      (
        "data: counts\nnotes: [{where: year > 3000, note: x}]", "year > 3000", .valueInvalid,
        "mend the condition, or take the note out"
      ),
      ("data: counts\nsortable: maybe", "maybe", .valueTypeWrong, nil),
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

  @Test("A note on a row that the limit cuts off is no fault, and is not shown")
  func noteOnCutRow() throws {
    let outcome = try Tables.bind(
      "data: counts\nsort: id\nlimit: 2\nnotes: [{where: id == 'e', note: Last.}]")
    #expect(outcome.diagnostics.isEmpty)
    let table = try #require(outcome.value)
    #expect(table.writeNotes(in: .english, answers: TableAnswers()).text.isEmpty)
    #expect(!table.write(in: .english).text.contains("column-mark"))
  }

  @Test("A table whose rows a limit cuts off is not sorted by readers unless the author wants it")
  func sorting() throws {
    func isSortable(_ more: String) throws -> Bool {
      try #require(try Tables.bind("data: counts\n\(more)").value).isSortable
    }
    #expect(try isSortable(""))
    #expect(try !isSortable("sortable: false"))
    #expect(try !isSortable("limit: 4"))
    #expect(try isSortable("limit: 4\nsortable: true"))
    #expect(try isSortable("limit: 5"))
    #expect(try !isSortable("where: year == 2016\nsortable: true"))
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
