import SiteModel
import Testing

@testable import Preview

@Suite("Answers to requests")
struct AnswerTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  let site = PreviewSite(files: [
    RenderedFile(path: "index.html", content: .bytes([1])),
    RenderedFile(path: "briefs/index.html", content: .bytes([2])),
    RenderedFile(path: "a b.css", content: .bytes([3])),
    RenderedFile(path: "404.html", content: .bytes([4])),
  ])

  private func path(_ request: String) -> String {
    switch site.answer(to: request) {
    case .file(let file, _): file.path
    case .redirect(let path): "-> " + path
    case .notFound(let page): "404 " + (page?.path ?? "")
    }
  }

  @Test(
    "Paths are looked up in the site's table and nowhere else",
    arguments: [
      ("/", "index.html"), ("/briefs/", "briefs/index.html"), ("/briefs", "-> /briefs/"),
      ("/a b.css", "a b.css"), ("/../index.html", "404 404.html"), ("/etc/passwd", "404 404.html"),
      ("", "404 404.html"), ("//index.html", "404 404.html"), ("/index.html/", "404 404.html"),
    ])
  func lookUp(request: String, answer: String) {
    #expect(path(request) == answer)
  }

  @Test(
    "A part of a file is what the field asks for, or all of it",
    arguments: [
      (nil, ByteRange.whole), ("bytes=0-3", .part(0..<4)), ("bytes=4-", .part(4..<10)),
      ("bytes=-3", .part(7..<10)), ("bytes=-30", .part(0..<10)), ("BYTES=9-9", .part(9..<10)),
      ("bytes=5-99999999999999999999", .part(5..<10)), ("bytes=10-", .unsatisfiable),
      ("bytes=99999999999999999999-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
      ("bytes=3-2", .whole), ("bytes=0-1,3-4", .whole), ("lines=0-1", .whole), ("bytes=", .whole),
      ("bytes=-", .whole), ("bytes=a-b", .whole), ("bytes=+1-2", .whole), ("0-1", .whole),
    ] as [(String?, ByteRange)])
  func ranges(field: String?, part: ByteRange) {
    #expect(ByteRange(field, size: 10) == part)
  }

  @Test("No part of an empty file can be had")
  func emptyFile() {
    #expect(ByteRange("bytes=0-", size: 0) == .unsatisfiable)
    #expect(ByteRange("bytes=-1", size: 0) == .unsatisfiable)
  }

  @Test("A version is told from another, and named as the standard says")
  func tags() {
    let tag = EntityTag(of: Self.bytes("one"))
    #expect(tag != EntityTag(of: Self.bytes("two")))
    #expect(tag == EntityTag(of: Self.bytes("one")))
    #expect(tag.isNamed(in: "\"x\", W/\(tag.text)"))
    #expect(tag.isNamed(in: "*"))
    #expect(!tag.isNamed(in: "\"x\""))
    #expect(!tag.isNamed(in: nil))
    #expect(tag.allowsPart(nil))
    #expect(tag.allowsPart(tag.text))
    #expect(!tag.allowsPart("W/" + tag.text))
    #expect(!tag.allowsPart("Sun, 06 Nov 1994 08:49:37 GMT"))
  }

  @Test(
    "A request for this machine is told from one that another site has led here",
    arguments: [
      ("localhost:8000", true), ("LOCALHOST", true), ("127.0.0.1:8000", true), ("[::1]:8000", true),
      ("localhost.:8000", true), ("evil.example:8000", false), ("localhost.evil.example", false),
      ("127.0.0.1.evil.example", false), ("192.0.2.7", false), ("", false), ("localhost:x", false),
      ("[::1", false), ("[::1]x", false), ("::1", false), ("localhost:80:80", false),
      ("user@localhost", false),
    ])
  func hosts(field: String, isOurs: Bool) {
    #expect(HostCheck(host: "127.0.0.1").accepts(field) == isOurs)
  }

  @Test("A name that was asked for is answered to, and everyone's server answers to addresses")
  func otherHosts() {
    let named = HostCheck(host: "Desk.example")
    #expect(named.accepts("desk.example:8000"))
    #expect(!named.accepts("192.0.2.7:8000"))
    let open = HostCheck(host: "0.0.0.0", machine: "desk")
    #expect(open.accepts("192.0.2.7:8000"))
    #expect(open.accepts("[2001:db8::7]:8000"))
    #expect(open.accepts("desk:8000"))
    #expect(!open.accepts("evil.example:8000"))
    #expect(!open.accepts("1.2.3.4.evil.example"))
    #expect(!open.accepts("1.2.3"))
  }

  @Test("Types are told by the ending, in any case of letters")
  func types() {
    #expect(MediaType.of(path: "a/b.HTML") == "text/html; charset=utf-8")
    #expect(MediaType.of(path: "a.b/c") == "application/octet-stream")
    #expect(MediaType.of(path: "fig.svg") == "image/svg+xml")
    #expect(MediaType.of(path: "events.ics") == "text/calendar; charset=utf-8")
  }

  @Test(
    "What a page is told stands at the end of its body",
    arguments: [
      ("<body><p>a</p></BODY></html>", "<body><p>a</p>", "</BODY></html>"),
      ("a</body>b</body >c", "a</body>b", "</body >c"), ("<p>a", "<p>a", ""), ("", "", ""),
    ])
  func insertion(page: String, before: String, after: String) {
    let visit = PageVisit(path: "a\"b<c/ü.html", version: 7, session: "s")
    let result = String(decoding: visit.inserted(into: Self.bytes(page)), as: UTF8.self)
    let script =
      "<script src=\"/.dossier/live.js\" data-session=\"s\" data-version=\"7\""
      + " data-page=\"/a%22b%3Cc/%C3%BC.html\"></script>\n"
    #expect(result == before + script + after)
  }

  @Test("Moments are written as HTTP has them")
  func dates() {
    #expect(HTTPDate.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
  }
}
