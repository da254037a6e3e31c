import Bytes
import SiteStorage
import Testing

@testable import SiteCompiler

@Suite("Style sheets without what only their readers need")
struct StyleCompactionTests {
  private static func compact(_ text: String) -> String {
    StyleCompaction.compact(Array(text.utf8)).text
  }

  @Test(
    "White space goes where it says nothing, and stays where it does",
    arguments: [
      ("a { color : red ; }\n\n b{ }", "a{color :red}b{}"),
      ("a :hover > b , c { x: y }", "a :hover>b,c{x:y}"),
      (
        "a + b ~ c d { margin: calc( 1px + 2px ) -1px; }",
        "a + b ~ c d{margin:calc(1px + 2px) -1px}"
      ),
      (
        "@media screen and (min-width: 48rem) { a { b: c; } }",
        "@media screen and (min-width:48rem){a{b:c}}"
      ),
      ("a { /* why */ b: c; /* ; */ }", "a{b:c}"),
      ("a/**/b { }", "a b{}"),
      ("a { --x: ; --y: { } }", "a{--x: ;--y: {}}"),
      ("a::after { content: ' / ' / \"a  ; b\"; }", "a::after{content:' / ' / \"a  ; b\"}"),
      (
        "a { content: 'it\\'s  /* no comment */'; b: c }",
        "a{content:'it\\'s  /* no comment */';b:c}"
      ),
      ("a { b: url( a  b/*c*/ ); c: URL('x  y') }", "a{b:url( a  b/*c*/ );c:URL('x  y')}"),
      (".a\\31 2 { b: c }", ".a\\31 2{b:c}"),
      (".a\\: b { c: d }", ".a\\: b{c:d}"),
      ("a { & > b { c: d; } &:hover { e: f; } }", "a{&>b{c:d}&:hover{e:f}}"),
      ("a { b: 'not closed\n c: d; }", "a{b:'not closed c:d}"),
      ("a { b: c; /* not closed", "a{b:c;"),
      ("", ""),
    ])
  func cases(text: String, expected: String) {
    #expect(Self.compact(text) == expected)
    #expect(Self.compact(expected) == expected, "Done twice it is the same.")
  }

  @Test("The theme's own sheet stays below 25,000 bytes, and its author's page reads the same file")
  func theme() async throws {
    let sheet = try #require(try Theme.files().first { $0.path == "assets/dossier.css" })
    let compact = StyleCompaction.compact(sheet.bytes)
    #expect(compact.count < 25_000, "\(compact.count) bytes")
    let site = try await Publication(["index.md": "---\ntitle: A\n---\n"]).render()
    #expect(site["assets/dossier.css"] == compact.text)
  }

  @Test("A sheet of the publication's own is copied as it is")
  func own() async throws {
    let site = try await Publication([
      "index.md": "---\ntitle: A\n---\n", "assets/own.css": "a { b: c; }\n",
    ]).render()
    #expect(site["assets/own.css"] == "a { b: c; }\n")
  }
}
