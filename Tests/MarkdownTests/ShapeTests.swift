import Diagnostics
import Testing

@testable import Markdown

@Suite("A page's text as a tree")
struct ShapeTests {
  @Test("A paragraph is words with their place")
  func paragraph() {
    let bytes = Array("---\n---\nA word.\n".utf8)
    let outcome = MarkdownParser.parse(bytes: bytes, range: 8..<bytes.count, file: SourceFileID(0))
    let span = SourceSpan(SourceFileID(0), 8..<15)
    #expect(outcome.value.blocks == [Block(kind: .paragraph([.text("A word.", span)]), span: span)])
  }
}
