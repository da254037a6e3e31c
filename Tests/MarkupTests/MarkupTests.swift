import Markup
import Testing

@Suite("Writing markup")
struct MarkupTests {
  @Test("Text and attribute values are escaped, combining marks after a quote too")
  func escaping() {
    var writer = MarkupWriter()
    let hostile = "\"\u{0301} onmouseover=x <script>&'"
    writer.element("p", ["title": .text(hostile)], text: hostile)
    let escaped = "&quot;\u{0301} onmouseover=x &lt;script&gt;&amp;&#39;"
    #expect(
      Array(writer.fragment.text.utf8) == Array("<p title=\"\(escaped)\">\(escaped)</p>".utf8))
  }

  @Test("Control characters that XML forbids are replaced")
  func control() {
    #expect(Fragment(text: "a\u{0}b\u{1B}c\nd").text == "a\u{FFFD}b\u{FFFD}c\nd")
  }

  @Test("Attributes are numbers, flags, or absent")
  func attributes() {
    var writer = MarkupWriter()
    writer.empty("rect", ["x": 1.5, "y": .absent, "hidden": .flag, "z": AttributeValue(nil)])
    #expect(writer.fragment.text == "<rect x=\"1.5\" hidden/>")
  }

  @Test("A fragment keeps the marks of the fragments in it, in the order of reading")
  func marks() {
    var inner = MarkupWriter()
    inner.mark(Fragment.Mark(id: "b", subject: 1))
    var outer = MarkupWriter()
    outer.mark(Fragment.Mark(id: "a", subject: 0))
    outer.fragment(inner.fragment)
    #expect((outer.fragment + inner.fragment).marks.map(\.id) == ["a", "b", "b"])
  }

  @Test("Data in a script element can neither end it nor open a comment in it")
  func data() {
    var writer = MarkupWriter()
    writer.data(type: "application/ld+json", json: Array(#"{"a":"</script><!--"}"#.utf8))
    #expect(
      writer.fragment.text == #"<script type="application/ld+json">"#
        + #"{"a":"\u003c/script>\u003c!--"}</script>"#)
  }
}
