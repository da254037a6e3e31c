import Bytes
import Datasets
import Diagnostics
import Testing

/// The package that a site publishes: its descriptor must say of the CSV files beside it what is
/// true of them, however the author's own files are written.
@Suite("The published package")
struct PackageWriterTests {
  /// Every type, written as no CSV file of ours is, and every constraint.
  static let author = """
    name: harbour
    resources:
      - name: quays
        path: quays.csv
        schema: {primaryKey: id, fields: [{name: id, type: string}]}
      - name: calls
        path: calls.csv
        dialect: {delimiter: ";", quoteChar: "'"}
        schema:
          primaryKey: [id, quay]
          missingValues: ["", "-"]
          foreignKeys: [{fields: quay, reference: {resource: quays, fields: id}}]
          fields:
            - {name: id, type: string, constraints: {required: true, pattern: "[a-z]+", minLength: 1}}
            - {name: quay, type: string, constraints: {enum: [east, west]}}
            - name: fare
              type: number
              decimalChar: ","
              groupChar: "."
              bareNumber: false
              constraints: {minimum: "-3,5 €", maximum: "9.999,25 €"}
            - {name: boats, type: integer, groupChar: " ", constraints: {enum: ["1 000", 2]}}
            - {name: open, type: boolean, trueValues: [ja], falseValues: [nein], constraints: {enum: [ja]}}
            - {name: leaves, type: time, format: "%Hh%M", constraints: {minimum: 6h00}}
            - {name: year, type: year, constraints: {exclusiveMinimum: 1900}}
            - {name: month, type: yearmonth, constraints: {maximum: 2022-01}}
            - {name: day, type: date, format: "%d.%m.%Y", constraints: {minimum: 1.1.1990}}
            - {name: seen, type: datetime, constraints: {minimum: "1990-01-01T00:00:00Z"}}
            - {name: takes, type: duration, constraints: {enum: [PT90M, PT1H]}}
            - {name: at, type: geopoint, format: array}
            - {name: more, type: object}
            - {name: stops, type: array, constraints: {maxLength: 2}}
            - {name: size, type: string, rdfType: "dossier:estimate"}
            - {name: since, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
    """
  static let calls = """
    id;quay;fare;boats;open;leaves;year;month;day;seen;takes;at;more;stops;size;since
    a;east;1.234,50 €;1 000;ja;7h30;2021;2021-03;1.7.2023;2021-03-04T05:06:07Z;PT1H30M;[12.5, 54];{"x": 1};[1, 2];~60;2014-41
    b;west;-2,5 €;2;-;-;1999;1999-12;31.12.1999;-;PT1H;-;-;[];183..;2021~

    """

  private func published() throws -> (datasets: [Dataset], files: [(String, String)]) {
    let read = PackageFixture([
      ("data/datapackage.yaml", Self.author), ("data/quays.csv", "id\neast\nwest\n"),
      ("data/calls.csv", Self.calls),
    ]).read()
    #expect(read.diagnostics.map(\.message) == [])
    let datasets = ["calls", "quays"].compactMap { read.value.datasets[$0] }
    try #require(datasets.count == 2)
    var writer = PackageWriter(name: "harbour", title: "Harbour", datasets: datasets)
    for dataset in datasets { writer.record(dataset.csv(), of: dataset.name) }
    return (
      datasets,
      [("data/datapackage.json", writer.json().text)]
        + datasets.map { ("data/\($0.name).csv", $0.csv().text) }
    )
  }

  @Test("What is published reads back without a finding, as the same cells under the same rules")
  func readsBack() throws {
    let (datasets, files) = try published()
    let again = PackageFixture(files).read()
    #expect(again.diagnostics.map(\.message) == [])
    for dataset in datasets {
      let read = try #require(again.value.datasets[dataset.name])
      #expect(read.rowCount == dataset.rowCount)
      for row in 0..<dataset.rowCount { #expect(read.texts(row) == dataset.texts(row)) }
      #expect(
        read.fields.map(\.rules)
          == dataset.fields.map { $0.rules.filter { $0.kind != .exclusiveMinimum } })
      #expect(read.primaryKey == dataset.primaryKey && read.foreignKeys == dataset.foreignKeys)
    }
  }

  @Test("A file that did not come whole is not what the package describes")
  func integrity() throws {
    var files = try published().files
    let quays = try #require(files.firstIndex { $0.0 == "data/quays.csv" })
    files[quays].1 = "id\neast\nWest\n"
    let codes = PackageFixture(files).read().diagnostics.map(\.code)
    #expect(codes.contains(.dataChanged), "\(codes)")
  }

  @Test("Constraints are written as the published cells are, not as the author's")
  func constraints() throws {
    let descriptor = try published().files[0].1
    for part in [
      #""minimum":"-3.5","maximum":"9999.25""#, #""enum":[1000,2]"#, #""enum":[true]"#,
      #""minimum":"06:00:00""#, #""minimum":"1990-01-01""#, #""pattern":"[a-z]+""#,
      #""enum":["PT90M","PT1H"]"#,
    ] {
      #expect(descriptor.contains(part), "\(part)")
    }
    // Version 1, which the package is of, does not have it.
    #expect(!descriptor.contains("exclusiveMinimum"))
  }

  @Test("A column that must be filled and holds empty texts does not ask for what CSV cannot say")
  func emptyText() throws {
    let read = PackageFixture([
      (
        "data/datapackage.yaml",
        """
        name: p
        resources:
          - name: notes
            path: notes.csv
            schema:
              missingValues: ["-"]
              fields:
                - {name: id, type: integer}
                - {name: note, type: string, constraints: {required: true}}
        """
      ), ("data/notes.csv", "id,note\n1,\n2,b\n"),
    ]).read()
    #expect(read.diagnostics.map(\.message) == [])
    let notes = try #require(read.value.datasets["notes"])
    let writer = PackageWriter(name: "p", title: "", datasets: [notes])
    let again = PackageFixture([
      ("data/datapackage.json", writer.json().text), ("data/notes.csv", notes.csv().text),
    ]).read()
    #expect(again.diagnostics.map(\.message) == [])
  }
}
