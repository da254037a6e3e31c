import Diagnostics
import Testing

@testable import Markdown

@Suite("Fences, code and HTML")
struct FenceTests {
  @Test(
    "Every byte of a fence's body is where the file has it",
    arguments: [
      "```chart {#fig-x}\nkey: ⟦value⟧\n```\n",
      "> - ~~~~ chart\n>   key: ⟦value⟧\n>\n>   ~~~\n>   ~~~~\n",
      "   ```chart\n   a\n  key: ⟦value⟧\n   ```", "1. ```chart\n   key:\n     ⟦value⟧",
      ">```chart\n>\tkey: ⟦value⟧\n",
      "- \t```chart\r\n\t  é\r\n\t  key: ⟦value⟧\r\n", "```chart\nkey: ⟦value⟧",
    ])
  func places(source: String) throws {
    let read = MarkedReading(source, prefix: "---\n---\n")
    let fence = try #require(read.document.fences.first)
    let start = try #require(
      fence.literal.indices.first { fence.literal[$0...].starts(with: "value".utf8) })
    #expect(fence.span(ofLiteral: start..<start + 5) == read.spans.first)
    #expect(fence.sourceOffset(ofLiteral: start) == read.marked.first?.lowerBound)
    #expect(fence.name.text == "chart")
    #expect(PlaceAudit(read).faults == [])
  }

  @Test("The body is the same whatever ends its lines")
  func lineEnds() {
    for end in ["\n", "\r\n", "\r"] {
      let source = "> ```chart\(end)> a\(end)>\(end)> b\(end)> ```\(end)"
      #expect(MarkedReading(source).document.fences.map(\.text.string) == ["a\n\nb\n"])
    }
  }

  @Test("The info string is a name and attributes")
  func info() throws {
    let read = MarkedReading("~~~  ⟦chart {#⟦fig-a⟧ .w k='v'}⟧  \nx\n~~~\n")
    let fence = try #require(read.document.fences.first)
    #expect(fence.name.text == "chart")
    #expect(fence.infoSpan == read.spans[0])
    #expect(fence.attributes.id?.text == "fig-a")
    #expect(fence.attributes.id?.span == read.spans[1])
    #expect(fence.attributes.classes.map(\.text) == ["w"])
    #expect(fence.attributes.pairs.map(\.value.text) == ["v"])
    #expect(fence.strayInfoSpan == nil)
    #expect(fence.info == "chart {#fig-a .w k='v'}")
  }

  @Test(
    "What is neither name nor attributes is pointed at",
    arguments: [
      "chart ⟦fig-a⟧", "chart ⟦{#fig-a⟧", "chart {#a} ⟦b⟧", "chart ⟦{a}⟧", "chart{#a}", "chart", "",
      "{.python}", "{python}",
    ])
  func stray(info: String) throws {
    let read = MarkedReading("```\(info)\nx\n```\n")
    let fence = try #require(read.document.fences.first)
    #expect(fence.strayInfoSpan == read.spans.first)
    #expect(fence.name.text == (info.hasPrefix("chart") ? "chart" : info == "{python}" ? info : ""))
  }

  @Test("A fence's bytes end with its last line")
  func spans() {
    let read = MarkedReading(
      "⟦```\na\n```⟧\n\n> ⟦```\n> a⟧\n\n- ⟦~~~\n  ```\n  ~~~⟧\nb\n\n⟦````\n```⟧")
    #expect(read.document.fences.map(\.span) == read.spans)
  }

  @Test("Code by indentation is no fence, even where it looks like one")
  func indented() {
    let read = MarkedReading("    ```\n    a\n\n\t b\n\n- x\n\n      ~~~\n")
    #expect(read.document.fences == [])
    #expect(read.document.blocks.first?.kind == .indentedCode("```\na\n\n b\n"))
  }

  @Test("Code within lines knows its places")
  func codeSpans() {
    let read = MarkedReading(
      "> `{value} ⟦strength⟧.x` `` ` ⟦strength⟧ `` `a\n>   b ⟦strength⟧`\nlazy `c\n ⟦strength⟧`\n",
      prefix: "é")
    let places = read.document.codeSpans.compactMap { code -> SourceSpan? in
      let bytes = code.text.bytes
      let start = bytes.indices.first { bytes[$0...].starts(with: "strength".utf8) }
      return start.map { code.text.span(of: $0..<$0 + 8) }
    }
    #expect(places == read.spans)
    #expect(
      read.document.codeSpans.map(\.text.string) == [
        "{value} strength.x", "` strength", "a b strength", "c  strength",
      ])
  }

  @Test("HTML is kept as it stands, at its place")
  func html() {
    let read = MarkedReading(
      "> ⟦<div a=\"b\">\n> *x*\n> </div>⟧\n\na ⟦<b\n  c='d'>⟧ e ⟦</b>⟧ ⟦<!-- f -->⟧\n")
    #expect(read.document.rawHTML.map(\.isBlock) == [true, false, false, false])
    #expect(
      read.document.rawHTML.map { read.words($0.text.span) }
        == ["<div a=\"b\">\n> *x*\n> </div>\n", "<b\n  c='d'>", "</b>", "<!-- f -->"])
    #expect(read.document.rawHTML.first?.text.string == "<div a=\"b\">\n*x*\n</div>\n")
    #expect(PlaceAudit(read).faults == [])
  }
}
