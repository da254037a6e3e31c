import Bytes
import Diagnostics
import Foundation
import Testing

@testable import Markdown

@Suite("Whatever the bytes are")
struct InputTests {
  @Test("Places are right in texts of no sense at all")
  func random() {
    for seed in 1...3000 as ClosedRange<UInt64> {
      var random = RandomText(seed: seed)
      let source = random.text(of: 3 + random.number(below: 40))
      #expect(PlaceAudit(MarkedReading(source, prefix: "é")).faults == [], "\(source)")
    }
  }

  @Test("Places are right in CommonMark's examples", .enabled(if: CommonMarkSuite.isPresent))
  func examples() throws {
    for example in try CommonMarkSuite.examples() {
      // Entities beyond the few that the audit knows prove nothing.
      guard !example.markdown.contains("&") else { continue }
      #expect(PlaceAudit(MarkedReading(example.markdown)).faults == [], "\(example.markdown)")
    }
  }

  @Test(
    "Nothing comes of nothing", arguments: ["", "\n", " ", "\r\n\r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func empty(source: String) {
    let read = MarkedReading(source)
    #expect(read.document == MarkdownDocument())
    #expect(read.reading.diagnostics == [])
  }

  @Test("A byte order mark is no text")
  func byteOrderMark() {
    let read = MarkedReading("\u{FEFF}# [a](⟦b⟧)\n")
    #expect(read.document.headings.map(\.plainText) == ["a"])
    #expect(read.document.links.map(\.destinationSpan) == read.spans)
  }

  @Test("A NUL becomes U+FFFD, and what follows keeps its place")
  func nuls() throws {
    let bytes = Array("x\u{0}y\n\u{0}[a\u{0}](b\u{0}c) `d\u{0}e`\n".utf8)
    let read = MarkdownParser.parse(bytes: bytes, range: 2..<bytes.count, file: SourceFileID(0))
    let link = try #require(read.value.links.first)
    #expect(link.destination == "b\u{FFFD}c")
    #expect(bytes[link.destinationSpan.range].elementsEqual("b\u{0}c".utf8))
    let code = try #require(read.value.codeSpans.first).text
    #expect(code.string == "d\u{FFFD}e")
    #expect(bytes[code.sourceOffset(of: 4)] == UInt8(ascii: "e"))
  }

  @Test("Ill-formed UTF-8 does no harm")
  func illFormed() {
    let bytes: [UInt8] = Array("[a".utf8) + [0xFF, 0xE2, 0x80] + Array("](b".utf8) + [0xC3, 0x29]
    let read = MarkdownParser.parse(bytes: bytes, range: 0..<bytes.count, file: SourceFileID(0))
    #expect(read.value.blocks.count == 1)
  }

  @Test("Lines may end in any way, and the last one need not")
  func lineEnds() {
    for end in ["\n", "\r\n", "\r"] {
      let read = MarkedReading("# a\(end)b [c\(end)d](⟦e⟧)  \(end)f\\\(end)@g")
      #expect(read.document.links.map(\.destinationSpan) == read.spans)
      #expect(read.document.plainText == "a b c d f @g")
      #expect(read.document.mentions.count == 1)
    }
  }

  @Test("Text that is no slice of its file has places all the same")
  func scalars() throws {
    // As YAML has it: "a \"[b](c\u0020d)\" `e\tf` @g"
    let source = Array(#"x: "a \"[b](<c d>)\" `e\tf` [@g, \"h\"]""#.utf8)
    let text = "a \"[b](<c d>)\" `e\tf` [@g, \"h\"]"
    var places: [Int] = []
    var offset = 4
    for byte in text.utf8 {
      if source[offset] == UInt8(ascii: "\\") {
        places.append(offset)
        offset += 2
      } else {
        #expect(source[offset] == byte)
        places.append(offset)
        offset += 1
      }
    }
    places.append(offset)
    let read = MarkdownParser.parse(text: text, places: places, file: SourceFileID(0)).value
    func words(_ span: SourceSpan?) -> String { span.map { source[$0.range].text } ?? "" }
    #expect(words(read.links.first?.destinationSpan) == "c d")
    let code = try #require(read.codeSpans.first).text
    #expect(words(code.span(of: 2..<3)) == "f")
    let mention = try #require(read.mentions.first)
    #expect(words(mention.text.span(of: 0..<2)) == "@g")
    #expect(words(mention.text.span(of: 5..<6)) == "h")
  }
}

@Suite("More than anyone would write")
struct LimitTests {
  private func codes(_ source: String) -> [DiagnosticCode] {
    MarkedReading(source).reading.diagnostics.map(\.code)
  }

  @Test("200 blocks may nest, 201 may not")
  func depth() {
    #expect(codes(String(repeating: "> ", count: 200) + "a") == [])
    #expect(codes(String(repeating: "> ", count: 201) + "a") == [.markdownTooDeep])
    // A list and its item are two.
    #expect(codes(String(repeating: "- ", count: 100) + "a") == [])
    #expect(codes(String(repeating: "- ", count: 101) + "a") == [.markdownTooDeep])
    #expect(codes(String(repeating: "1. ", count: 100) + "a") == [])
    let stairs = (0..<101).map { String(repeating: "  ", count: $0) + "- a\n" }
    #expect(codes(stairs[..<100].joined()) == [])
    #expect(codes(stairs.joined()) == [.markdownTooDeep])
  }

  @Test("What nests too deep is left out, and the place is named")
  func tooDeep() throws {
    let source = String(repeating: ">", count: 5000) + " a\n\nb\n"
    let read = MarkedReading(source)
    #expect(read.reading.diagnostics.map(\.span) == [SourceSpan(SourceFileID(3), 200..<5002)])
    #expect(read.document.blocks.count == 2)
  }

  @Test("What looks deep and is not, is left alone")
  func shallow() {
    let indented = "```\n" + String(repeating: " ", count: 3000) + "a\n```\n"
    let read = MarkedReading(indented)
    #expect(read.reading.diagnostics == [])
    #expect(read.document.fences.first?.literal.count == 3002)
    #expect(codes(String(repeating: "- ", count: 500)) == [])
    #expect(
      codes("a\n" + String(repeating: "> ", count: 150) + String(repeating: "-", count: 900)) == [])
    let code = "```\n" + String(repeating: "> ", count: 500) + "x\n```\n[a](⟦b⟧)\n"
    let marked = MarkedReading(code)
    #expect(marked.reading.diagnostics == [])
    #expect(marked.document.links.map(\.destinationSpan) == marked.spans)
    #expect(marked.document.fences.first?.text.string.hasPrefix("> > >") == true)
  }

  @Test("10,000 brackets may stand in a block, one more may not")
  func brackets() throws {
    #expect(codes(String(repeating: "[", count: 10_000)) == [])
    let many = "a\n\n⟦" + String(repeating: "[", count: 10_001) + "⟧\n\n[b](c)\n"
    let read = MarkedReading(many)
    #expect(read.reading.diagnostics.map(\.code) == [.markdownTooManyBrackets])
    #expect(read.reading.diagnostics.map(\.span) == read.spans)
    #expect(read.document.links.count == 1)
    // Code may hold as many as it likes.
    #expect(codes("```\n" + String(repeating: "[", count: 20_000) + "\n```\n") == [])
    #expect(codes(String(repeating: String(repeating: "[", count: 6_000) + "\n\n", count: 3)) == [])
  }

  @Test("Emphasis that nests too deep is an error, not a crash")
  func inlineDepth() {
    let deep = String(repeating: "*a **b ", count: 3000) + String(repeating: "c** d*", count: 3000)
    let read = MarkedReading(deep)
    #expect(read.reading.diagnostics.map(\.code) == [.markdownTooDeep])
    #expect(read.document.plainText.utf8.count == 3000 * 7)
    let links = String(repeating: "![", count: 4000) + "x" + String(repeating: "](u)", count: 4000)
    #expect(codes(links) == [.markdownTooDeep])
  }

  @Test("Hostile input takes time in proportion to its size")
  func hostile() {
    let sources: [(String, Int)] = [
      ("*", 100_000), ("[", 100_000), ("`", 100_000), (">", 100_000), ("- ", 50_000),
      ("*a **a ", 15_000), ("a**b", 25_000), ("![[]()", 20_000), ("&", 100_000), ("<", 100_000),
      ("@{", 50_000), ("@a ", 30_000), ("[@a ", 9_000), ("[@a;", 9_000), ("@a [", 9_000),
      ("[@a \"", 9_000),
      ("[a][b]", 4_900), ("<!--", 25_000), ("<a ", 30_000), ("\\", 100_000), ("# {", 30_000),
      ("{k=\"", 20_000), ("]", 100_000), ("[a]: u\n", 15_000), ("a\n", 50_000), ("@a//", 25_000),
      ("www.", 25_000), ("a://", 25_000), ("[^", 9_000), ("|", 100_000), ("~", 100_000),
      ("~a", 50_000), ("~~a ", 30_000), ("a~~b~", 20_000), ("[^a]", 9_000), ("[^a]: ", 9_000),
      ("[^a]: b\n", 15_000), ("\n[^a]:\n\n    ", 9_000), ("| a |\n|-|\n", 12_000),
      ("| a\n|-\n2. ", 9_000), ("|-|\n", 25_000), ("a|\n-|\n\n", 12_000), ("\\|", 50_000),
      ("- [ ] ", 100), ("- [ ] a\n", 12_000), ("*[A]: b\n", 12_000), ("*[", 9_000),
      ("www._", 25_000), ("http://a.b/*c", 8_000), ("x@", 50_000), ("a.b@c.", 20_000),
      ("http://", 15_000), ("https://a.b/(", 8_000), ("> [!NOTE]\n", 12_000), ("\"", 100_000),
      ("'a", 50_000), ("\"a\" ", 25_000), ("--", 50_000), ("-- ", 30_000), (".", 100_000),
      ("\r", 100_000), ("\u{0}", 100_000),
    ]
    let clock = ContinuousClock()
    var options = MarkdownOptions()
    options.quotationMarks = .init(double: .init("“", "”"), single: .init("‘", "’"))
    for (unit, count) in sources {
      let source = String(repeating: unit, count: count)
      for text in [source, source + "a", "# " + source + "}", "- " + source + "\n\n\n" + source] {
        let bytes = Array(text.utf8)
        let time = clock.measure {
          _ = MarkdownParser.parse(
            bytes: bytes, range: 0..<bytes.count, file: SourceFileID(0), options: options)
        }
        // What is quadratic here takes minutes.
        #expect(time < .seconds(10), "\(unit)")
      }
    }
  }

  @Test("A paragraph of 10 MB is a paragraph")
  func large() {
    let bytes = Array(String(repeating: "word [and](u) more *words* ", count: 9000).utf8)
    var whole: [UInt8] = []
    while whole.count < 10_000_000 { whole += "some more words in it\n".utf8 }
    whole += bytes
    let read = MarkdownParser.parse(bytes: whole, range: 0..<whole.count, file: SourceFileID(0))
    #expect(read.diagnostics == [])
    #expect(read.value.blocks.count == 1)
    #expect(read.value.links.count == 9000)
  }

  @Test("After deep nesting, blank lines cost no more than their bytes")
  func deepBlanks() {
    let source = String(repeating: "- ", count: 5000) + "a" + String(repeating: "\n", count: 20_000)
    let time = ContinuousClock().measure { #expect(codes(source) == [.markdownTooDeep]) }
    #expect(time < .seconds(10))
  }
}
