import Diagnostics
import Foundation
import Testing

@testable import Markdown

/// CommonMark's own examples, read where they lie.
enum CommonMarkSuite {
  struct Example: Decodable, Sendable {
    let markdown: String
    let html: String
    let example: Int
  }

  static var path: String {
    let environment = ProcessInfo.processInfo.environment["DOSSIER_CONFORMANCE"]
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = environment ?? root.appending(path: "shared/conformance").path()
    return folder + "/markdown/commonmark-0.30.json"
  }

  static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }

  static func examples() throws -> [Example] {
    try JSONDecoder().decode([Example].self, from: Data(contentsOf: URL(filePath: path)))
  }
}

@Suite("CommonMark's own examples")
struct ConformanceTests {
  @Test("All 652 come out of our tree as they should", .enabled(if: CommonMarkSuite.isPresent))
  func commonMark() throws {
    let examples = try CommonMarkSuite.examples()
    #expect(examples.count == 652)
    for example in examples {
      let read = MarkedReading(example.markdown, options: .commonMark)
      let html = HTMLWriter.html(of: read.document)
      #expect(html == example.html, "example \(example.example): \(example.markdown)")
      #expect(read.reading.lostBlocks == 0, "example \(example.example): \(example.markdown)")
    }
  }
}
