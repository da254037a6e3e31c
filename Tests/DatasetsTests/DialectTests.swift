import Datasets
import Diagnostics
import TestSupport
import Testing

@Suite("Dialects of delimiter-separated files")
struct DialectTests {
  /// Reads `t.csv` under a dialect; `schema` are the schema's fields, if any.
  static func read(
    _ dialect: String, _ csv: String, schema: String? = nil
  ) -> (rows: [[String]], names: [String], report: [String]) {
    let lines = schema.map { "\n    schema: {fields: \($0)}" } ?? ""
    let fixture = PackageFixture([
      (
        "data/datapackage.yaml",
        "resources:\n  - name: t\n    path: t.csv\n    dialect: \(dialect)\(lines)\n"
      ), ("data/t.csv", csv),
    ])
    let outcome = fixture.read()
    let dataset = outcome.value.datasets["t"]
    return (
      dataset.map { dataset in (0..<dataset.rowCount).map(dataset.texts) } ?? [],
      dataset?.fields.map(\.name) ?? [], fixture.report(outcome.diagnostics)
    )
  }

  @Test(
    "Each part of a dialect is obeyed",
    arguments: [
      ("{delimiter: ;}", "a;b\n1;\"x;y\"\n", [["1", "x;y"]]),
      ("{delimiter: \"\\t\"}", "a\tb\n1\tx\n", [["1", "x"]]),
      ("{delimiter: \"||\"}", "a||b\n1||x|y\n", [["1", "x|y"]]),
      ("{delimiter: \"·\"}", "a·b\n1·x\n", [["1", "x"]]),
      ("{quoteChar: \"'\"}", "a,b\n1,'x,''y\"'\n", [["1", "x,'y\""]]),
      ("{escapeChar: \"\\\\\"}", "a,b\n1,x\\,y\\\\z\n2,\"q\n", [["1", "x,y\\z"], ["2", "\"q"]]),
      (
        "{quoteChar: '\"', escapeChar: \"\\\\\", doubleQuote: false}", "a,b\n1,\"x\\\"y\"\n",
        [["1", "x\"y"]]
      ),
      ("{lineTerminator: \"\\r\"}", "a,b\r1,x\ny\r2,z", [["1", "x\ny"], ["2", "z"]]),
      ("{lineTerminator: \"~\"}", "a,b~1,x~", [["1", "x"]]),
      ("{lineTerminator: \"\\n\"}", "a,b\r\n1,x\r\n", [["1", "x"]]),
      ("{nullSequence: \"\\\\N\"}", "a,b\n1,\\N\n", [["1", ""]]),
      ("{skipInitialSpace: true}", "a, b\n1,  \"x, y\"\n", [["1", "x, y"]]),
      ("{commentChar: \"#\"}", "# about\na,b\n#1,x\n2,#y\n", [["2", "#y"]]),
      ("{header: false}", "1,x\n2,y\n", [["1", "x"], ["2", "y"]]),
      ("{csvddfVersion: \"1.2\", doubleQuote: true}", "a,b\n1,\"x\"\"\"\n", [["1", "x\""]]),
    ])
  func obeyed(dialect: String, csv: String, rows: [[String]]) {
    let read = Self.read(dialect, csv)
    #expect(read.report == [])
    #expect(read.rows == rows)
  }

  @Test("Without a header the schema names the columns, and their number where there is none")
  func headless() {
    let named = Self.read("{header: false}", "1,x\n2\n3,y,z\n", schema: "[{name: n}, {name: t}]")
    #expect(named.names == ["n", "t"])
    #expect(named.rows == [["1", "x"], ["2", ""], ["3", "y"]])
    #expect(named.report == ["csv-invalid 2", "csv-invalid z"])
    #expect(Self.read("{header: false}", "1,x\n").names == ["field1", "field2"])
  }

