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

/// GitHub's own cases of what it adds, read where they lie.
enum GitHubSuite {
  struct Example: Decodable, Sendable, CustomTestStringConvertible {
    let source: String
    let example: Int
    let extensions: [String]
    let markdown: String
    let html: String

    var testDescription: String { "\(source.prefix(24)) \(example)" }

    var options: MarkdownOptions {
      var options = MarkdownOptions.commonMark
      options.tables = extensions.contains("table")
      options.strikethrough = extensions.contains("strikethrough")
      options.taskLists = extensions.contains("tasklist")
      options.bareAddresses = extensions.contains("autolink")
      options.footnotes = extensions.contains("footnotes")
      return options
    }

    /// What GitHub's two files of cases write in two ways, in one.
    var expected: String {
      html.replacing(
        "<input checked=\"\" disabled=\"\" type=\"checkbox\">",
        with: "<input type=\"checkbox\" checked=\"\" disabled=\"\" />"
      ).replacing(
        "<input disabled=\"\" type=\"checkbox\">",
        with: "<input type=\"checkbox\" disabled=\"\" />")
    }
  }

  static let file = Repository.conformance("markdown/gfm-extensions.json")

  static var isPresent: Bool { file != nil }

  /// Cases that are not ours to pass, as the guide says: what HTML is let through is the site's
  /// to say, and no `style` is written.
  static func isOurs(_ example: Example) -> Bool {
    !example.extensions.contains("--table-prefer-style-attributes")
      && !(example.extensions.contains("tagfilter") && example.html.contains("&lt;"))
      && example.html.trimmingCharacters(in: .whitespacesAndNewlines) != "<IGNORE>"
  }

  static func examples() throws -> [Example] {
    try JSONDecoder().decode([Example].self, from: Data(contentsOf: try #require(file)))
  }
}

@Suite("GitHub's own cases")
struct GitHubConformanceTests {
  @Test("All but three come out of our tree as they should", .enabled(if: GitHubSuite.isPresent))
  func cases() throws {
    let examples = try GitHubSuite.examples()
    #expect(examples.count == 66)
    var passed = 0
    for example in examples {
      let read = MarkedReading(example.markdown, options: example.options)
      #expect(read.reading.lostBlocks == 0, "\(example.testDescription)")
      guard GitHubSuite.isOurs(example) else { continue }
      let html = HTMLWriter.html(of: read.document)
      #expect(html == example.expected, "\(example.testDescription): \(example.markdown)")
      passed += 1
    }
    #expect(passed == 62)
  }
}
