import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Markdown

/// CommonMark's own examples, read where they lie.
enum CommonMarkSuite {
  struct Example: Decodable, Sendable {
    let markdown: String
    let html: String
    let example: Int
  }

  static let file = Repository.conformance("markdown/commonmark-0.30.json")

  static var isPresent: Bool { file != nil }

  static func examples() throws -> [Example] {
    try JSONDecoder().decode([Example].self, from: Data(contentsOf: try #require(file)))
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
