import Datasets
import Diagnostics
import TestSupport
import Testing

@Suite("Rows of JSON and YAML, in files and in the descriptor")
struct NodeRowsTests {
  /// Reads one resource whose lines are given beside a file.
  static func read(
    _ lines: String, _ file: (String, String)? = nil
  ) -> (dataset: Dataset?, report: [String], fixture: PackageFixture) {
    let indented = lines.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    " + $0 }.joined(separator: "\n")
    let files = [("data/datapackage.yaml", "resources:\n  - name: t\n\(indented)\n")]
    let fixture = PackageFixture(files + (file.map { [("data/" + $0.0, $0.1)] } ?? []))
    let outcome = fixture.read()
    return (outcome.value.datasets["t"], fixture.report(outcome.diagnostics), fixture)
  }

  static func rows(_ dataset: Dataset?) -> [[String]] {
    dataset.map { dataset in (0..<dataset.rowCount).map(dataset.texts) } ?? []
  }

  @Test(
    "Rows are read in every shape that they have",
    arguments: [
      ("path: t.json", "t.json", #"[{"a": 1, "b": "x"}, {"b": "y"}]"#),
      ("path: t.json", "t.json", #"[["a", "b"], [1, "x"], [null, "y"]]"#),
      (
        "path: t.json\ndialect: {property: rows}", "t.json",
        #"{"rows": [{"a": 1, "b": "x"}, {"a": null, "b": "y"}], "more": 1}"#
      ),
      ("path: t.yaml", "t.yaml", "- {a: 1, b: x}\n- {b: y}\n"),
      ("path: t.yml", "t.yml", "- [a, b]\n- [1, x]\n- [~, y]\n"),
      ("data: [{a: 1, b: x}, {b: y}]", "u.json", "[]"),
      ("data:\n  - [a, b]\n  - [1, x]\n  - [null, y]", "u.json", "[]"),
      ("format: csv\ndata: |\n  a,b\n  1,x\n  ,y\n", "u.json", "[]"),
      ("format: csv\ndata: \"a,b\\n1,x\\n,y\"", "u.json", "[]"),
    ])
  func shapes(lines: String, name: String, text: String) throws {
    let read = Self.read(lines, (name, text))
    #expect(read.report == [])
    #expect(Self.rows(read.dataset) == [["1", "x"], ["", "y"]])
    #expect(read.dataset?.fields.map(\.name) == ["a", "b"])
    #expect(read.dataset?.fields.map(\.kind) == [.integer, .string])
  }

  @Test("Cells have their places, also where the text of the file is escaped or indented")
  func places() throws {
    for lines in [
      "data:\n  - {a: 1, b: é}\n  - {a: 2, b: zz}", "format: csv\ndata: |\n  a,b\n  1,é\n  2,zz\n",
      #"format: csv"# + "\n" + #"data: "a,b\n1,\u00e9\n2,zz""#,
      "format: csv\ndata: 'a,b\n\n  1,é\n\n  2,zz'",
    ] {
      let read = Self.read(lines)
      let dataset = try #require(read.dataset)
      let span = dataset.span(row: 1, column: 1)
      let bytes = read.fixture.files[0].bytes
      let words = String(decoding: bytes[span.range], as: UTF8.self)
      // A text folded over lines is shown whole.
      #expect(words == "zz" || lines.contains("'"))
    }
  }

  @Test("What JSON holds natively is taken so, and a text is read as the field says")
  func physical() throws {
    let schema = """
      schema:
        fields:
          - {name: i, type: integer}
          - {name: n, type: number, decimalChar: ","}
          - {name: b, type: boolean, trueValues: [ja], falseValues: [nein]}
          - {name: o, type: object}
          - {name: p, type: geopoint, format: array}
          - {name: x, type: any}
          - {name: l, separator: ";"}
          - {name: e, rdfType: "dossier:estimate"}
      """
    let read = Self.read(
      "path: t.json\n" + schema,
      (
        "t.json",
        """
        [{"i": "1", "n": 1.5, "b": true, "o": {"k": [1]}, "p": [1, 2], "x": [true], "l": ["a", "b"], "e": 700},
         {"i": 2.0, "n": "2,5", "b": "nein", "o": "{}", "p": "[3, 4]", "x": 1, "l": "c", "e": "~5"}]
        """
      ))
    #expect(read.report == [])
    #expect(
      Self.rows(read.dataset) == [
        ["1", "1.5", "true", "{\"k\":[1]}", "1, 2", "[true]", "a;b", "700"],
        ["2", "2.5", "false", "{}", "3, 4", "1", "c", "~5"],
      ])
  }

  @Test(
    "What JSON holds for something else is an error at the value; YAML's texts are what is asked")
  func wrong() {
    let schema = "schema: {fields: [{name: s}, {name: b, type: boolean}, {name: d, type: date}]}"
    let text = #"[{"s": 1, "b": 1, "d": 2020}, {"s": true, "b": [1], "d": {}}]"#
    let read = Self.read("path: t.json\n" + schema, ("t.json", text))
    #expect(
      read.report == [
        "cell-type-wrong 1", "cell-type-wrong 1", "cell-type-wrong 2020", "cell-type-wrong true",
        "cell-type-wrong [1]", "cell-type-wrong {}",
      ])
    let lenient = Self.read(
      "path: t.yaml\n" + schema, ("t.yaml", "- {s: 1, b: true, d: 2020-01-01}\n"))
    #expect(lenient.report == [])
    #expect(Self.rows(lenient.dataset) == [["1", "true", "2020-01-01"]])
  }

