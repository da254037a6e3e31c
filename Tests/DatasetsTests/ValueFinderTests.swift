import Bytes
import Datasets
import Diagnostics
import Testing
import Values

@Suite("Looking values up")
struct ValueFinderTests {
  static let package = PackageFixture([
    (
      "data/datapackage.yaml",
      """
      resources:
        - name: calls
          path: calls.csv
          schema:
            primaryKey: [route, year]
            fields:
              - {name: route, type: string}
              - {name: year, type: integer}
              - {name: boats, type: string, rdfType: "dossier:estimate"}
              - {name: opened, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
              - {name: note, type: string}
        - {name: plain, path: plain.csv, schema: {fields: [{name: n, type: number}]}}
        - name: none
          path: none.csv
          schema: {primaryKey: id, fields: [{name: id, type: string}, {name: n, type: number}]}
      """
    ),
    (
      "data/calls.csv",
      """
      route,year,boats,opened,note
      north,2020,~4000,2014-41,a
      north,2021,183..,2015-08,
      "a]b, c",2021,..50,2016,c

      """
    ), ("data/plain.csv", "n\n0.1\n0.2\n"), ("data/none.csv", "id,n\n"),
  ])

  private func find(_ text: String) -> Outcome<FoundValue?> {
    let package = Self.package.read()
    #expect(package.diagnostics == [])
    let finder = ValueFinder(DatasetCatalog(package.value)) { SourceSpan(testFile, $0) }
    return finder.find(Array(text.utf8))
  }

  @Test(
    "A value is found, with the rows that it comes from",
    arguments: [
      ("calls[north, 2021].boats", "183..", 1, [1]),
      ("calls['a]b, c', 2021].note", "c", 2, [2]),
      ("calls[north, 2020].boats.low", "4000", 0, [0]),
      ("calls.count()", "3", nil, [0, 1, 2]), ("calls.count(note)", "2", nil, [0, 2]),
      ("calls.count() where year > 2030", "0", nil, []),
      ("calls.first(note) where year == 2021", "c", 2, [2]),
      ("calls.last(note)", "c", 2, [2]), ("calls.last(boats)", "..50", 2, [2]),
      ("calls.max(year)", "2021", nil, [0, 1, 2]),
      ("calls.min(opened)", "2014-41", nil, [0, 1, 2]),
      ("plain.sum(n)", "0.3", nil, [0, 1]), ("plain.mean(n)", "0.15", nil, [0, 1]),
      ("none.count()", "0", nil, []),
    ] as [(String, String, Int?, [Int])])
  func found(text: String, value: String, row: Int?, rows: [Int]) throws {
    let outcome = find(text)
    #expect(outcome.diagnostics == [])
    let found = try #require(outcome.value)
    #expect(found.value.dataText == value)
    #expect(found.row == row)
    #expect(found.rows == rows)
  }

  @Test(
    "A fault names its bytes and what may be meant",
    arguments: [
      ("⟦cals⟧[north, 2020].boats", "dataset-missing", "calls"),
      ("calls[north, 2020].⟦boat⟧", "column-missing", "boats"),
      ("calls⟦[nroth, 2020]⟧.boats", "value-missing", "north, 2020"),
      ("calls⟦[north, 2020.0]⟧.boats", "value-missing", "north, 2020"),
      ("calls⟦[north]⟧.boats", "value-invalid", "[route, year]"),
      ("plain⟦[a]⟧.n", "value-invalid", "primaryKey"),
      ("calls[north, 2021].⟦note⟧", "value-missing", nil),
      ("calls[north, 2021].⟦boats.high⟧", "value-missing", "boats"),
      ("calls.sum(⟦note⟧)", "value-invalid", nil),
      ("calls.first(note) where ⟦year > 2030⟧", "value-missing", nil),
      ("none.max(⟦n⟧)", "value-missing", nil),
      ("calls.count() where ⟦yaer⟧ > 2020", "column-missing", "year"),
      ("calls[north, 2020].boats | ⟦digit⟧", "value-invalid", "digits"),
      ("calls[north, 2020].boats | ⟦.0%⟧", "value-invalid", "quotation marks"),
      ("calls[north, 2020].opened | ⟦percent⟧", "value-invalid", nil),
      ("plain.sum(n) | '⟦999999d⟧'", "value-invalid", ",.1f"),
    ] as [(String, String, String?)])
  func faults(marked: String, code: String, help: String?) {
    let marked = Marked(marked)
    let outcome = find(marked.text)
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.code.rawValue) == [code], "\(outcome.diagnostics)")
    #expect(outcome.diagnostics.map(\.range) == [marked.ranges[0]])
    if let help { #expect(outcome.diagnostics[0].help?.contains(help) == true) }
  }

  @Test("A fault in the format hides none in what it formats")
  func both() {
    let outcome = find("calls[north, 2020].boat | digit")
    #expect(
      outcome.diagnostics.map(\.code.rawValue).sorted() == ["column-missing", "value-invalid"])
  }
}
