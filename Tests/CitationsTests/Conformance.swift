import Bytes
import Citations
import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing
import Values

/// The answers of pandoc 2.17 with Chicago 17 author–date, read where they are.
struct Conformance {
  let cases: [(markdown: String, plain: String)]
  let entries: [String]
  let htmlEntries: [String]
  let library: SourceLibrary

  /// The folder, where it is at hand.
  static let folder: URL? = Repository.conformance("citations")

  static var isPresent: Bool { folder != nil }

  init() throws {
    let folder = try #require(Self.folder)
    func bytes(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: folder.appending(path: name)))
    }
    let answers = try #require(
      JSONReader.read(try bytes("cases.json"), in: SourceFileID(0)).value)
    self.cases = (answers["cases"]?.elements ?? []).map { node in
      (node["markdown"]?.text ?? "", node["plain"]?.text ?? "")
    }
    self.entries = (answers["bibliography_plain"]?.elements ?? []).compactMap { node in
      node.text.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
    }
    let html = answers["bibliography_html"]?.text ?? ""
    let lines = html.split(separator: "\n").map(String.init)
    self.htmlEntries = lines.filter { !$0.hasPrefix("<div") && !$0.hasPrefix("</div") }.map {
      $0.replacing("<span>", with: "").replacing("</span>", with: "")
    }
    let sources = SourceReader.read(try bytes("refs.json"), in: SourceFileID(0))
    #expect(sources.diagnostics.isEmpty)
    self.library = SourceLibrary.gather(sources.value).value
  }
}

extension CitationProcessor {
  static func chicago(_ library: SourceLibrary) throws -> CitationProcessor {
    let american = try #require(Language(tag: "en-US"))
    return CitationProcessor(
      library: library, formatter: AuthorDateFormatter(language: american))
  }

  /// The text with its citations set, as plain text; everything else stays.
  func set(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let matches = CitationParser(bytes).matches()
    let page = process(matches.map(\.citation))
    var result = ""
    var end = 0
    for (match, citation) in zip(matches, page.citations) {
      result += bytes[end..<match.range.lowerBound].text + citation.plain
      end = match.range.upperBound
    }
    return result + bytes[end...].text
  }
}
