import Datasets
import Diagnostics
import Testing
import Values

@Suite("Cells under a schema")
struct CellTests {
  /// Reads `csv` under a schema of the given lines, as the dataset `t`, with `u` beside it.
  static func read(
    _ schema: String, _ csv: String, others: String = "id,k\na,1\nb,2\nkabul,3\n"
  ) -> (dataset: Dataset?, report: [String], diagnostics: [Diagnostic]) {
    let indented = schema.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
    let text = """
      resources:
        - name: u
          path: u.csv
        - name: t
          path: t.csv
          schema:
      \(indented)
      """
    let fixture = PackageFixture([
      ("data/datapackage.yaml", text), ("data/t.csv", csv), ("data/u.csv", others),
    ])
    let outcome = fixture.read()
    return (
      outcome.value.datasets["t"], fixture.report(outcome.diagnostics),
      outcome.diagnostics.sortedForReport
    )
  }

  @Test(
    "A cell of another type is named, and leaves the rest",
    arguments: [
      ("type: integer", "x", "1"), ("type: integer", "1.5", "1"), ("type: integer", "0x1", "-2"),
      ("type: integer", "9007199254740992", "9007199254740991"),
      ("type: number", "1,000", "1000.5"), ("type: number", "nano", "1e3"),
      ("type: number", "1..2", ".5"),
      ("type: number", "--1", "-1."), ("type: number", "1e999", "0001"),
      ("type: number", "0x1p3", "1"),
      ("type: number, groupChar: ','", "x", "1,000,000"),
      ("type: number, decimalChar: ','", "1.5", "\"1,5\""),
      ("type: number, bareNumber: false", "EUR", "EUR 95"), ("type: boolean", "yes", "true"),
      ("type: boolean, trueValues: [yes], falseValues: [no]", "true", "yes"),
      ("type: year", "21", "2021"), ("type: date", "2021-13-01", "2021-12-01"),
      ("type: date", "2021-02-29", "2020-02-29"), ("type: date", "2021-02", "2021-02-01"),
      ("type: yearmonth", "2021-21", "2021-12"), ("type: yearmonth", "2021", "2021-12"),
      ("rdfType: 'http://id.loc.gov/datatypes/edtf'", "last year", "2014-41/.."),
      ("rdfType: 'dossier:estimate'", "2000..1000", ">50"),
      ("rdfType: 'dossier:estimate'", "many", "~60"),
    ])
  func types(type: String, bad: String, good: String) throws {
    let quoted = good.contains(",") && !good.hasPrefix("\"") ? "\"\(good)\"" : good
    let badQuoted = bad.contains(",") ? "\"\(bad)\"" : bad
    let read = Self.read(
      "fields: [{name: id}, {name: c, \(type)}]", "id,c\nx,\(badQuoted)\ny,\(quoted)\nz,\n")
    #expect(read.report == ["cell-type-wrong \(bad)"])
    let column = try #require(read.dataset).columns[1]
    #expect(column[0] == .missing && column[1] != .missing && column[2] == .missing)
  }

