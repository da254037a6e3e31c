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
}
