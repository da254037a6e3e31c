import Foundation
import Testing

@Suite("Addresses and ids in raw HTML, where all of it is let through")
struct RawHTMLTests {
  private static func report(_ body: String) async throws -> String {
    try await Publication([
      "site.yaml": "title: T\nhtml: all\nbaseURL: https://x.example/base/\n",
      "notes/a.md": page("A", body), "notes/b.md": page("B", "## Here\n\n<i id=\"raw id\">x</i>"),
      "assets/x.png": "",
    ]).report()
  }

  @Test(
    "They are read as the browser will read them, relative to the page's place in the site",
    arguments: [
      "<a href=\"b.html\">x</a>", "<a href=\"b.html?a=1&amp;b=2#here\">x</a>",
      "<a href=\"../index.html\">x</a>", "<a href='../'>x</a>", "<a href=b.html>x</a>",
      "<a href=\"/base/notes/b.html\">x</a>", "<a href=\"#page.content\">x</a>",
      "<a href=\"b.html#raw%20id\">x</a>", "<a href=\"#top\">x</a>", "<a href=\"#fnref-1\">x</a>",
      "<img src=\"../assets/x.png\" srcset=\"../assets/x.png 1x,../assets/x.png 2x\">",
      "<a href=\"javascript:x()\">x</a>", "<img src=\"data:image/png;base64,AA\">",
      "<a href=\"https://y.example/\">x</a>", "<!-- <a href=\"no.html\"> -->",
      "<script>\nlet x = '<a href=\"no.html\">'\n</script>", "[x](b.md#raw%20id)",
    ])
  func silence(body: String) async throws {
    #expect(try await Self.report(body + "\n\n[^1]: x\n\nx[^1]") == "")
  }

  @Test(
    "What leads nowhere is reported at its bytes",
    arguments: [
      ("> <a\n> href=\"no.html\">x</a>", "5:9: error: no page at 'no.html'"),
      ("- x\n\n  <img src='no.png'>", "6:13: error: no file at 'no.png'"),
      ("<a href=\"b.md\">x</a>", "4:10: error: no page at 'b.md' [link-target-missing]"),
      ("<a href=\"b.html#hare\">x</a>", "4:10: error: 'notes/b.md' has no heading or figure"),
      ("<a href=\"../../x.html\">x</a>", "4:10: error: '../../x.html' leads out of the site"),
      ("<a href=\"/notes/b.html\">x</a>", "4:10: error: '/notes/b.html' leads out of the site"),
      ("<a href=\"\">x</a>", "4:10: error: this address leads nowhere: it is empty"),
      ("<img srcset=\"../assets/x.png 1x, no.png 2x\">", "4:34: error: no file at 'no.png'"),
      ("<iframe src=\"https://y.example/\"></iframe>", "4:14: error: this would be fetched"),
      ("<link rel=stylesheet href=//y.example/a.css>", "4:27: error: this would be fetched"),
      ("<style>\np { background: url(no.png) }\n</style>", "5:21: error: no file at 'no.png'"),
      ("x <base href=\"/\"> y", "4:15: error: a 'base' element would move every link"),
    ])
  func faults(body: String, expected: String) async throws {
    let report = try await Self.report(body)
    #expect(report.hasPrefix("Content/notes/a.md:" + expected), "\(report)")
    #expect(report.components(separatedBy: "error:").count == 2, "\(report)")
  }
}
