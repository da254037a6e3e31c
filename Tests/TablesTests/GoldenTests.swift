import Diagnostics
import Foundation
import Markup
import Tables
import TestSupport
import Testing
import Values

@Suite("Tables as they are written")
struct GoldenTests {
  static let names = [
    "plain", "everything", "sources-and-entities", "groups-and-totals", "limited", "empty",
    "formats", "german", "inline", "types", "bars", "subtotals",
    "spanners", "notes", "statistics", "decimals", "long-groups",
  ]

  @Test("A block gives the table beside it", arguments: names)
  func golden(name: String) throws {
    let yaml = String(decoding: try Tables.bytes("\(name).yaml"), as: UTF8.self)
    let outcome = try Tables.bind(yaml)
    #expect(outcome.diagnostics.isEmpty)
    let table = try #require(outcome.value)
    let language: Language = yaml.hasPrefix("# language: de") ? .german : .english
    let answers = Tables.answers(for: table)
    let html =
      table.write(in: language, answers: answers).text
      + table.writeNotes(in: language, answers: answers).text
    try Golden.expect(html, at: Tables.folder.appending(path: "\(name).html"))
  }

  @Test("Every block in the folder is held to its table")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Tables.folder.path)
    let blocks = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(blocks.sorted() == Self.names.sorted())
  }
}
