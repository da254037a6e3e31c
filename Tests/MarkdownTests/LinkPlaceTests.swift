import Testing

@testable import Markdown

/// Marked places are those of destinations, in the order of the text.
@Suite("Where links point")
struct LinkPlaceTests {
  /// Reads `source`, and expects the destinations of its links at its marks.
  private func expectDestinations(
    _ source: String, _ wanted: [String], location: SourceLocation = #_sourceLocation
  ) {
    let read = MarkedReading(source, prefix: "---\ntitle: é\n---\n")
    #expect(read.document.links.map(\.destination) == wanted, sourceLocation: location)
    #expect(
      read.document.links.map(\.destinationSpan) == read.spans,
      "\(read.document.links.map { read.words($0.destinationSpan) })", sourceLocation: location)
    #expect(read.reading.diagnostics == [], sourceLocation: location)
    #expect(PlaceAudit(read).faults == [], sourceLocation: location)
  }

  @Test("A link in a line")
  func inline() {
    expectDestinations(
      "See [Größe](⟦../a.md#x⟧ \"t\") and ![b](⟦/c.png⟧).", ["../a.md#x", "/c.png"])
  }

  @Test("A link whose text wraps, in a list in a quotation")
  func wrapped() {
    expectDestinations(
      """
      > - see [the text
      >   that *wraps
      >   on*](⟦a.md⟧), or
      >   [b](
      >   ⟦b.md⟧
      >   'title
      >   too').
      """, ["a.md", "b.md"])
  }

  @Test("A link on a lazy continuation line")
  func lazy() {
    expectDestinations(
      "> - one\nlazy [a](⟦a.md⟧)\n   and [b\nc](⟦b.md⟧)\n", ["a.md", "b.md"])
  }

  @Test("A destination in angle brackets, with escapes and entities")
  func escapes() {
    expectDestinations(
      "[a](<⟦a b\\>.md⟧>) [b](⟦b\\(1\\).md⟧) [c](⟦c&amp;d.md⟧) [d](⟦(x(y))⟧)",
      ["a b>.md", "b(1).md", "c&d.md", "(x(y))"])
  }

  @Test("Words that look like destinations before the link do not mislead")
  func lookalikes() {
    expectDestinations(
      "a.md `](a.md)` \\[x](a.md) <b title=\"](a.md)\"> [a.md](⟦a.md⟧) [](⟦⟧)", ["a.md", ""])
  }

  @Test("An address in angle brackets")
  func autolinks() {
    expectDestinations(
      "<⟦https://a.example/@b⟧> <⟦me@a.example⟧>", ["https://a.example/@b", "mailto:me@a.example"])
  }

  @Test("Links in headings of both kinds")
  func headings() {
    expectDestinations("# [a](⟦a.md⟧) ##\n\n[b](⟦b.md⟧)\n===\n", ["a.md", "b.md"])
  }

  @Test("An image in a link: the outer one comes first")
  func nested() {
    let read = MarkedReading("[![x](⟦x.png⟧)](⟦y.md⟧)")
    #expect(read.document.links.map(\.destination) == ["y.md", "x.png"])
    #expect(read.document.links.map(\.destinationSpan) == read.spans.reversed())
  }

  @Test("A reference is defined in one place and used in another")
  func references() throws {
    let source = """
      - [one][⟦The
        Label⟧], ![⟦the label⟧][] and [⟦tHe label⟧]

      > [the
      > label]:
      > <⟦../a b.md⟧>
      > "title"
      > [other]: x
      > and more
      """
    let read = MarkedReading(source)
    let links = read.document.links
    #expect(links.map(\.form) == [.reference, .reference, .reference])
    #expect(links.map(\.kind) == [.link, .image, .link])
    #expect(links.map(\.labelSpan) == Array(read.spans[0...2]))
    #expect(links.allSatisfy { $0.destinationSpan == read.spans[3] && $0.definition == 0 })
    #expect(links.allSatisfy { $0.destination == "../a b.md" && $0.title == "title" })
    #expect(read.document.definitions.map(\.destination.text) == ["../a b.md", "x"])
    #expect(PlaceAudit(read).faults == [])
  }

  @Test("Of two definitions the first counts, and one in code does not")
  func firstDefinition() {
    let read = MarkedReading(
      """
      ```
      [a]: code.md
      ```

          [a]: code.md

      [a]: ⟦first.md⟧

      <div>
      [a]: html.md
      </div>

      [a]: second.md

      [a]
      """)
    #expect(read.document.links.map(\.destinationSpan) == read.spans)
    #expect(read.document.definitions.count == 2)
  }

  @Test("A definition behind an empty item, an underlined heading or a fence is found")
  func definitionsInGaps() {
    for before in ["-\n", "a\n===\n", "a\n---\n", "> ```\n", "- x\n\n", "***\n", "# a\n"] {
      let read = MarkedReading("\(before)\n[r]: ⟦u.md⟧\n\n[r]\n")
      #expect(read.document.links.map(\.destinationSpan) == read.spans, "after \(before)")
    }
  }

  @Test("The whole of a link is from its first bracket to its last")
  func wholes() {
    let read = MarkedReading(
      "⟦[a](b \"c\")⟧ ⟦![a *b*](<b>)⟧ ⟦[a][r]⟧ ⟦[r][]⟧ ⟦[r]⟧ ⟦<xx:y>⟧\n\n[r]: u\n")
    #expect(read.document.links.map(\.span) == read.spans)
  }
}
