import Diagnostics
import Testing

@Suite("Reports for people")
struct TextWriterTests {
  private func report(_ text: String, _ range: Range<Int>, help: String? = nil) -> String {
    let file = SourceFile(path: "Content/a.md", bytes: Array(text.utf8))
    let span = SourceSpan(SourceFileID(0), range)
    let diagnostic = Diagnostic(.linkTargetMissing, "no page at 'x'", at: span, help: help)
    return TextWriter(files: [file]).report([diagnostic])
  }

  @Test("A report has place, words, code, the line with the offence marked, and help")
  func whole() {
    let expected = """
      Content/a.md:2:5: error: no page at 'x' [link-target-missing]
       2 | see x now
         |     ^
          = help: did you mean 'y'?

      """
    #expect(report("one\nsee x now\n", 4 + 4..<4 + 5, help: "did you mean 'y'?") == expected)
  }

  @Test("Columns count characters, not bytes")
  func columns() {
    #expect(report("éé x", 5..<6).contains("a.md:1:4:"))
    #expect(report("éé x", 5..<6).contains("\n   |    ^\n"))
  }

  @Test("A line of many thousand bytes is shown in part")
  func longLine() {
    let text = String(repeating: "a", count: 50_000) + "X" + String(repeating: "b", count: 50_000)
    #expect(report(text, 50_000..<50_001).utf8.count < 1_000)
  }

  @Test("Control characters and direction marks cannot touch the terminal")
  func hostile() {
    let text = report("a\u{1B}[2Jb\u{202E}c", 0..<1)
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{202E}"))
  }

  @Test("A file's name is made harmless too")
  func hostileName() {
    let file = SourceFile(path: "Content/a\u{1B}[2J\n.md", bytes: [])
    let span = SourceSpan(SourceFileID(0), 0..<0)
    let finding = Diagnostic(
      .fileUnreadable, "m", at: span, labels: [Diagnostic.Label(span, "here")])
    let text = TextWriter(files: [file]).report([finding])
    #expect(!text.contains("\u{1B}"))
    #expect(text.split(separator: "\n").count == 2)
  }

  @Test("Colours are written only where they are asked for")
  func color() {
    let file = SourceFile(path: "Content/a.md", bytes: Array("x".utf8))
    let finding = Diagnostic(
      .keyUnknown, "m", at: SourceSpan(SourceFileID(0), 0..<1))
    #expect(!TextWriter(files: [file]).report([finding]).contains("\u{1B}"))
    #expect(TextWriter(files: [file], color: true).report([finding]).contains("\u{1B}[1;33m"))
  }

  @Test("A span beyond the file does no harm", arguments: [0..<0, 3..<99, 50..<60])
  func beyond(range: Range<Int>) {
    #expect(report("abc", range).hasPrefix("Content/a.md:1:"))
  }

  @Test("Diagnostics are sorted by file, place and code, and said once")
  func order() {
    func at(_ file: Int, _ start: Int, _ code: DiagnosticCode) -> Diagnostic {
      Diagnostic(code, "m", at: SourceSpan(SourceFileID(file), start..<start + 1))
    }
    let all = [
      at(1, 0, .keyUnknown), at(0, 9, .keyUnknown), at(0, 2, .linkTargetMissing),
      at(0, 2, .keyMissing), at(0, 9, .keyUnknown),
    ]
    let sorted = all.sortedForReport
    #expect(sorted.map(\.code) == [.keyMissing, .linkTargetMissing, .keyUnknown, .keyUnknown])
    #expect(all.reversed().sortedForReport == sorted)
  }
}

@Suite("What may have been meant")
struct SuggestionTests {
  @Test(
    "The nearest name is suggested where it is near enough",
    arguments: [
      ("haggani", "haqqani"), ("titel", "title"), ("Sources", "sources"), ("zzz", nil),
      ("strenght", "strength"), ("", nil), ("x", nil),
    ] as [(String, String?)])
  func nearest(word: String, expected: String?) {
    let names = ["title", "sources", "strength", "haqqani", "y"]
    #expect(Suggestion.nearest(to: word, among: names) == expected)
  }
}