  @Test("Missing values are texts, and a number that looks like one is a number")
  func missing() {
    let read = Self.read(
      "path: t.json\nschema: {missingValues: ['-1'], fields: [{name: i, type: integer}]}",
      ("t.json", #"[{"i": "-1"}, {"i": -1}, {"i": null}]"#))
    #expect(read.report == [])
    #expect(Self.rows(read.dataset) == [[""], ["-1"], [""]])
  }

  @Test(
    "What is no list of rows is an error at its place",
    arguments: [
      ("path: t.json", "t.json", #"{"rows": [{"a": 1}]}"#, [#"data-invalid {"rows": [{"a": 1}]}"#]),
      ("path: t.json", "t.json", "1", ["data-invalid 1"]),
      ("path: t.json", "t.json", "[1, 2]", ["data-invalid 1"]),
      ("path: t.json", "t.json", #"[{"a": 1}, [2]]"#, ["data-invalid [2]"]),
      ("path: t.json", "t.json", #"[["a"], [1, 2]]"#, ["data-invalid [1, 2]"]),
      ("path: t.json", "t.json", #"[["a", "a"], [1, 2]]"#, ["data-invalid a"]),
      ("path: t.json", "t.json", #"[["a", " "], [1, 2]]"#, ["data-invalid  "]),
      ("path: t.json", "t.json", #"[{"": 1, "a": 1}]"#, ["data-invalid "]),
      ("path: t.json", "t.json", #"[{"a": 1, "a": 2}]"#, ["json-invalid \""]),
      ("path: t.json", "t.json", "", ["json-invalid "]),
      ("path: t.yaml", "t.yaml", "", ["data-invalid "]),
      ("path: t.yaml", "t.yaml", "- [", ["yaml-invalid "]),
      (
        "path: t.json\ndialect: {property: row}", "t.json", #"{"rows": []}"#,
        [#"data-invalid {"rows": []}"#]
      ),
      ("data: some text", "u.json", "[]", ["data-invalid some text"]),
      ("path: t.json\ndata: []", "t.json", "[]", ["package-invalid data"]),
      ("path: [t.json, u.json]", "t.json", "[]", ["package-invalid u.json"]),
      (
        "path: t.json\nschema: {fields: [{name: a}, {name: b}]}", "t.json", #"[{"a": 1}]"#,
        [#"data-invalid {"a": 1}"#, "cell-type-wrong 1"]
      ),
    ])
  func refused(lines: String, name: String, text: String, report: [String]) {
    #expect(Self.read(lines, (name, text)).report.sorted() == report.sorted())
  }

  @Test("A NUL that an escape writes is an error at its text")
  func nul() {
    let read = Self.read("path: t.json", ("t.json", #"[{"a": "x\u0000y"}, {"a": "z"}]"#))
    #expect(read.report == [#"data-invalid x\u0000y"#])
    #expect(Self.rows(read.dataset) == [[""], ["z"]])
    #expect(
      Self.read("format: csv\ndata: \"a\\n1\\0\"").report == ["data-invalid \\0"])
  }

  @Test("Random rows never crash, and keep cells within the file")
  func random() {
    var generator = DeterministicGenerator(seed: 3)
    let pieces = [
      "[", "]", "{", "}", ",", ":", "\"a\"", "\"b\"", "1", "-2.5", "true", "null", "\"\"",
      "\"é\\n\"",
      "[[\"a\"],[1]]", "{\"a\":1}", " ",
    ]
    let schema = "schema: {fields: [{name: a, type: integer}, {name: b, type: array}]}"
    for round in 0..<3_000 {
      var text = "["
      for _ in 0..<Int.random(in: 0..<12, using: &generator) {
        text += pieces.randomElement(using: &generator) ?? ""
      }
      text += "]"
      let name = round % 2 == 0 ? "t.json" : "t.yaml"
      let lines = "path: \(name)" + (round % 3 == 0 ? "\n" + schema : "")
      let read = Self.read(lines, (name, text))
      for span in read.dataset?.cellSpans ?? [] {
        #expect(span.range.upperBound <= text.utf8.count)
      }
    }
  }

  @Test("A schema or a dialect may stand in a file of its own, which is faulty once")
  func files() {
    let text = """
      resources:
        - {name: t, path: t.csv, schema: schema.json, dialect: dialect.yaml}
        - {name: u, path: u.csv, schema: schema.json, dialect: dialect.yaml}
      """
    func read(_ type: String) -> (report: [String], package: DataPackage) {
      let fixture = PackageFixture([
        ("data/datapackage.yaml", text), ("data/t.csv", "n;m\n1;x\n"), ("data/u.csv", "n;m\n2;y\n"),
        ("data/schema.json", #"{"fields": [{"name": "n", "type": "\#(type)"}, {"name": "m"}]}"#),
        ("data/dialect.yaml", "delimiter: ;\n"),
      ])
      let outcome = fixture.read()
      return (fixture.report(outcome.diagnostics), outcome.value)
    }
    #expect(read("integer").report == [])
    #expect(read("integer").package.datasets["u"]?.columns[0][0] == .number(2))
    #expect(read("intger").report == ["value-invalid intger"])
    #expect(
      Self.read("path: t.csv\nschema: gone.json", ("t.csv", "a\n1\n")).report
        == ["package-invalid gone.json"])
  }
}
