import Bytes
import Testing

@testable import SiteCompiler

@Suite("Inline code of produced pages")
struct InlineCodeTests {
  private func read(_ html: String) -> InlineCode {
    var code = InlineCode()
    code.read(page: Array(html.utf8))
    return code
  }

  private func digest(_ text: String) -> String {
    Base64.encode(Digest.sha256.bytes(of: Array(text.utf8)))
  }

  @Test("Scripts that run are found, those with a file and those that are data are not")
  func scripts() {
    let code = read(
      """
      <script>one()</script><SCRIPT TYPE="Module">two()</SCRIPT><script src="a.js"></script>
      <script type="application/ld+json">{"a": 1}</script><script type=" text/javascript ">3</script>
      <!-- <script>never()</script> --><script></script>
      """)
    #expect(code.scripts == [digest("one()"), digest("two()"), digest("3")])
    #expect(code.styles.isEmpty && code.styleAttributes.isEmpty && code.handlerCount == 0)
  }

  @Test("Line ends count as a browser sees them")
  func lines() {
    #expect(read("<script>a\r\nb\rc\n</script>").scripts == [digest("a\nb\nc\n")])
  }

  @Test("Styles, style attributes and handlers are found, with references worked out")
  func styles() {
    let code = read(
      "<style>p{}</style><p style='a: &quot;b&quot;' onclick=x()><svg onload='y()' styles=z>")
    #expect(code.styles == [digest("p{}")])
    #expect(code.styleAttributes == [digest("a: \"b\"")])
    #expect(code.handlerCount == 2)
  }

  @Test("What Dossier writes has none")
  func ours() {
    var all = InlineCode()
    for page in ["<p class=\"a\">x</p>", "<meta http-equiv=\"refresh\" content=\"0; url=a.html\">"]
    {
      all.formUnion(read(page))
    }
    #expect(all == InlineCode())
  }
}
