import Diagnostics
import Foundation
import SiteModel
import TestSupport
import Testing

@testable import SiteCompiler

@Suite("The guide's table of template names")
struct TemplateGuideTests {
  @Test("The table is what templates may use, and says of each object what it is")
  func table() throws {
    func cell(_ text: String) -> String { text.contains(",") ? "\"\(text)\"" : text }
    let words = WordTableParser.parse(try Publication([:]).tree()).value.names
    let rows = TemplateSchema.guide(words: words)
    for row in rows { #expect(!row.meaning.isEmpty, "\(row.path)") }
    let lines = rows.map { row in
      [
        row.path.isEmpty ? "(none)" : row.path, row.isList ? "list" : "object", row.meaning,
        row.names.joined(separator: " "),
      ].map(cell).joined(separator: ",")
    }
    let text = (["path,kind,meaning,names"] + lines).joined(separator: "\n") + "\n"
    try Golden.expect(text, at: Repository.root.appending(path: "Content/data/templates.csv"))
  }

  @Test("The guide names every template and every partial")
  func files() throws {
    let guide = try String(
      contentsOf: Repository.root.appending(path: "Content/guide/templates.md"), encoding: .utf8)
    let folder = Repository.root.appending(path: "Templates")
    for part in ["", "partials/"] {
      let path = folder.appending(path: part).path()
      for name in try FileManager.default.contentsOfDirectory(atPath: path)
      where name.hasSuffix(".mustache") {
        #expect(guide.contains("`\(part)\(name)`"), "\(part)\(name)")
      }
    }
  }

  @Test("Each name of the table can be shown, and what holds several values cannot")
  func shown() async throws {
    let words = WordTableParser.parse(try Publication([:]).tree()).value.names
    let whole = TemplateSchema.guide(words: words).filter { !$0.isList && $0.path == "words" }
    let names = whole.flatMap { row in row.names.map { "\(row.path).\($0)" } }
    #expect(names.count > 100)
    var publication = Publication(["index.md": "---\ntitle: A\n---\n"])
    publication.templates["partials/colophon.mustache"] =
      names.map { "{{\($0)}}" }.joined(separator: "\n")
    #expect(try await publication.report() == "")
    publication.templates["partials/colophon.mustache"] = "<p>{{words}}{{page.topics}}</p>\n"
    let report = try await publication.report()
    #expect(report.contains("'words' holds several values and cannot be shown"), "\(report)")
    #expect(report.contains("'page.topics' holds several values and cannot be shown"))
  }
}