  @Test("Names of columns are matched with case unless the dialect says otherwise")
  func letterCase() {
    let schema = "[{name: Id}, {name: n}]"
    #expect(Self.read("{caseSensitiveHeader: false}", "ID,n\n1,2\n", schema: schema).report == [])
    #expect(
      Self.read("{caseSensitiveHeader: false}", "ID,n\n1,2\n", schema: schema).names == ["Id", "n"])
    #expect(
      Self.read("{caseSensitiveHeader: true}", "ID,n\n1,2\n", schema: schema).report
        == ["csv-invalid ID", "csv-invalid ID,n"])
  }

  @Test(
    "What cannot be a dialect is an error at its words",
    arguments: [
      ("{quoteChar: \"''\"}", "package-invalid ''"), ("{quoteChar: \"ä\"}", "package-invalid ä"),
      ("{delimiter: '\"'}", "package-invalid \""), ("{delimiter: []}", "value-type-wrong "),
      ("{header: maybe}", "value-type-wrong maybe"),
      ("{headerRows: [1, 2]}", "package-invalid headerRows"),
      ("{delimitr: ;}", "key-unknown delimitr"), ("{unheard: of}", "key-unknown unheard"),
    ])
  func refused(dialect: String, report: String) {
    #expect(Self.read(dialect, "a,b\n1,2\n").report == [report])
  }

  @Test("Faults of other dialects are named by their bytes, as those of CSV are")
  func faults() {
    let quotes = "{quoteChar: \"'\"}"
    #expect(Self.read(quotes, "a,b\nx'y,z\n").report == ["csv-invalid '"])
    #expect(Self.read(quotes, "a,b\n'x'y,z\n").report == ["csv-invalid y"])
    #expect(Self.read(quotes, "a,b\nx,'z\n").report.contains("csv-invalid '"))
    #expect(Self.read(quotes, "a,b\nx,y\rz,w\n").report == ["csv-invalid \r"])
  }

  @Test("A file ending in .tsv has tabs between its cells")
  func tabs() {
    let fixture = PackageFixture([
      ("data/datapackage.yaml", "resources: [{name: t, path: t.tsv}]"),
      ("data/t.tsv", "a\tb\n1\tx, y\n"),
    ])
    let outcome = fixture.read()
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.datasets["t"]?.texts(0) == ["1", "x, y"])
  }

  @Test("Rows of several files follow each other, with or without headers of their own")
  func parts() throws {
    let fixture = PackageFixture([
      ("data/datapackage.yaml", "resources: [{name: t, path: [a.csv, b.csv, c.csv]}]"),
      ("data/a.csv", "n,t\n1,x"), ("data/b.csv", "\u{FEFF}n,t\n2,y\n"), ("data/c.csv", "3\n4,w\n"),
    ])
    let outcome = fixture.read()
    #expect(fixture.report(outcome.diagnostics) == ["csv-invalid 3"])
    let dataset = try #require(outcome.value.datasets["t"])
    #expect(dataset.columns[0][1] == .number(2) && dataset.rowCount == 4)
    #expect(dataset.span(row: 1, column: 1).file.index == 2)
    #expect(dataset.span(row: 3, column: 1).range == 4..<5)
    #expect(dataset.path == "data/a.csv")
  }

  @Test("Random bytes under any dialect never crash and keep cells within the file")
  func random() {
    var generator = DeterministicGenerator(seed: 7)
    let dialects = [
      "{delimiter: \"--\", commentChar: \"#\"}", "{escapeChar: \"\\\\\"}",
      "{quoteChar: \"'\", doubleQuote: false, skipInitialSpace: true}",
      "{lineTerminator: \"~~\", header: false}", "{lineTerminator: \"\\r\", nullSequence: \"-\"}",
    ]
    let alphabet: [UInt8] = Array("a1,'\"\n\r~-\\# é".utf8)
    for round in 0..<3_000 {
      let count = Int.random(in: 0..<30, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0x61 }
      let text = "resources: [{name: t, path: t.csv, dialect: \(dialects[round % dialects.count])}]"
      let descriptor = DataFile(
        path: "data/datapackage.yaml", file: SourceFileID(1), bytes: Array(text.utf8))
      let file = DataFile(path: "data/t.csv", file: SourceFileID(0), bytes: bytes)
      let outcome = PackageReader.read(descriptor: descriptor, files: [file])
      for span in outcome.value.datasets["t"]?.cellSpans ?? [] {
        #expect(span.range.upperBound <= bytes.count)
      }
    }
  }
}
