import Bytes
import Citations
import Diagnostics
import Testing
import Values

/// Random input from fixed seeds: nothing may crash, or reach beyond the input.
@Suite("Random input")
struct FuzzTests {
  /// xorshift64*: the same numbers on every machine.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return state &* 2_685_821_657_736_338_717
    }
  }

  /// Text made of pieces that mean something, of single characters, and of bytes that are no UTF-8.
  static func text(_ pieces: [String], _ numbers: inout Numbers) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &numbers) {
      switch Int.random(in: 0..<20, using: &numbers) {
      case 0: bytes.append(UInt8.random(in: 0...255, using: &numbers))
      case 1:
        bytes.append(contentsOf: "äß–“„’日".utf8.prefix(Int.random(in: 0...16, using: &numbers)))
      default: bytes.append(contentsOf: (pieces.randomElement(using: &numbers) ?? "").utf8)
      }
    }
    return bytes
  }

  static let citationPieces = [
    "@", "@a", "@b", "[", "]", "[@a", "; ", ", ", "p. 3", "pp. 3-7", "chap. ", "sec. \"x\"", "{",
    "}", "-@a", "\"", "“", "”", "„", "'", "*", "_", "\\", "(", ")", " ", "\n", "see ", "and ",
    "3", "iv", "–", "--", "@{", "@fig-a", "://", ":", "^",
  ]

  @Test("Citations", arguments: [1, 2, 3, 4] as [UInt64])
  func citations(seed: UInt64) throws {
    var numbers = Numbers(state: seed &* 7_919)
    let library = try ChicagoTests.processor().library
    let processors = CitationStyle.allCases.flatMap { style in
      [Language.english, .german].map { language in
        CitationProcessor(library: library, formatter: style.formatter(for: language))
      }
    }
    for _ in 0..<300 {
      let bytes = Self.text(Self.citationPieces, &numbers)
      let parser = CitationParser(bytes)
      let matches = parser.matches()
      var end = 0
      for match in matches {
        #expect(match.range.lowerBound >= end && match.range.upperBound <= bytes.count)
        end = match.range.upperBound
      }
      for citation in matches.map(\.citation)
        + [parser.group(), parser.inText()].compactMap(\.self)
      {
        #expect(!citation.items.isEmpty)
        for processor in processors { _ = processor.process([citation]) }
      }
    }
  }

  static let bibTeXPieces = [
    "@book{k", "@article(", "@string{", "@comment{", "@preamble{", "{", "}", "(", ")", ",", "=",
    "#", "\"", "title = ", "author = {", " and ", "year = ", "month = jan", "crossref = {k}",
    "date = {2020", "/", "~", "-", "--", "\\", "\\\"", "\\'", "\\emph{", "\\v", "$", "\n", "\n@",
    " ", "a", "K", "von ", "1999", "family=", "langid = {german}", "xdata = {k}", "%", "\\url{",
  ]

  @Test("BibTeX, and what is written of it", arguments: [1, 2, 3, 4] as [UInt64])
  func bibTeX(seed: UInt64) {
    var numbers = Numbers(state: seed &* 104_729)
    for _ in 0..<600 {
      let bytes = Self.text(Self.bibTeXPieces, &numbers)
      let read = BibTeXReader.read(bytes, in: SourceFileID(0))
      for diagnostic in read.diagnostics {
        #expect(diagnostic.span.map { Int($0.end) <= bytes.count && $0.start <= $0.end } ?? false)
      }
      #expect(read.value.allSatisfy { Int($0.span.end) <= bytes.count })
      let sources = SourceLibrary.gather(read.value).value.sources
      let again = BibTeXReader.read(BibTeXWriter.write(sources), in: SourceFileID(0))
      #expect(again.value.count == sources.count)
      let json = SourceReader.read(CSLJSONWriter.write(sources), in: SourceFileID(0))
      #expect(json.value.map(WriterTests.Content.init) == sources.map(WriterTests.Content.init))
      #expect(RISWriter.write(sources).filter { $0 == .newline }.count >= sources.count)
      let page = CitationProcessor(
        library: SourceLibrary.gather(sources).value,
        formatter: AuthorDateFormatter(language: .english)
      ).process([], alsoListing: sources.map(\.id))
      #expect(page.bibliography.entries.count == sources.count)
    }
  }

  static let jsonPieces = [
    "[", "]", "{", "}", "\"id\": \"a\"", "\"type\": \"book\"", ",", ":", "\"title\": ", "\"x\"",
    "\"author\": [{\"family\": \"A\"}]", "\"issued\": {\"date-parts\": [[2020, 13]]}", "null", "1",
    "{\"literal\": \"\"}", "\"<i>a</i> <span class=\\\"nocase\\\">\"",
    "\"issued\": {\"raw\": \"2020/\"}",
    "\\", " ",
  ]

  @Test("CSL-JSON", arguments: [1, 2] as [UInt64])
  func json(seed: UInt64) {
    var numbers = Numbers(state: seed &* 1_299_709)
    for _ in 0..<600 {
      var bytes = Array("[{\"id\": \"a\", \"type\": \"book\", ".utf8)
      bytes += Self.text(Self.jsonPieces, &numbers) + Array("}]".utf8)
      let read = SourceReader.read(bytes, in: SourceFileID(0))
      #expect(read.diagnostics.allSatisfy { Int($0.span?.end ?? 0) <= bytes.count })
      #expect(BibTeXWriter.write(read.value).isEmpty == read.value.isEmpty)
    }
  }
}
