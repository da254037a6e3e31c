import Foundation
import Testing

@Suite("Pages that others made and that are copied")
struct CopiedPageTests {
  private static let files = [
    "index.md": page("Harbour"), "ferries.md": page("Ferries", "## North"), "assets/map.png": "",
    "assets/deep/other.html": "<h1 id=\"there\">x</h1>",
    "assets/app.html": "<script src=\"app.js\"></script>", "assets/app.js": "",
  ]

  private static func publication(_ markup: String, _ more: [String: String] = [:]) -> Publication {
    let own = ["assets/made.html": markup].merging(more) { _, own in own }
    return Publication(files.merging(own) { _, own in own })
  }

  @Test(
    "What leads nowhere is found at its bytes",
    arguments: [
      (
        "<p><a href=\"⟦no.html⟧\">x</a>", "this page leads to 'no.html', where the site has nothing"
      ),
      ("<p><a href=⟦no.html⟧>x</a>", "leads to 'no.html', where the site has nothing"),
      ("<A HREF='⟦../ferries.md⟧'>x</A>", "leads to '../ferries.md', where the site has nothing"),
      ("<a href=\"⟦../ferries.html#south⟧\">x</a>", "and nothing there has that id"),
      ("<a href=\"⟦deep/other.html#here⟧\">x</a>", "and nothing there has that id"),
      ("<a href=\"⟦#here⟧\">x</a>", "leads to '#here', and nothing there has that id"),
      ("<img src=\"⟦no.png⟧\">", "leads to 'no.png', where the site has nothing"),
      ("<img srcset=\"map.png 1x, ⟦no.png⟧ 2x\">", "leads to 'no.png', where"),
      ("<link rel=stylesheet href=⟦no.css⟧>", "leads to 'no.css', where"),
      ("<script src=\"⟦no.js⟧\"></script>", "leads to 'no.js', where"),
      ("<style>p { background: url(⟦no.png⟧) }</style>", "leads to 'no.png', where"),
      ("<p style=\"background: url('⟦no.png⟧')\">", "leads to 'no.png', where"),
      ("<a href=\"⟦../../x.html⟧\">x</a>", "this page leads out of the site with '../../x.html'"),
      ("<base href=\"⟦../../x/⟧\"><a href=y.html>x</a>", "leads out of the site with '../../x/'"),
      ("<base href=\"deep/\"><a href=\"⟦made.html⟧\">x</a>", "leads to 'made.html', where"),
    ])
  func faults(marked: String, expected: String) async throws {
    let markup = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let publication = Self.publication(markup)
    #expect(try await publication.report() == "")
    let report = try await publication.secondReport()
    let column = marked.unicodeScalars.prefix { $0 != "⟦" }.count + 1
    #expect(report.hasPrefix("Content/assets/made.html:1:\(column): error: "), "\(report)")
    #expect(report.contains(expected), "\(report)")
    #expect(report.components(separatedBy: ": error: ").count == 2, "\(report)")
  }

  @Test(
    "What others do on their pages is theirs",
    arguments: [
      "<a href=\"\">x</a><a href=\"#\">x</a><a href=\"#top\">x</a><a name=n href=#n>x</a>",
      "<a href=\"https://x.example/y#z\">x</a><a href=\"//x.example/\">x</a><a href=mailto:a@b.c>x</a>",
      "<script src=\"https://cdn.example/x.js\"></script><img src=\"http://x.example/y.png\">",
      "<p id=a></p><p id=a></p><label for=no>x</label><p aria-labelledby=no></p>",
      "<a href=\"made.html?x=1&y=2#\">x</a><a href=\"../ferries.html#north\">x</a>",
      "<a href=\"deep/other.html#there\">x</a><a href=\"app.html#/route/1\">x</a>",
      "<script>load()</script><a href=\"#tab-1\">x</a>", "<a href=\"javascript:void(0)\">x</a>",
      "<a href=\"{{ url }}\">x</a><a href=\"${x}\">x</a><!-- <a href=no.html> -->",
      "<base href=\"https://x.example/\"><a href=\"no.html\">x</a><img src=no.png><a href=#no>x</a>",
      "<base href=\"deep/\"><a href=\"other.html#there\">x</a><img src=\"../map.png\">",
      "<base href=\"/\"><a href=\"ferries.html#north\">x</a>",
      "<base target=_blank><p id=a><a href=#a>",
      "<a href=\"../\">x</a><a href=\"/\">x</a>",
    ])
  func silence(markup: String) async throws {
    let publication = Self.publication(markup)
    #expect(try await publication.report() == "")
    #expect(try await publication.secondReport() == "")
  }

  @Test("A page in another encoding is read as far as it can be")
  func encoding() async throws {
    var publication = Self.publication("")
    publication.files["assets/made.html"] = nil
    publication.bytes["assets/made.html"] =
      Array("<a href='caf".utf8) + [0xE9] + Array(".html'>x</a><a href='no.html'>x</a>".utf8)
    #expect(try await publication.report() == "")
    let report = try await publication.secondReport()
    #expect(report.components(separatedBy: ": error: ").count == 2, "\(report)")
    #expect(report.contains("leads to 'no.html'"), "\(report)")
  }

  @Test("A link of the publication to an id that such a page lacks is wrong where it stands")
  func anchors() async throws {
    let text =
      "[a](assets/made.html#here), [b](assets/made.html#her), [c](assets/made.html#top), "
      + "[d](assets/app.html#x), [e](assets/made.html#:~:text=x)"
    let publication = Self.publication("<p id=here>", ["a.md": page("A", text)])
    let report = try await publication.report()
    #expect(
      report.hasPrefix("Content/a.md:4:33: error: 'assets/made.html' has nothing"), "\(report)")
    #expect(report.contains("help: did you mean '#here'?"))
    #expect(report.components(separatedBy: ": error: ").count == 2, "\(report)")
    #expect(try await publication.secondReport() == "")
    var raw = Self.publication(
      "<p id=here>", ["a.md": page("A", "<a href=\"assets/made.html#her\">x</a> <b>y</b>")])
    raw.files["site.yaml"] = "title: T\nhtml: all\n"
    #expect(try await raw.report().hasPrefix("Content/a.md:4:10: error: 'assets/made.html' has"))
    #expect(try await raw.secondReport() == "")
  }

  @Test("Such a page is copied byte for byte")
  func bytes() async throws {
    let text = "<!doctype html>\r\n<p>A  page\t</p>"
    #expect(try await Self.publication(text).render()["assets/made.html"] == text)
  }
}
