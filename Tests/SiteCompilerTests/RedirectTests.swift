import Diagnostics
import Foundation
import Testing

@Suite("Redirects")
struct RedirectTests {
  private static func publication(_ redirects: String, _ site: String = "") -> Publication {
    Publication([
      "site.yaml": "title: Harbour\n" + site,
      "deep/ferries.md": page("Ferries & \\<boats>", "", "redirects: \(redirects)\n"),
    ])
  }

  @Test(
    "An old address leads to the page, from wherever it was",
    arguments: [
      ("old.html", "old.html", "deep/ferries.html"),
      ("/old.html", "old.html", "deep/ferries.html"),
      ("/a/b/old.htm", "a/b/old.htm", "../../deep/ferries.html"),
      ("old/", "old/index.html", "../deep/ferries.html"),
      ("old", "old/index.html", "../deep/ferries.html"),
      ("\"/deep/f%C3%A4hren.html\"", "deep/fähren.html", "ferries.html"),
    ])
  func pages(redirect: String, output: String, href: String) async throws {
    let publication = Self.publication("[\(redirect)]")
    #expect(try await publication.report() == "")
    #expect(try await publication.secondReport() == "")
    let html = try #require(try await publication.render()[output])
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(html.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(href)\"/>"))
    #expect(html.contains("<a href=\"\(href)\">Ferries &amp; &lt;boats&gt;</a>"))
    #expect(!html.contains("<script") && !html.contains("canonical"))
  }

  @Test("Where the site's address is known, machines are told the page's")
  func canonical() async throws {
    let publication = Self.publication("old.html", "language: de\nbaseURL: https://x.example/s\n")
    let html = try #require(try await publication.render()["old.html"])
    #expect(
      html.contains("<link rel=\"canonical\" href=\"https://x.example/s/deep/ferries.html\"/>"))
    #expect(html.contains("<html lang=\"de\">"))
    #expect(html.contains("Diese Seite ist umgezogen: <a"))
    #expect(try await publication.secondReport() == "")
  }

  @Test("A redirect yields to whatever stands at its path")
  func yields() async throws {
    var publication = Self.publication("[/index.html, data/rain.csv/, 404.html]")
    publication.files["deep/ferries.md"] = page("F", "", "redirects: [/index.html, 404.html]\n")
    let report = try await publication.report()
    #expect(report.components(separatedBy: "[redirect-shadowed]").count == 3, "\(report)")
    #expect(try await publication.render()["index.html"]?.contains("refresh") == false)
  }

  @Test("A link to an old address is told where it leads on, and one to a listing how to write it")
  func links() async throws {
    var publication = Self.publication("[/old.html]")
    publication.files["index.md"] = page("F", "[a](old.html) [b](deep/index.html)")
    let report = try await publication.report()
    #expect(report.contains("that address leads on to 'deep/ferries.md'; write that"), "\(report)")
    #expect(report.contains("write 'deep/' for the folder's listing"), "\(report)")
  }

  @Test(
    "A link to an old address is told where the page is now",
    arguments: [
      ("old/ferry.html", "notes/ferries.md"), ("/old/ferry.html", "/notes/ferries.md"),
      ("old/ferry.md", "notes/ferries.md"), ("old/ferry", "notes/ferries.md"),
      ("older/", "notes/ferries.md"), ("older", "notes/ferries.md"),
      ("/older/index.html#north", "/notes/ferries.md"),
    ])
  func hint(link: String, now: String) async throws {
    let publication = Publication([
      "index.md": page("Front", "See [this](\(link))."),
      "notes/ferries.md": page("Ferries", "", "redirects: [/old/ferry.html, older/]\n"),
    ])
    let found = try await publication.compile().diagnostics
    #expect(found.map(\.code) == [.linkTargetMissing])
    #expect(found.first?.help == "that address leads on to '\(now)'; write that")
  }
}