  @Test("The message says what is wrong and the help what to write")
  func wording() throws {
    let read = Self.read(
      "fields: [{name: id}, {name: n, type: number}, {name: m, type: integer}]",
      "id,n,m\nx,\"1,000\",1.5\n")
    #expect(
      read.diagnostics.map(\.message) == [
        "'1,000' in column 'n' is no number",
        "'1.5' in column 'm' is no whole number",
      ])
    #expect(
      read.diagnostics[0].help == "give the field a groupChar or a decimalChar, or write no comma")
    #expect(read.diagnostics[1].help == "give the field the type number")
  }

  @Test("Values of a group or decimal character are read")
  func numberSyntax() throws {
    let read = Self.read(
      "fields: [{name: id}, {name: n, type: number, decimalChar: ',', groupChar: '.'}]",
      "id,n\nx,\"1.234,5\"\ny,\"-0,25\"\n")
    #expect(read.report == [])
    #expect(read.dataset?.texts(0)[1] == "1234.5" && read.dataset?.texts(1)[1] == "-0.25")
  }

  @Test(
    "A cell that breaks a constraint is named",
    arguments: [
      ("required: true", "a,x\nb,\n", ["cell-constraint "]),
      ("unique: true", "a,x\nb,y\nc,x\n", ["cell-constraint x"]),
      ("unique: true", "a,\nb,\n", []),
      ("enum: [x, y]", "a,x\nb,z\n", ["cell-constraint z"]),
      ("minLength: 2", "a,é\nb,éé\n", ["cell-constraint é"]),
      ("maxLength: 2", "a,abc\nb,éé\n", ["cell-constraint abc"]),
      (
        "pattern: '[a-z]+-\\d{2}'", "a,ab-12\nb,ab-1\nc,xab-123\n",
        ["cell-constraint ab-1", "cell-constraint xab-123"]
      ),
    ])
  func constraints(constraint: String, rows: String, report: [String]) {
    let read = Self.read(
      "fields: [{name: id}, {name: c, constraints: {\(constraint)}}]", "id,c\n" + rows)
    #expect(read.report == report)
  }

  @Test("Bounds hold for numbers, years and days")
  func bounds() {
    let read = Self.read(
      """
      fields:
        - {name: n, type: number, constraints: {minimum: 0, maximum: 1.5}}
        - {name: y, type: year, constraints: {minimum: 1990}}
        - {name: d, type: date, constraints: {maximum: 2021-12-31, enum: [2021-12-31, 2022-01-01]}}
      """, "n,y,d\n-1,1989,2021-12-31\n1.6,1990,2022-01-01\n0,2000,\n1.5,,2021-01-01\n")
    #expect(
      read.report == [
        "cell-constraint -1", "cell-constraint 1989", "cell-constraint 1.6",
        "cell-constraint 2022-01-01", "cell-constraint 2021-01-01",
      ])
  }

  @Test("Missing values are those that the schema names")
  func missing() throws {
    let schema = "missingValues: ['', '-', 'n/a']\nfields: [{name: id}, {name: n, type: integer}]"
    let read = Self.read(schema, "id,n\na,-\nb,n/a\n-,\nc,1\n")
    #expect(read.report == [])
    let dataset = try #require(read.dataset)
    #expect((0..<4).map { dataset.columns[1][$0] == .missing } == [true, true, true, false])
    #expect(dataset.columns[0][2] == .missing)
    let none = Self.read(
      "missingValues: []\nfields: [{name: id}, {name: n, type: integer}]", "id,n\na,\n")
    #expect(none.report == ["cell-type-wrong "])
  }

  @Test("The constraints of a list hold for each of its values")
  func listConstraints() {
    let read = Self.read(
      "fields: [{name: id}, {name: c, separator: ;, constraints: {enum: [x, y]}}]",
      "id,c\na,x;y\nb,x;z\n")
    #expect(read.report == ["cell-constraint x;z"])
    #expect(read.diagnostics.first?.message == "'z' in column 'c' is none of the allowed values")
  }

  @Test("A key that stands twice points at the first; one that is missing is an error")
  func keys() throws {
    let read = Self.read(
      "primaryKey: id\nfields: [{name: id, constraints: {required: true, unique: true}}]",
      "id\na\nb\na\n\"\"\n")
    #expect(read.report == ["key-duplicate a", "cell-constraint "])
    #expect(read.diagnostics[0].labels.map(\.span.range) == [3..<4])
    let pair = Self.read(
      "primaryKey: [id, n]\nfields: [{name: id}, {name: n, type: integer}]",
      "id,n\na,1\na,2\nb,1\na,01\nc,x\n")
    #expect(pair.report == ["key-duplicate a", "cell-type-wrong x"])
    #expect(pair.diagnostics[0].message == "the key [a, 01] stands twice in 't'")
  }

  @Test("A foreign key that leads nowhere is named with the nearest")
  func foreignKeys() throws {
    let schema = """
      foreignKeys: [{fields: place, reference: {resource: u, fields: id}}]
      fields: [{name: id}, {name: place, separator: ";"}]
      """
    let read = Self.read(schema, "id,place\n1,a\n2,b; kabull ;a\n3,\n4,\"x;a\"\n")
    #expect(read.report == ["foreign-key-missing kabull", "foreign-key-missing x"])
    #expect(read.diagnostics[0].message == "no row of 'u' has 'kabull' in column 'id'")
    #expect(read.diagnostics[0].help == "did you mean 'kabul'?")
  }

  @Test("Foreign keys of several fields and of the resource itself are followed")
  func compositeKeys() throws {
    let pair = Self.read(
      """
      foreignKeys: [{fields: [x, y], reference: {resource: u, fields: [id, k]}}]
      fields: [{name: x}, {name: y, type: integer}]
      """, "x,y\na,1\na,2\n,\nb,\n")
    #expect(pair.report == ["foreign-key-missing a", "foreign-key-missing b"])
    #expect(pair.diagnostics[0].message == "no row of 'u' has [a, 2] in columns 'id', 'k'")
    let tree = Self.read(
      """
      foreignKeys: [{fields: parent, reference: {resource: "", fields: id}}]
      fields: [{name: id}, {name: parent}]
      """, "id,parent\nroot,\nleaf,root\ntwig,rot\n")
    #expect(tree.report == ["foreign-key-missing rot"])
  }

  @Test("A reference into data that could not be read is no second fault")
  func cascade() {
    let schema =
      "foreignKeys: [{fields: id, reference: {resource: u, fields: id}}]\nfields: [{name: id}]"
    #expect(Self.read(schema, "id\na\n", others: "").report == ["csv-invalid "])
  }

  @Test("A delimiter of its own is obeyed")
  func dialect() {
    let text = "resources: [{name: t, path: t.csv, dialect: {delimiter: ';'}}]"
    let outcome = PackageFixture([
      ("data/datapackage.yaml", text), ("data/t.csv", "a;b\n1;\"x;y\"\n"),
    ]).read()
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.datasets["t"]?.texts(0) == ["1", "x;y"])
  }
}
