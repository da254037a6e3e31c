import Foundation
import Testing

@Suite("Pictures and style sheets that are copied")
struct AssetCheckTests {
  private static func report(_ name: String, _ text: String) async throws -> String {
    try await Publication(["assets/\(name)": text, "assets/b.png": ""]).report()
  }

  @Test(
    "A harmless picture stays silent",
    arguments: [
      "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
        + "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "<svg><!-- <script>x</script> onload= --><desc>&lt;script&gt;</desc></svg>",
      "<svg><defs><g id=\"ä\"/></defs><use href=\"#ä\"/><rect fill=\"url(#ä)\" mask=\"url('#ä')\"/></svg>",
      "<svg><image href=\"data:image/png;base64,AA\"/><image href=\"b.png\"/></svg>",
      "<svg><a href=\"https://x.example/\"><text font-family=\"on\">x</text></a></svg>",
      "<svg><style><![CDATA[ rect { fill: #fff; content: 'https://x.example' } ]]></style></svg>",
      "<svg xmlns:inkscape=\"http://www.inkscape.org/\" inkscape:path-effect=\"#gone\"/>",
      "<svg><metadata><rdf:li rdf:resource=\"http://x.example/\"/></metadata></svg>",
    ])
  func silence(svg: String) async throws {
    #expect(try await Self.report("a.svg", svg) == "")
  }

  @Test(
    "A picture that runs, fetches or refers in vain is refused at its bytes",
    arguments: [
      ("<svg><x:script/></svg>", "1:7: error: a picture may hold no 'script' [svg-unsafe]"),
      ("<svg ONLOAD='x'/>", "1:6: error: a picture may not react with 'onload' [svg-unsafe]"),
      ("<svg><a href=\" java&#10;script:x\"/></svg>", "1:15: error: a picture may run no script"),
      ("<svg><set to='javascript:x'/></svg>", "1:15: error: a picture may run no script"),
      ("<svg><use href='http://x.example/#a'/></svg>", "1:17: error: a picture may fetch nothing"),
      ("<svg><rect fill='url(//x.example/#a)'/></svg>", "1:18: error: a picture may fetch nothing"),
      ("<svg><use href='#a'/></svg>", "1:17: error: this picture has nothing with the id 'a'"),
      ("<svg><image href='c.png'/></svg>", "1:19: error: no file at 'c.png' [asset-missing]"),
      ("<svg><iframe/></svg>", "1:7: error: a picture may hold no 'iframe' [svg-unsafe]"),
      ("<svg>\u{0}</svg>", "1:6: error: this file is not UTF-8"),
    ])
  func faults(svg: String, expected: String) async throws {
    let report = try await Self.report("A.SVG", svg)
    #expect(report.hasPrefix("Content/assets/A.SVG:" + expected), "\(report)")
    #expect(report.components(separatedBy: "error:").count == 2, "\(report)")
  }

  @Test("A style sheet's addresses are found, and nothing else")
  func sheets() async throws {
    let fine = """
      @namespace "http://www.w3.org/1999/xhtml"; /* url(no.png) */
      a::after { content: "url(no.png)"; background: url( "b.png" ) } b { background: url(b.png?x#y) }
      @font-face { src: url(data:font/woff2;base64,AA) format("woff2") } i { filter: url(#f) }
      """
    #expect(try await Self.report("a.css", fine) == "")
    let report = try await Self.report(
      "a.css", "a { b: url(no.png) }\n@IMPORT \"HTTPS://x.example/\";")
    #expect(
      report.contains("Content/assets/a.css:1:12: error: no file at 'no.png' [asset-missing]"))
    #expect(report.contains("Content/assets/a.css:2:10: error: this would be fetched from another"))
    #expect(report.components(separatedBy: "error:").count == 3, "\(report)")
  }

  @Test(
    "An address with escapes is what a browser takes it for",
    arguments: [
      ("a { b: url(⟦no\\.png⟧) }", "no file at 'no.png' [asset-missing]"),
      ("a { b: url(⟦n\\6f .png⟧) }", "no file at 'no.png' [asset-missing]"),
      ("a { b: url(⟦n\\00006f.png⟧) }", "no file at 'no.png' [asset-missing]"),
      ("a { b: url(⟦a\\)b.png⟧) }", "no file at 'a)b.png' [asset-missing]"),
      ("a { b: url(\"⟦no\\\".png⟧\") }", "no file at 'no\".png' [asset-missing]"),
      (
        "a { b: url('⟦https:\\2f\\2fx.example/a.png⟧') }", "this would be fetched from another host"
      ),
      ("a { b: \\75 rl(⟦no.png⟧) }", "no file at 'no.png' [asset-missing]"),
      ("@import '⟦\\68ttps://x.example/⟧';", "this would be fetched from another host"),
      ("@\\69mport \"⟦no.css⟧\";", "no file at 'no.css' [asset-missing]"),
      ("a { b: url('⟦no\\\n.png⟧') }", "no file at 'no.png' [asset-missing]"),
      ("a { b: url('⟦no\\\r\n.png⟧') }", "no file at 'no.png' [asset-missing]"),
    ])
  func escapes(marked: String, expected: String) async throws {
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let report = try await Self.report("a.css", text)
    let column = marked.unicodeScalars.prefix { $0 != "⟦" }.count + 1
    #expect(report.hasPrefix("Content/assets/a.css:1:\(column): error: \(expected)"), "\(report)")
    #expect(report.components(separatedBy: "error:").count == 2, "\(report)")
  }

  @Test(
    "An address with escapes that leads somewhere stays silent",
    arguments: [
      "a { b: url(\\62.png) }", "a { b: url('b\\2e png') }", "a { b: url(b\\.png) }",
      "a { b: url(\"b.\\\npng\") }", "a { b: url(b.png\\23 x) }", "@import 'a.c\\73s';",
      "a { content: '\\'; b: url(no.png)' }", "a { b: url(b.png", "a { b: url('b.png\\",
    ])
  func harmlessEscapes(text: String) async throws {
    #expect(try await Self.report("a.css", text) == "")
  }

  @Test("Style in a picture is read with its escapes")
  func pictureEscapes() async throws {
    let fine = "<svg><g id=\"g\"/><rect style=\"fill:url(&quot;#\\67 &quot;)\"/></svg>"
    #expect(try await Self.report("a.svg", fine) == "")
    let report = try await Self.report(
      "a.svg", "<svg><style>a { b: url(https:\\2f\\2fx.example/c) }</style></svg>")
    #expect(report.contains("Content/assets/a.svg:1:24: error: a picture may fetch nothing"))
  }
}
