import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("Reports for programs")
struct WriterTests {
  private func report(
    _ text: String, _ range: Range<Int>, path: String = "Content/a.md", help: String? = nil
  ) -> Report {
    let file = SourceFile(path: path, bytes: Array(text.utf8))
    let span = SourceSpan(SourceFileID(0), range)
    let label = Diagnostic.Label(SourceSpan(SourceFileID(0), 0..<1), "it is first here")
    let diagnostic = Diagnostic(
      .linkTargetMissing, "no page at 'x'", at: span, labels: [label], help: help)
    return Report([diagnostic], files: [file])
  }

  private func text(_ report: Report, _ format: ReportFormat) -> String {
    String(decoding: report.bytes(as: format, version: "1.0.0"), as: UTF8.self)
  }

  @Test("The JSON has the members of the guide, in their order")
  func json() {
    let expected = #"""
      {"version":1,"diagnostics":[
      {"code":"link-target-missing","severity":"error","message":"no page at 'x'","path":"Content/a.md","line":2,"column":5,"endLine":2,"endColumn":6,"help":null,"labels":[{"path":"Content/a.md","line":1,"column":1,"message":"it is first here"}]}
      ],"summary":{"errors":1,"warnings":0}}

      """#
    #expect(text(report("one\nséé x now\n", 10..<11), .json).contains("\"column\":5"))
    #expect(text(report("one\nsee x now\n", 8..<9), .json) == expected)
  }

  @Test("A finding without a place has none in any format")
  func placeless() {
    let report = Report([Diagnostic(.contentMissing, "no folder", at: nil)], files: [])
    #expect(text(report, .json).contains("\"path\":null,\"line\":null"))
    #expect(text(report, .github).hasPrefix("::error title=content-missing::no folder\n"))
    #expect(!text(report, .sarif).contains("\"locations\""))
  }

  @Test("No findings are an empty list, and no words for people")
  func nothing() {
    let report = Report([], files: [])
    #expect(text(report, .text).isEmpty)
    #expect(text(report, .github).isEmpty)
    #expect(
      text(report, .json)
        == "{\"version\":1,\"diagnostics\":[],\"summary\":{\"errors\":0,\"warnings\":0}}\n")
  }

  @Test("Workflow commands escape what would end them or begin another")
  func github() {
    let hostile = "Content/a,b:c%\n::stop.md"
    let command = text(
      report("one\nsee x now\n", 8..<9, path: hostile, help: "50%\r\n::x"), .github)
    #expect(
      command.hasPrefix(
        "::error file=Content/a%2Cb%3Ac%25%0A%3A%3Astop.md,line=2,col=5,endLine=2,endColumn=6,"
          + "title=link-target-missing::no page at 'x'%0A"
          + "it is first here (Content/a,b:c%25%0A::stop.md:1:1)%0A50%25%0D%0A::x\n"))
  }

  @Test("Of words over two lines GitHub gets no columns, which it would misread")
  func lines() {
    let command = text(report("one\nsee x now\n", 2..<8), .github)
    #expect(command.contains(",line=1,endLine=2,title="))
  }

  @Test("The project's folder stands before paths, unless they begin at the disk's root")
  func folder() {
    var inside = report("x", 0..<1)
    inside.folder = "docs/"
    #expect(text(inside, .github).contains("file=docs/Content/a.md,"))
    var outside = report("x", 0..<1, path: "/srv/a.md")
    outside.folder = "docs/"
    #expect(text(outside, .github).contains("file=/srv/a.md,"))
  }

  @Test("Second places are counted wherever they are, behind the first or before it")
  func secondPlaces() {
    let file = SourceFile(path: "a.md", bytes: Array("\u{FEFF}éa b\r\nc d\n".utf8))
    let id = SourceFileID(0)
    func label(_ range: Range<Int>) -> Diagnostic.Label {
      Diagnostic.Label(SourceSpan(id, range), "also")
    }
    let diagnostic = Diagnostic(
      .linkTargetMissing, "no page", at: SourceSpan(id, 7..<12),
      labels: [
        label(12..<13), label(3..<5), label(0..<0), label(90..<99), label(7..<7),
        Diagnostic.Label(SourceSpan(SourceFileID(7), 0..<1), "in no file"),
      ])
    let report = Report([diagnostic], files: [file])
    let places = ["2:3", "1:1", "1:1", "3:1", "1:4"]
    for format in [ReportFormat.text, .github] {
      let found = text(report, format).matches(of: /also \(a\.md:(\d+:\d+)\)/).map(\.output.1)
      #expect(found.map(String.init) == places)
    }
    #expect(report.shown[0].notes == places.map { "also (a.md:\($0))" })
    let found = text(report, .json).matches(of: /"line":(\d+),"column":(\d+)/).map {
      "\($0.output.1):\($0.output.2)"
    }
    #expect(found == ["1:4"] + places)
    #expect(text(report, .json).contains("\"endLine\":2,\"endColumn\":3"))
    #expect(text(report, .json).contains("\"path\":null,\"line\":null,\"column\":null,"))
  }

  @Test("A print stays when lines are added above, and differs for equal words further on")
  func prints() throws {
    func print(_ report: Report) -> [Substring] {
      text(report, .sarif).matches(of: /"dossierFinding\/v1":"([0-9a-f]{16})"/).map(\.output.1)
    }
    let one = print(report("see x", 4..<5))
    #expect(one.count == 1)
    #expect(print(report("more\n\nsee x", 10..<11)) == one)
    #expect(print(report("see y", 4..<5)) != one)
    let file = SourceFile(path: "Content/a.md", bytes: Array("x x".utf8))
    let both = [0..<1, 2..<3].map { range in
      Diagnostic(
        .linkTargetMissing, "no page at 'x'", at: SourceSpan(SourceFileID(0), range))
    }
    #expect(Set(print(Report(both, files: [file]))).count == 2)
  }

  private static let schema = Repository.conformance("sarif/sarif-schema-2.1.0.json")

  @Test(
    "SARIF is valid for hostile paths and words",
    .enabled(if: schema != nil, "the schema is not at hand"),
    arguments: ["a b.md", "ä:#?%.md", "/srv/x.md", "a\u{7}\n.md", "(default) Templates/x", ""])
  func sarif(path: String) throws {
    let validator = try SchemaValidator(try #require(Self.schema))
    let report = report("\u{0}\u{1B}]x", 0..<3, path: path, help: "a\u{0}b")
    #expect(try validator.faults(in: Data(text(report, .sarif).utf8)) == [])
    let placeless = Report([Diagnostic(.contentMissing, "no folder", at: nil)], files: [])
    #expect(try validator.faults(in: Data(text(placeless, .sarif).utf8)) == [])
  }

  @Test("The validator finds what is wrong", .enabled(if: schema != nil, "no schema at hand"))
  func validator() throws {
    let validator = try SchemaValidator(try #require(Self.schema))
    let whole = text(report("x", 0..<1), .sarif)
    for (old, new) in [
      ("\"startLine\":1", "\"startLine\":0"), ("\"level\":\"error\"", "\"level\":\"bad\""),
      ("\"version\":\"2.1.0\",", ""), ("\"columnKind\"", "\"columnSort\""),
    ] {
      #expect(whole.contains(old))
      let wrong = whole.replacingOccurrences(of: old, with: new)
      #expect(try !validator.faults(in: Data(wrong.utf8)).isEmpty, "\(new)")
    }
  }
}
