import Datasets
import Diagnostics
import Foundation
import TestSupport
import Testing

/// What frictionless, the reference implementation, says of cells, and what we say.
///
/// `Tests/Golden/frictionless/compare.py` asks both; where they differ, the reason is kept.
@Suite("Agreement with frictionless")
struct FrictionlessTests {
  /// The rows of a table of texts.
  static func rows(_ name: String, _ columns: [String]) throws -> [[String]] {
    let url = Repository.goldens("frictionless").appending(path: name)
    let fields = columns.map { "{name: \($0)}" }.joined(separator: ", ")
    let text = "resources: [{name: t, path: t.csv, schema: {fields: [\(fields)]}}]"
    let descriptor = DataFile(
      path: "data/datapackage.yaml", file: SourceFileID(1), bytes: Array(text.utf8))
    let file = DataFile(path: "data/t.csv", file: testFile, bytes: Array(try Data(contentsOf: url)))
    let read = PackageReader.read(descriptor: descriptor, files: [file])
    let dataset = try #require(read.value.datasets["t"])
    return (0..<dataset.rowCount).map(dataset.texts)
  }

  /// Whether a cell under a field, given as JSON, has no error.
  static func isValid(_ cell: String, under field: String) -> Bool {
    let text = """
      {"resources": [{"name": "t", "path": "t.csv",
        "schema": {"fields": [{"name": "id", "type": "string"}, \(field)]}}]}
      """
    let quoted = cell.replacing("\"", with: "\"\"")
    let fixture = PackageFixture([
      ("data/datapackage.json", text), ("data/t.csv", "id,c\nx,\"\(quoted)\"\n"),
    ])
    return fixture.read().diagnostics.errorCount == 0
  }

  @Test("Each cell is valid or not as the table has it, and where the two differ there is a reason")
  func cells() throws {
    let table = try Self.rows("cells.csv", ["case", "field", "cell", "frictionless", "dossier"])
    let reasons = try Self.rows("reasons.csv", ["field", "cell", "reason"])
    let explained = Set(reasons.map { [$0[0], $0[1]] })
    #expect(table.count > 200)
    var differing: Set<[String]> = []
    for row in table {
      #expect(String(Self.isValid(row[2], under: row[1])) == row[4], "\(row[1]) \(row[2])")
      if row[3] != row[4] { differing.insert([row[1], row[2]]) }
    }
    #expect(differing == explained)
  }
}
