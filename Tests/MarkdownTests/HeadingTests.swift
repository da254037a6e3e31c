import Diagnostics
import Testing

@testable import Markdown

@Suite("Headings")
struct HeadingTests {
  @Test(
    "An id is made by GitHub's rule",
    arguments: [
      ("Strength over time", "strength-over-time"), ("What's new, in 2.0?", "whats-new-in-20"),
      ("a - b", "a---b"), ("Größe & Härte", "größe--härte"), ("Ärger", "ärger"),
      ("`code` *and* [link](u)", "code-and-link"), ("the_name", "the_name"),
      ("حركة طالبان", "حركة-طالبان"),
      ("塔利班", "塔利班"), ("re\u{301}sume\u{301}", "re\u{301}sume\u{301}"), ("!!!", "section"),
      ("", "section"),
      ("İ", "i\u{307}"), ("½ & ²", "½--²"), ("\\*star\\* &amp; x", "star--x"), ("a @k b", "a-k-b"),
    ])
  func ids(text: String, id: String) {
    #expect(MarkedReading("## \(text)\n").document.headings.map(\.id) == [id])
  }

  @Test("Equal ids are told apart, and yield to those that are given")
  func equalIDs() {
    let read = MarkedReading(
      "# a\n# a\n# a-1\n# A\n# b\n# c {#b}\n# d\n\n``` x {#d}\n```\n")
    #expect(
      read.document.headings.map(\.id) == ["a", "a-1", "a-1-1", "a-2", "b-1", "b", "d-1"])
    #expect(read.reading.diagnostics == [])
  }

  @Test("An id that is given twice is an error at the second")
  func duplicate() throws {
    let read = MarkedReading("# a {#⟦x⟧}\n\n> ## b {.c #⟦x⟧}\n\n# x\n")
    let diagnostic = try #require(read.reading.diagnostics.first)
    #expect(read.reading.diagnostics.count == 1)
    #expect(diagnostic.code == .idDuplicate)
    #expect(diagnostic.span == read.spans[1])
    #expect(diagnostic.labels.map(\.span) == [read.spans[0]])
    #expect(read.document.headings.map(\.id) == ["x", "x", "x-1"])
  }

  @Test(
    "Attributes end a heading's text",
    arguments: [
      "## Finance ⟦{#sec-f .wide key=v k2=\"a \\\"b\\\" }c\" k3='*x*'}⟧",
      "Finance ⟦{#sec-f .wide key=v k2=\"a \\\"b\\\" }c\" k3='*x*'}⟧\n---",
      "## Finance ⟦{ #sec-f .wide key=v k2=\"a \\\"b\\\" }c\"\tk3='*x*' }⟧ ##",
    ])
  func attributes(source: String) throws {
    let read = MarkedReading(source)
    let heading = try #require(read.document.headings.first)
    #expect(heading.level == 2)
    #expect(heading.plainText == "Finance")
    #expect(heading.id == "sec-f")
    #expect(heading.explicitID?.text == "sec-f")
    #expect(read.words(heading.explicitID?.span) == "sec-f")
    #expect(heading.attributes.span == read.spans.first)
    #expect(heading.attributes.classes.map(\.text) == ["wide"])
    #expect(heading.attributes.pairs.map(\.key.text) == ["key", "k2", "k3"])
    #expect(heading.attributes.pairs.map(\.value.text) == ["v", "a \"b\" }c", "*x*"])
    #expect(heading.attributes.pairs.map { read.words($0.key.span) } == ["key", "k2", "k3"])
    #expect(PlaceAudit(read).faults == [])
  }

  @Test("A heading may be attributes alone")
  func alone() {
    let heading = MarkedReading("# {#x}").document.headings.first
    #expect(heading?.id == "x")
    #expect(heading?.inlines == [])
  }

  @Test(
    "Braces that are no attributes are words",
    arguments: [
      "a {b}", "a{#b}", "a {#b} c", "a {#}", "a {}", "a \\{#b}", "a `{#b}`", "a {#b", "a {=b}",
      "a {#b c}",
      "*a {#b}*", "a {k=\"v}",
    ])
  func noAttributes(text: String) {
    let heading = MarkedReading("# \(text)\n").document.headings.first
    #expect(heading?.explicitID == nil)
    #expect(heading?.attributes.span == nil)
    #expect(heading?.plainText.contains("{") == true)
  }

  @Test("The words before attributes keep their markup and places")
  func before() {
    let read = MarkedReading("# *a* \\* [b](⟦u⟧) @k c {#i}\n")
    #expect(read.document.headings.first?.plainText == "a * b @k c")
    #expect(read.document.links.map(\.destinationSpan) == read.spans)
    #expect(read.document.mentions.count == 1)
    #expect(PlaceAudit(read).faults == [])
  }

  @Test("A heading's bytes are all of it")
  func spans() {
    let read = MarkedReading(
      " ⟦# a #⟧\n\n> ⟦b\n> c\n> ===⟧\n\n⟦d\n---⟧\n---\n⟦e\n===⟧\n", prefix: "--")
    #expect(read.document.headings.map(\.span) == read.spans)
    #expect(read.document.headings.map(\.plainText) == ["a", "b c", "d", "e"])
  }
}
