import GRDB
import GRDBSQLite
import TestSupport
import Testing

@testable import Datasets

@Suite("SQLite files among the data")
struct SQLiteFileTests {
  /// The bytes of a database that `sql` makes.
  static func bytes(_ sql: String) throws -> [UInt8] {
    let queue = try DatabaseQueue()
    return try queue.inDatabase { database in
      try database.execute(sql: sql)
      var size: Int64 = 0
      let image = try #require(sqlite3_serialize(database.sqliteConnection, "main", &size, 0))
      defer { sqlite3_free(image) }
      return Array(UnsafeBufferPointer(start: image, count: Int(size)))
    }
  }

  static let sample = """
    CREATE TABLE boats (id TEXT PRIMARY KEY, length REAL, seats INTEGER, note);
    INSERT INTO boats VALUES ('a', 7.5, 4, NULL), ('b', 12, 20, 'big'), ('c', 3, NULL, '');
    CREATE VIEW small AS SELECT id, length FROM boats WHERE length < 10;
    CREATE TABLE crew (boat TEXT, person TEXT, PRIMARY KEY (person, boat));
    """

  @Test("Each table and view can be read, with its key")
  func tables() throws {
    let file = try SQLiteFile(Self.bytes(Self.sample))
    #expect(file.tables.map(\.name) == ["boats", "crew", "small"])
    #expect(file.tables.map(\.primaryKey) == [["id"], ["person", "boat"], []])
    let boats = try file.rows(of: file.tables[0], limits: QueryLimits())
    #expect(boats.columns.map(\.name) == ["id", "length", "seats", "note"])
    #expect(boats.rowCount == 3)
    #expect(boats.columns[1].values.map(\.text) == ["7.5", "12", "3"])
    #expect(boats.columns[2].values.map(\.text) == ["4", "20", nil])
    #expect(boats.columns[3].values.map(\.text) == [nil, "big", ""])
    #expect(try file.rows(of: file.tables[2], limits: QueryLimits()).rowCount == 2)
  }

  @Test("A database in write-ahead mode is read like any other")
  func writeAhead() throws {
    var bytes = try Self.bytes(Self.sample)
    bytes[18] = 2
    bytes[19] = 2
    #expect(try SQLiteFile(bytes).tables.count == 3)
  }

  @Test(
    "A view that is not the same each time, or has no end, is a fault",
    arguments: [
      "CREATE VIEW v AS SELECT random() AS r", "CREATE VIEW v AS SELECT date('now') AS d",
      "CREATE VIEW v AS SELECT CURRENT_TIMESTAMP AS d",
      "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        + "SELECT max(i) AS m FROM n",
      "CREATE VIEW v AS SELECT * FROM nowhere",
      "CREATE VIEW v AS SELECT name FROM sqlite_schema",
      "CREATE VIEW v AS SELECT load_extension('x') AS x",
    ])
  func views(sql: String) throws {
    let file = try SQLiteFile(Self.bytes(sql))
    let view = try #require(file.tables.first)
    #expect(throws: SQLiteFile.Fault.self) {
      try file.rows(of: view, limits: QueryLimits(steps: 1_000_000))
    }
  }

  @Test("What is no database, or a damaged one, is a fault and never more")
  func damage() throws {
    for bytes in [[], Array("SQLite format 3\0".utf8), [UInt8](repeating: 0, count: 4096)] {
      #expect(throws: SQLiteFile.Fault.self) { try SQLiteFile(bytes) }
    }
    let whole = try Self.bytes(Self.sample)
    var generator = DeterministicGenerator(seed: 9)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        let place = Int.random(in: 16..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      }
      do {
        let file = try SQLiteFile(bytes)
        for table in file.tables {
          _ = try file.rows(of: table, limits: QueryLimits(steps: 1_000_000, rows: 10_000))
        }
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }
}
