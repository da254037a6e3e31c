import Datasets
import Diagnostics
import TestSupport
import Testing
import Values

@Suite("Data packages")
struct PackageTests {
  static let strength =
    "id,date,fighters,source,section\na,2015,..4000,s,p. 1\nb,2022-02,~4000,s,\n"

  static let descriptor = """
    name: khorasan
    title: Data
    description: All of it
    licenses: [{name: CC-BY-4.0}]
    sources: [{title: A brief, path: "https://example.org/"}]
    profile: tabular-data-package
    resources:
      - name: strength
        path: strength.csv
        title: Strength estimates
        description: How many
        format: csv
        mediatype: text/csv
        encoding: utf-8
        tlp: GREEN
        events: {date: date, label: section, link: "../actors/{id}.md"}
        schema:
          primaryKey: id
          fields:
            - {name: id, type: string, constraints: {required: true, unique: true}}
            - {name: date, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
            - {name: fighters, rdfType: "dossier:estimate", title: Fighters, description: Heads}
            - {name: source, type: string, rdfType: "dossier:citation"}
            - {name: section, type: string, rdfType: "dossier:locator"}
    """

  @Test("A package gives typed datasets with what the descriptor says of them")
  func whole() throws {
    let outcome = PackageFixture([
      ("data/datapackage.yaml", Self.descriptor), ("data/strength.csv", Self.strength),
    ]).read()
    #expect(outcome.diagnostics == [])
    let package = outcome.value
    #expect(package.name == "khorasan" && package.title == "Data")
    #expect(package.licenses == [DataLicense(name: "CC-BY-4.0", path: nil, title: nil)])
    #expect(package.names == ["strength"] && package.isComplete && package.unreadable.isEmpty)
    let dataset = try #require(package.datasets["strength"])
    #expect(dataset.title == "Strength estimates" && dataset.description == "How many")
    #expect(dataset.path == "data/strength.csv" && dataset.marking == .green)
    #expect(dataset.sources == [DataSource(title: "A brief", path: "https://example.org/")])
    #expect(dataset.fields.map(\.kind) == [.string, .date, .estimate, .string, .string])
    #expect(dataset.fields.map(\.reference) == [nil, nil, nil, .citation, .locator])
    #expect(dataset.fields[2].label == "Fighters" && dataset.fields[2].description == "Heads")
    #expect(dataset.primaryKey == ["id"])
    #expect(
      dataset.events?.date == "date" && dataset.events?.label == "section"
        && dataset.events?.link?.text == "../actors/{id}.md")
    let high = try #require(dataset.fieldPath("fighters.high"))
    #expect(dataset.value(high, row: 0) == .number(4000))
    #expect(dataset.row(withKey: ["b"]) == 1 && dataset.row(withKey: ["c"]) == nil)
    #expect(dataset.key(ofRow: 1) == ["b"])
    #expect(dataset.csv() == Array(Self.strength.utf8))
  }

  @Test("The same package in JSON gives the same")
  func json() throws {
    let json = """
      {"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [
        {"name": "n", "type": "integer"}], "primaryKey": ["n"]}}]}
      """
    let outcome = PackageFixture([("data/datapackage.json", json), ("data/t.csv", "n\n1\n2\n")])
      .read()
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.datasets["t"]?.columns[0][1] == .number(2))
  }

  /// A descriptor of one resource `t` whose lines are given, read with one file.
  static func report(_ lines: String, csv: String = "id,n\na,1\nb,2\n") -> [String] {
    let indented = lines.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    " + $0 }.joined(separator: "\n")
    let fixture = PackageFixture([
      ("data/datapackage.yaml", "resources:\n  - name: t\n" + indented + "\n"), ("data/t.csv", csv),
    ])
    return fixture.report(fixture.read().diagnostics)
  }

  @Test(
    "A faulty descriptor is named by its bytes",
    arguments: [
      ("path: x.csv", ["package-unlisted ", "package-invalid x.csv"]),
      ("path: ../../x.csv", ["package-unlisted ", "path-escapes-content ../../x.csv"]),
      ("path: /data/t.csv", []),
      ("path: ./../data/t.csv", []),
      (
        "path: https://example.org/t.csv",
        ["package-unlisted ", "package-invalid https://example.org/t.csv"]
      ),
      ("path: [t.csv, u.csv]", ["package-invalid u.csv"]),
      ("data: [1]", ["data-invalid 1"]),
      ("path: t.csv\nencoding: latin-11", ["package-invalid latin-11"]),
      ("path: t.csv\nformat: xlsx", ["package-invalid xlsx"]),
      ("path: t.csv\ncompression: gz", ["package-invalid compression"]),
      ("path: t.csv\ntitel: T", ["key-unknown titel"]),
      ("path: t.csv\ndialect: {escapeChar: \"xy\"}", ["package-invalid xy"]),
      ("path: t.csv\nlicenses: [{title: Free}]", ["key-missing {title: Free"]),
      ("path: t.csv\nsources: [{path: x}]", ["key-missing {path: x"]),
      ("path: t.csv\nevents: {date: id, label: id}", ["package-invalid id"]),
      ("path: t.csv\nevents: {date: id, label: n}", ["package-invalid id", "package-invalid n"]),
      ("path: t.csv\nevents: {date: n, label: m}", ["package-invalid n", "column-missing m"]),
      ("path: t.csv\nevents: {date: n.low, label: id}", ["column-missing n.low"]),
      (
        "path: t.csv\nevents: {date: n, label: id, link: '../{idd}.md'}",
        ["package-invalid n", "column-missing idd"]
      ),
      ("path: t.csv\nschema: other.json", ["package-invalid other.json"]),
    ])
  func descriptors(lines: String, report: [String]) {
    let found = Self.report(lines).sorted()
    // A resource that names no file of its own leaves the file unlisted, or its name taken.
    let expected = report.sorted()
    #expect(
      found.filter { !$0.hasPrefix("package-unlisted") && $0 != "package-invalid " }
        == expected.filter { !$0.hasPrefix("package-unlisted") })
  }

  @Test(
    "A faulty schema is named by its bytes",
    arguments: [
      ("fields: [{name: id}, {name: n, type: intger}]", ["value-invalid intger"]),
      (
        "fields: [{name: id}, {name: n, type: duration, format: x}]",
        ["cell-type-wrong 1", "cell-type-wrong 2", "package-invalid x"]
      ),
      ("fields: [{name: id, format: emial}, {name: n}]", ["package-invalid emial"]),
      ("fields: [{name: id}, {name: id}, {name: n}]", ["package-invalid id"]),
      (
        "fields: [{name: id}, {nam: n}]",
        ["key-missing nam", "csv-invalid n"]
      ),
      (
        "fields: [{name: id, rdfType: 'dossier:citaton'}, {name: n}]",
        ["package-invalid dossier:citaton"]
      ),
      ("fields: [{name: id, rdfType: 'dossier:locator'}, {name: n}]", ["package-invalid id"]),
      (
        "fields: [{name: id, rdfType: 'dossier:entity/'}, {name: n}]",
        ["package-invalid dossier:entity/"]
      ),
      (
        "fields: [{name: id, rdfType: 'https://id.loc.gov/datatypes/edtf'}, {name: n}]",
        ["package-invalid https://id.loc.gov/datatypes/edtf"]
      ),
      ("fields: [{name: id, rdfType: 'https://schema.org/name'}, {name: n}]", []),
      (
        "fields: [{name: id}, {name: n, type: integer, rdfType: 'dossier:estimate'}]",
        ["package-invalid dossier:estimate"]
      ),
      ("fields: [{name: id}, {name: n, type: integer, separator: ;}]", ["package-invalid ;"]),
      ("fields: [{name: id}, {name: m}]", ["csv-invalid id,n", "csv-invalid n"]),
      ("fields: [{name: x}, {name: y}]", ["csv-invalid id,n"]),
      ("fields: [{name: id}, {name: n}]\nprimaryKey: ids", ["column-missing ids"]),
      ("fields: [{name: id}, {name: n}]\nuniqueKeys: [[n]]", ["package-invalid uniqueKeys"]),
      ("fields: [{name: id}, {name: n}]\nmissingValues: x", ["value-type-wrong x"]),
      ("fields: [{name: id}, {name: n}]\nforeignKeys: [{fields: id}]", ["key-missing {fields: id"]),
      (
        "fields: [{name: id}, {name: n}]\nforeignKeys: [{fields: id, reference: {resource: u, fields: id}}]",
        ["dataset-missing u"]
      ),
      (
        "fields: [{name: id}, {name: n}]\nforeignKeys: [{fields: id, reference: {resource: '', fields: idd}}]",
        ["column-missing idd"]
      ),
      (
        "fields: [{name: id}, {name: n}]\nforeignKeys: [{fields: [id, n], reference: {resource: t, fields: id}}]",
        ["package-invalid id"]
      ),
      (
        "fields: [{name: id}, {name: n, type: integer}]\nforeignKeys: [{fields: n, reference: {resource: t, fields: id}}]",
        ["package-invalid id"]
      ),
      ("fields: [{name: id, constraints: {minimum: 3}}, {name: n}]", ["package-invalid 3"]),
      (
        "fields: [{name: id}, {name: n, type: integer, constraints: {minLength: 3}}]",
        ["package-invalid 3"]
      ),
      (
        "fields: [{name: id}, {name: n, type: integer, constraints: {enum: [1, two]}}]",
        ["package-invalid two", "cell-constraint 2"]
      ),
      ("fields: [{name: id, constraints: {pattern: 'a(b'}}, {name: n}]", ["package-invalid ("]),
      (
        "fields: [{name: id, constraints: {jsonSchema: {}}}, {name: n}]",
        ["package-invalid jsonSchema"]
      ),
      ("fields: [{name: id, constraints: {requird: true}}, {name: n}]", ["key-unknown requird"]),
    ])
  func schemas(schema: String, report: [String]) {
    let indented = schema.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    #expect(Self.report("path: t.csv\nschema:\n" + indented).sorted() == report.sorted())
  }

  @Test("Names of resources are well-formed and stand once")
  func names() {
    let text = """
      resources:
        - {name: T, path: t.csv}
        - {name: t, path: t.csv}
        - {name: t, path: t.csv}
        - {path: t.csv}
      """
    let fixture = PackageFixture([("data/datapackage.yaml", text), ("data/t.csv", "a\n1\n")])
    let outcome = fixture.read()
    #expect(
      fixture.report(outcome.diagnostics)
        == ["package-invalid T", "package-invalid t", "key-missing {path: t.csv"])
    #expect(outcome.diagnostics.sortedForReport[0].help == "write 't'")
    #expect(outcome.diagnostics.sortedForReport[1].labels.count == 1)
    #expect(outcome.value.names == ["t"])
  }

  @Test("A CSV that is not listed is usable, with a warning only where there is a package")
  func unlisted() {
    let files = [("data/datapackage.yaml", "resources: []"), ("data/sub/u.csv", "a\n1\n")]
    let listed = PackageFixture(files).read()
    #expect(listed.diagnostics.map(\.code) == [.packageUnlisted])
    #expect(listed.diagnostics.first?.help == "add a resource with 'path: sub/u.csv'")
    #expect(listed.value.datasets["u"]?.fields[0].kind == .integer)
    #expect(PackageFixture([files[1]]).read().diagnostics == [])
  }

  @Test("Two files that would make one dataset, and names that are none, are errors")
  func clashes() {
    let fixture = PackageFixture([
      ("data/b/t.csv", "a\n2\n"), ("data/a/t.csv", "a\n1\n"), ("data/My Notes.csv", "a\n1\n"),
    ])
    let outcome = fixture.read()
    #expect(outcome.diagnostics.map(\.code) == [.packageInvalid, .packageInvalid])
    #expect(outcome.diagnostics.map(\.help).contains("call the file 'my-notes.csv'"))
    #expect(outcome.value.datasets["t"]?.columns[0][0] == .number(1))
  }

  @Test(
    "A descriptor that cannot be read says so once and guesses nothing",
    arguments: [
      ("a: [", DiagnosticCode.yamlInvalid), ("", .packageInvalid), ("\u{0}", .csvInvalid),
    ])
  func unreadable(text: String, code: DiagnosticCode) {
    let outcome = PackageFixture([("data/datapackage.yaml", text), ("data/t.csv", "a\n1\n")]).read()
    #expect(outcome.diagnostics.map(\.code) == [code])
    #expect(outcome.value.names == [] && !outcome.value.isComplete)
  }

  @Test("A resource whose data cannot be read is known by its name")
  func unreadableData() {
    let text = "resources:\n  - {name: a, path: a.csv}\n  - {name: b, path: b.csv}\n  - {name: c}\n"
    let fixture = PackageFixture([("data/datapackage.yaml", text), ("data/a.csv", "")])
    #expect(fixture.read().value.unreadable == ["a", "b", "c"])
  }

  @Test("Random descriptors never crash")
  func random() {
    var generator = DeterministicGenerator(seed: 11)
    let pieces = [
      "resources:", "- ", "name: t", "path: t.csv", "schema:", "fields:", "{", "}", "[", "]", ": ",
      "\n",
      "  ", "    ", "      ", "primaryKey: a", "type: integer", "constraints:", "enum: [1]", "null",
      "'",
      "foreignKeys:", "reference:", "events:", "{name: a}", "- {name: a, type: number}",
      "pattern: '('",
    ]
    for _ in 0..<3_000 {
      var text = "resources:\n  - name: t\n    path: t.csv\n"
      for _ in 0..<Int.random(in: 0..<16, using: &generator) {
        text += pieces.randomElement(using: &generator) ?? ""
      }
      let fixture = PackageFixture([
        ("data/datapackage.yaml", text), ("data/t.csv", "a,b\n1,x\n,\n"),
      ])
      let outcome = fixture.read()
      for diagnostic in outcome.diagnostics { _ = fixture.words(diagnostic) }
    }
  }
}
