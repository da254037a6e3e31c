import Diagnostics
import Testing

@Suite("Findings on a screen")
struct ShownFindingTests {
  @Test("A finding comes with its place, its line in three parts, its notes and its help")
  func whole() throws {
    let file = SourceFile(path: "Content/a.md", bytes: Array("one\nsee \u{1B}x now\n".utf8))
    let span = SourceSpan(SourceFileID(0), 9..<10)
    let label = Diagnostic.Label(SourceSpan(SourceFileID(0), 0..<3), "said here")
    let diagnostic = Diagnostic(
      .linkTargetMissing, "no page at 'x'", at: span, labels: [label], help: "write y")
    let shown = try #require(Report([diagnostic], files: [file]).shown.first)
    #expect(shown.severity == .error)
    #expect(shown.code == "link-target-missing")
    #expect(shown.message == "no page at 'x'")
    #expect(shown.place == "Content/a.md:2:6")
    #expect(shown.excerpt?.line == 2)
    #expect(shown.excerpt?.before == "see \u{FFFD}")
    #expect(shown.excerpt?.marked == "x")
    #expect(shown.excerpt?.after == " now")
    #expect(shown.notes == ["said here (Content/a.md:1:1)"])
    #expect(shown.help == "write y")
  }

  @Test("A finding about no file, or about one of which nothing was read, has no line")
  func placeless() {
    let file = SourceFile(path: "Content/b.png", bytes: [])
    let report = Report(
      [
        Diagnostic(.contentMissing, "nothing", at: nil),
        Diagnostic(.fileUnreadable, "locked", at: SourceSpan(SourceFileID(0), 0..<0)),
      ], files: [file])
    #expect(report.shown.map(\.place) == [nil, "Content/b.png:1:1"])
    #expect(report.shown.allSatisfy { $0.excerpt == nil })
  }
}
