import Diagnostics
import Testing

@testable import Datasets

@Suite("SQLite files as datasets")
struct SQLitePackageTests {
  private func read(
    _ descriptor: String?, _ files: [(String, [UInt8])], others: Set<String> = []
  ) -> Outcome<DataPackage> {
    var data = files.enumerated().map {
      DataFile(path: $1.0, file: SourceFileID($0 + 1), bytes: $1.1)
    }
    let own = descriptor.map {
      DataFile(path: "data/datapackage.yaml", file: SourceFileID(0), bytes: Array($0.utf8))
    }
    if let own { data.append(own) }
    return PackageReader.read(descriptor: own, files: data, otherPaths: others)
  }

  static let sample = """
    CREATE TABLE boats (id TEXT PRIMARY KEY, built INTEGER, length REAL, crew TEXT, seen TEXT);
    INSERT INTO boats VALUES ('a', 1999, 7.5, '~4', '2021-08'), ('b', 2004, 12, '2..3', NULL);
    CREATE VIEW old AS SELECT id, length FROM boats WHERE built < 2000;
    """

  @Test("Each table and view is a dataset with types that its values have, and a key")
  func unlisted() throws {
    let outcome = read(nil, [("data/harbour.sqlite", try SQLiteFileTests.bytes(Self.sample))])
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.names == ["boats", "old"])
    let boats = try #require(outcome.value.datasets["boats"])
    #expect(boats.fields.map(\.kind) == [.string, .integer, .number, .estimate, .date])
    #expect(boats.primaryKey == ["id"])
    #expect(boats.columns[2][1] == .number(12))
    #expect(boats.columns[4][1] == .missing)
    #expect(outcome.value.datasets["old"]?.rowCount == 1)
    let csv = String(decoding: boats.csv(), as: UTF8.self)
    #expect(csv == "id,built,length,crew,seen\na,1999,7.5,~4,2021-08\nb,2004,12,2..3,\n")
  }

  @Test("A resource names its table, and its schema holds for it")
  func listed() throws {
    let outcome = read(
      """
      resources:
        - name: ferries
          path: harbour.sqlite
          dialect: {table: boats}
          schema:
            primaryKey: id
            fields:
              - {name: id, type: string}
              - {name: built, type: year}
              - {name: length, type: number, constraints: {maximum: 10}}
              - {name: crew, type: string, rdfType: "dossier:estimate"}
              - {name: seen, type: string}
      """, [("data/harbour.sqlite", try SQLiteFileTests.bytes(Self.sample))])
    #expect(outcome.diagnostics.map(\.code) == [.cellConstraint])
    let ferries = try #require(outcome.value.datasets["ferries"])
    #expect(ferries.fields.map(\.kind) == [.string, .year, .number, .estimate, .string])
  }

  @Test("What cannot be read is said once, and leaves the rest")
  func faults() throws {
    let descriptor = """
      resources:
        - {name: one, path: harbour.sqlite}
        - {name: two, path: harbour.sqlite, dialect: {table: boat}}
        - {name: three, path: broken.sqlite}
        - {name: four, path: busy.sqlite}
      """
    let bytes = try SQLiteFileTests.bytes(Self.sample)
    let outcome = read(
      descriptor,
      [
        ("data/harbour.sqlite", bytes), ("data/broken.sqlite", Array("no database".utf8)),
        ("data/busy.sqlite", bytes),
      ], others: ["data/busy.sqlite-wal"])
    #expect(
      outcome.diagnostics.map(\.code) == [
        .packageInvalid, .packageInvalid, .dataInvalid, .dataInvalid,
      ])
    #expect(outcome.diagnostics[1].help == "did you mean 'boats'?")
    #expect(outcome.value.names == [])
    #expect(outcome.value.unreadable == ["one", "two", "three", "four"])
  }

  @Test("SQL reads a database's tables like any other")
  func query() throws {
    let outcome = read(nil, [("data/harbour.sqlite", try SQLiteFileTests.bytes(Self.sample))])
    let rows = try QueryFixture.rows(
      "SELECT id, crew_low AS c FROM boats WHERE seen >= '2021'",
      on: DatasetCatalog(outcome.value))
    #expect(rows == "a|4")
  }
}
