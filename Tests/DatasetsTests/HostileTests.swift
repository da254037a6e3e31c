import Datasets
import Diagnostics
import Testing

/// Data made to crash a reader, to hang it or to fill its memory: each gives diagnostics in seconds.
@Suite("Hostile data", .timeLimit(.minutes(20)))
struct HostileTests {
  static func counts(_ diagnostics: [Diagnostic]) -> [String: Int] {
    Dictionary(grouping: diagnostics, by: \.code.rawValue).mapValues(\.count)
  }

  @Test("A million wrong cells are counted, not listed")
  func faults() {
    let text = """
      resources:
        - {name: t, path: t.csv, schema: {fields: [{name: a, type: integer}]}}
      """
    let fixture = PackageFixture([
      ("data/datapackage.yaml", text),
      ("data/t.csv", "a\n" + String(repeating: "x\n", count: 1_000_000)),
    ])
    let found = fixture.read().diagnostics
    #expect(Self.counts(found) == ["cell-type-wrong": 50])
    #expect(found.last?.message.hasSuffix("(and 999950 more like it)") == true)
  }

  @Test("What is meant is not looked for in every cell of a column that is wrong throughout")
  func suggestions() {
    let names = (0..<2_000).map { "kabu\($0)" }
    let text = """
      resources:
        - name: u
          path: u.csv
        - name: t
          path: t.csv
          schema:
            foreignKeys: [{fields: b, reference: {resource: u, fields: a}}]
            fields:
              - {name: b, constraints: {unique: true, enum: [\(names.joined(separator: ", "))]}}
              - {name: c, type: number, constraints: {maximum: 1}}
      """
    let fixture = PackageFixture([
      ("data/datapackage.yaml", text),
      ("data/t.csv", "b,c\n" + String(repeating: "kabul,9\n", count: 100_000)),
      ("data/u.csv", "a\n" + names.joined(separator: "\n")),
    ])
    #expect(
      Self.counts(fixture.read().diagnostics)
        == ["cell-constraint": 150, "foreign-key-missing": 50])
  }

  @Test("A list of a hundred thousand values that lead nowhere is no matter of hours")
  func listItems() {
    let items = (0..<100_000).map { "x\($0)" }.joined(separator: ";")
    let read = CellTests.read(
      """
      foreignKeys: [{fields: b, reference: {resource: u, fields: id}}]
      fields: [{name: b, separator: ";"}]
      """, "b\n\(items)\n")
    #expect(Self.counts(read.diagnostics) == ["foreign-key-missing": 50])
  }

  @Test(
    "A cell of a million characters is no value of any type",
    arguments: [
      "type: integer", "type: number", "type: date", "type: datetime, format: any", "type: time",
      "type: duration", "type: geopoint", "type: array", "type: geojson", "type: object",
      "type: year", "type: boolean", "format: email", "format: uuid", "format: uri",
      "type: date, format: '%d %B %Y'", "rdfType: 'dossier:estimate'",
      "rdfType: 'http://id.loc.gov/datatypes/edtf'",
      "constraints: {pattern: '(a*)*b'}", "constraints: {maxLength: 10}",
    ])
  func longCells(field: String) {
    for text in [String(repeating: "a", count: 1_000_000), String(repeating: "[", count: 300_000)] {
      let read = CellTests.read("fields: [{name: c, \(field)}]", "c\n\(text)\n")
      #expect(read.diagnostics.count == 1 && read.diagnostics[0].message.utf8.count < 1_000)
    }
  }

  @Test(
    "Numbers beyond all bounds are numbers or errors",
    arguments: [
      ("type: number", String(repeating: "9", count: 1_000_000), 1),
      ("type: number", "0." + String(repeating: "9", count: 1_000_000), 0),
      ("type: number", "1e999999999999999999999", 1), ("type: number", "1e-99999999999", 0),
      ("type: integer", String(repeating: "0", count: 1_000_000), 0),
      ("type: integer", "-9223372036854775809", 1), ("type: year", "99999999", 1),
      ("type: duration", "P\(String(repeating: "9", count: 400))Y", 1),
      ("type: duration", "PT0.\(String(repeating: "9", count: 400))S", 0),
      ("type: geopoint", "1e300, 1e300", 1),
      ("type: datetime", "9999-12-31T24:00:00+14:00", 0),
      ("type: datetime", "2024-01-01T99:99:99Z", 1),
    ])
  func numbers(field: String, text: String, faults: Int) {
    let read = CellTests.read("fields: [{name: c, \(field)}]", "c\n\"\(text)\"\n")
    #expect(read.diagnostics.count == faults)
  }

  @Test("JSON that nests without end is an error at its depth, in a file and in a cell")
  func deep() {
    let deep = String(repeating: "[", count: 500_000)
    let text = "resources: [{name: t, path: t.json}]"
    let fixture = PackageFixture([("data/datapackage.yaml", text), ("data/t.json", deep)])
    #expect(Self.counts(fixture.read().diagnostics) == ["json-invalid": 1])
    let mappings = String(repeating: "{\"a\":", count: 500_000)
    let other = PackageFixture([("data/datapackage.yaml", text), ("data/t.json", mappings)])
    #expect(Self.counts(other.read().diagnostics) == ["json-invalid": 1])
  }

  @Test("Rows that each bring columns of their own do not fill the memory")
  func sparse() {
    let rows = (0..<5_000).map { "{\"a\($0)\": 1}" }.joined(separator: ",")
    let fixture = PackageFixture([
      ("data/datapackage.yaml", "resources: [{name: t, path: t.json}]"),
      ("data/t.json", "[\(rows)]"),
    ])
    #expect(Self.counts(fixture.read().diagnostics) == ["data-invalid": 1])
  }

  @Test("Rows of a million wrong shapes are counted")
  func shapes() {
    let rows = String(repeating: "1,", count: 300_000) + "{\"a\": 1}"
    let fixture = PackageFixture([
      ("data/datapackage.yaml", "resources: [{name: t, path: t.json}]"),
      ("data/t.json", "[{\"a\": 2},\(rows)]"),
    ])
    #expect(Self.counts(fixture.read().diagnostics) == ["data-invalid": 50])
  }

  @Test("Ten thousand columns of one name, and fields, keys and references as many")
  func wide() {
    let twice = PackageFixture([("data/t.csv", String(repeating: "a,", count: 10_000) + "b\n")])
    #expect(Self.counts(twice.read().diagnostics) == ["csv-invalid": 50])
    let names = (0..<10_000).map { "column\($0)" }
    let fields = names.map { "{\"name\": \"\($0)\"}" }.joined(separator: ",")
    let keys = names.map { "\"\($0)x\"" }.joined(separator: ",")
    let text = """
      {"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [\(fields)],
      "primaryKey": [\(keys)]}}]}
      """
    let fixture = PackageFixture([
      ("data/datapackage.json", text), ("data/t.csv", names.joined(separator: ",") + "\n"),
    ])
    #expect(Self.counts(fixture.read().diagnostics) == ["column-missing": 1_000])
  }

  @Test("A descriptor of hundreds of thousands of faults names the first of them")
  func faultyDescriptor() {
    let keys = (0..<200_000).map { "\"titl\($0 % 10)\($0)\": 1" }.joined(separator: ",")
    let fields = (0..<100_000).map { "{\"name\": \"f\($0)\", \"type\": \"intger\"}" }
    let text = """
      {"resources": [{"name": "t", "path": "t.csv", \(keys), "tilte": 1,
        "schema": {"fields": [{"name": "a"}, \(fields.joined(separator: ","))]}}]}
      """
    let fixture = PackageFixture([("data/datapackage.json", text), ("data/t.csv", "a\n1\n")])
    let found = Self.counts(fixture.read().diagnostics)
    #expect(found["value-invalid"] == 1_000 && found["csv-invalid"] == 50)
    #expect((found["key-unknown"] ?? 0) > 0 && (found["key-unknown"] ?? 0) <= 1_000)
  }

  @Test("Foreign keys in a circle, into nowhere, and thousands of them")
  func circles() {
    let keys = (0..<2_000).map { _ in
      "{\"fields\": \"a\", \"reference\": {\"resource\": \"u\", \"fields\": \"a\"}}"
    }.joined(separator: ",")
    let fields = "{\"fields\": [{\"name\": \"a\"}]"
    let text = """
      {"resources": [
        {"name": "t", "path": "t.csv", "schema": \(fields), "foreignKeys": [\(keys)]}},
        {"name": "u", "path": "u.csv", "schema": \(fields), "foreignKeys": [
          {"fields": "a", "reference": {"resource": "t", "fields": "a"}},
          {"fields": "a", "reference": {"resource": "v", "fields": "a"}}]}}
      ]}
      """
    let fixture = PackageFixture([
      ("data/datapackage.json", text), ("data/t.csv", "a\n1\n"), ("data/u.csv", "a\n1\n"),
    ])
    #expect(Self.counts(fixture.read().diagnostics) == ["dataset-missing": 1])
  }

  @Test("A descriptor of ten thousand resources, all there or all gone")
  func resources() {
    let inline = (0..<10_000).map { "{\"name\": \"r\($0)\", \"data\": [{\"a\": 1}]}" }
    let there = PackageFixture([
      ("data/datapackage.json", "{\"resources\": [\(inline.joined(separator: ","))]}")
    ]).read()
    #expect(there.diagnostics == [] && there.value.names.count == 10_000)
    let absent = (0..<10_000).map { "{\"name\": \"r\($0)\", \"path\": \"file\($0).csv\"}" }
    let gone = PackageFixture([
      ("data/datapackage.json", "{\"resources\": [\(absent.joined(separator: ","))]}"),
      ("data/file.csv", "a\n1\n"),
    ]).read()
    #expect(
      Self.counts(gone.diagnostics) == ["package-invalid": 10_000, "package-unlisted": 1])
  }

  @Test("A field named after nothing, and other descriptors that make no sense, never crash")
  func nonsense() {
    let values = ["null", "[]", "{}", "\"x\"", "-1", "true", "[[[]]]", "{\"a\": {}}"]
    let keys = [
      "name", "path", "data", "schema", "dialect", "encoding", "format", "mediatype", "bytes",
      "hash", "sources", "licenses", "events", "title",
    ]
    for key in keys {
      for value in values {
        let text = "{\"resources\": [{\"name\": \"t\", \"path\": \"t.csv\", \"\(key)x\": 1}]}"
          .replacing("\"\(key)x\": 1", with: "\"\(key)\": \(value)")
        let json =
          key == "name" || key == "path" ? "{\"resources\": [{\"\(key)\": \(value)}]}" : text
        let fixture = PackageFixture([
          ("data/datapackage.json", json), ("data/t.csv", "a\n1\n"),
        ])
        for diagnostic in fixture.read().diagnostics { _ = fixture.words(diagnostic) }
      }
    }
    for key in ["fields", "primaryKey", "foreignKeys", "missingValues"] {
      for value in values {
        let text = """
          {"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "a"}],
          "x": 1}}]}
          """
        let json = text.replacing("\"x\": 1", with: "\"\(key)\": \(value)")
        let other = json.replacing(
          "\"fields\": [{\"name\": \"a\"}],",
          with: key == "fields" ? "" : "\"fields\": [{\"name\": \"a\"}],")
        _ = PackageFixture([("data/datapackage.json", other), ("data/t.csv", "a\n1\n")]).read()
      }
    }
  }
}
