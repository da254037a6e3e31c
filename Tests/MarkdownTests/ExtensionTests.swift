import Diagnostics
import Testing

@testable import Markdown

/// Marked places are those that the test names.
@Suite("Tables, footnotes and the like")
struct ExtensionTests {
  private func cells(_ read: MarkedReading) -> [TableBlock.Cell] {
    cells(in: read.document.blocks) + read.document.footnotes.flatMap { cells(in: $0.blocks) }
  }

  private func cells(in blocks: [Block]) -> [TableBlock.Cell] {
    blocks.flatMap { block -> [TableBlock.Cell] in
      switch block.kind {
      case .table(let table): table.head + table.rows.joined()
      case .blockQuote(let blocks): cells(in: blocks)
      case .list(let list): list.items.flatMap { cells(in: $0.blocks) }
      default: []
      }
    }
  }

  @Test(
    "Every cell is where its file has it",
    arguments: [
      "| ⟦a⟧ | ⟦b⟧ |\n|---|:-:|\n| ⟦*c* d⟧ | ⟦`e \\| f`⟧ |\n",
      "> | ⟦a⟧ |\n> |--|\n> | ⟦b⟧\n", "- x\n  | ⟦a⟧ | ⟦b⟧\n  -|-\n  ⟦é⟧|⟦d⟧\n",
      "1. | ⟦a⟧ |\n   |---|\n   ⟦b⟧\n", "text\n⟦a⟧ |\n -|\n  ⟦b⟧\n",
      "x[^n]\n\n[^n]: | ⟦a⟧ |\n    |-|\n    | ⟦b⟧ |\n",
      "⟦a⟧|\n:-\n⟦b⟧\n\n⟦c⟧\n-|\n",
    ])
  func cells(source: String) {
    let read = MarkedReading(source, prefix: "---\ntitle: é\n---\n")
    #expect(cells(read).map(\.span) == read.spans)
    #expect(read.reading.diagnostics == [])
    #expect(PlaceAudit(read).faults == [])
  }

  @Test("What a cell links to and cites is where its file has it")
  func cellReferences() {
    let read = MarkedReading(
      "x [e](⟦one.md⟧) @⟦k1⟧\n\n| a [b](⟦two.md⟧) | @⟦k2⟧ |\n|--|--|\n| [r] | [^n] |\n\n[c](⟦four.md⟧)\n\n"
        + "[r]: ⟦three.md⟧\n[^n]: @⟦k3⟧\n")
    let links = read.document.links.map { read.words($0.destinationSpan) }
    #expect(links == ["one.md", "two.md", "three.md", "four.md"])
    #expect(read.document.mentions.map { read.words($0.span) } == ["@k1", "@k2", "@k3"])
    #expect(read.document.footnotes.map(\.number) == [1])
    #expect(PlaceAudit(read).faults == [])
  }

  @Test("A table ends where another block begins")
  func tableEnds() {
    for end in [
      "> b", "# b", "```\nb\n```", "***", "- b", "2. b", "<div>", "<b>", "    b", "[^x]: b",
    ] {
      let read = MarkedReading("| a |\n|---|\n| c |\n\(end)\n")
      #expect(cells(read).count == 2, "\(end)")
      #expect(read.document.blocks.count + read.document.footnotes.count == 2, "\(end)")
    }
    #expect(cells(MarkedReading("| a |\n|---|\n===\n--\nb\n")).count == 4)
  }

  @Test(
    "What only looks like a table is none",
    arguments: [
      "| a | b |\n|---|\n", "a\n---\n", "| a\n\n|---|\n", "```\n| a |\n|---|\n```\n",
      "    | a |\n    |---|\n",
      "> | a |\n|---|\n", "<div>\n| a |\n|---|\n</div>\n", "|\n-|\n", "a\n===\n:-:\n",
    ])
  func noTable(source: String) {
    #expect(cells(MarkedReading(source)).isEmpty)
  }

  @Test("A thousand columns are a table, one more are not")
  func columns() {
    for count in [1000, 1001] {
      let row = String(repeating: "|x", count: count) + "\n"
      let read = MarkedReading(row + String(repeating: "|-", count: count) + "\n" + row)
      #expect(cells(read).count == (count == 1000 ? 2000 : 0))
    }
  }

  @Test("Footnotes are numbered as a reader meets them")
  func numbers() {
    let read = MarkedReading(
      "[^z]: last [^y]\n\na[^B] c[^z] d[^b]\n\n[^b]: first\n\n    > nested [^y]\n[^y]: in notes\n[^u]: unused\n"
    )
    let notes = read.document.footnotes
    #expect(notes.map(\.label.text) == ["z", "b", "y", "u"])
    #expect(notes.map(\.number) == [2, 1, 3, nil])
    #expect(notes.map(\.references.count) == [1, 2, 2, 0])
    #expect(read.reading.diagnostics.map(\.code) == [.footnoteUnused])
    #expect(read.document.blocks.count == 1)
    #expect(notes[1].blocks.count == 2)
  }

  @Test("Labels are where their file has them, in definitions and references")
  func footnotePlaces() {
    let read = MarkedReading(
      "> a[^⟦n⟧] **b [^⟦x⟧]**\n[^⟦n⟧]: c\n   [^⟦m⟧]:\n\n       code\n\n* [^⟦n⟧]: d\n", prefix: "é")
    let places =
      read.document.footnoteReferences.map(\.label.span) + read.document.footnotes.map(\.label.span)
    #expect(places == read.spans)
    let found = read.reading.diagnostics.sortedForReport
    #expect(
      found.map(\.code) == [.footnoteUndefined, .footnoteUnused, .footnoteDuplicate])
    #expect(found.map(\.span) == [read.spans[1], read.spans[3], read.spans[4]])
    #expect(found.last?.labels.map(\.span) == [read.spans[2]])
    #expect(PlaceAudit(read).faults == [])
  }

  @Test("Notes that refer to one another are numbered and come to an end")
  func circle() {
    let read = MarkedReading("a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1] d[^2]\n")
    #expect(read.document.footnotes.map(\.number) == [1, 2])
    #expect(read.document.footnotes.map(\.references.count) == [2, 2])
    // One that only itself refers to is never met.
    let lonely = MarkedReading("a\n\n[^1]: b[^1]\n")
    #expect(lonely.reading.diagnostics.map(\.code) == [.footnoteUnused])
  }

  @Test("What looks like a footnote in code and HTML stays what it is")
  func noFootnote() {
    let source =
      "| a |\n|---|\n<b>\n[^b]: note\n\n```\n[^c]: d\n```\n\n    [^e]: f\n\n`[^g]` \\[^h]\n"
    let read = MarkedReading(source)
    #expect(read.document.footnotes.isEmpty)
    #expect(read.document.rawHTML.map(\.text.string) == ["<b>\n[^b]: note\n"])
    #expect(read.document.fences.map(\.text.string) == ["[^c]: d\n"])
    #expect(read.reading.diagnostics == [])
    #expect(PlaceAudit(read).faults == [])
  }

  @Test("A task is an item that begins with a box")
  func tasks() {
    let read = MarkedReading("- [ ] a\n- [x] *b*\n1. [X] # c\n- [ ]\n- x [ ] d\n\n[x]: u\n")
    var tasks: [Bool?] = []
    for block in read.document.blocks {
      guard case .list(let list) = block.kind else { continue }
      tasks += list.items.map(\.task)
    }
    #expect(tasks == [false, true, true, nil, nil])
    #expect(HTMLWriter.html(of: read.document).contains("disabled=\"\" /> <em>b</em>"))
    #expect(HTMLWriter.html(of: read.document).contains("# c"))
  }

  @Test("A quotation's mark makes an alert of it")
  func alerts() {
    let read = MarkedReading(
      "> [!NOTE]\n> a *b*\n\n> [!tip]\n>\n> - c\n\n> [!⟦Warnin⟧]\n> d\n\n> [!NOTE]⟦ e⟧\n\n> f\n> [!NOTE]\n"
    )
    let kinds = read.document.blocks.map { block -> AlertKind? in
      if case .alert(let kind, _) = block.kind { kind } else { nil }
    }
    #expect(kinds == [.note, .tip, nil, nil, nil])
    #expect(read.reading.diagnostics.map(\.code) == [.alertUnknown, .alertUnknown])
    #expect(read.reading.diagnostics.map(\.span) == read.spans)
    #expect(read.reading.diagnostics.first?.help == "did you mean 'WARNING'?")
  }

  @Test("An abbreviation is said in full wherever it stands as a word")
  func abbreviations() {
    let read = MarkedReading(
      "# The ISK\n\nISK, ISKP and (**ISK**); `ISK`. UN\n*[ISK]: Islamic State *Khorasan*\n*[UN]: United Nations\n\n"
        + "| ISK |\n|-|\n")
    #expect(
      read.document.abbreviations.map(\.expansion.text) == [
        "Islamic State *Khorasan*", "United Nations",
      ])
    let html = AbbreviationWriter.text(of: read.document)
    #expect(html == "The <ISK>|<ISK>, ISKP and (<ISK>); . <UN>|<ISK>")
    #expect(read.document.headings.map(\.id) == ["the-isk"])
    #expect(PlaceAudit(read).faults == [])
  }

  @Test(
    "An address in text is a link as far as it goes",
    arguments: [
      ("see ⟦https://a.b/c_d_e⟧.", "https://a.b/c_d_e"),
      ("(⟦https://a.b/*c*/_d_e⟧_), ", "https://a.b/*c*/_d_e"),
      ("*⟦www.a.org/b?c=d&e=f⟧*", "http://www.a.org/b?c=d&e=f"),
      ("„⟦https://a.b/c⟧“", "https://a.b/c"), ("[see ⟦https://a.b⟧]", "https://a.b"),
      ("⟦https://a.b/c⟧[^1]\n\n[^1]: x", "https://a.b/c"),
      ("⟦http://[::1]:80/x⟧ y", "http://[::1]:80/x"),
      ("me: ⟦x.y@z.org⟧!", "mailto:x.y@z.org"),
    ])
  func addresses(source: String, destination: String) {
    let read = MarkedReading(source)
    #expect(read.document.links.map(\.destination) == [destination])
    #expect(read.document.links.map(\.span) == read.spans)
    #expect(read.document.links.allSatisfy { $0.form == .bare })
    #expect(read.reading.diagnostics == [])
  }

  @Test(
    "What is no address in text is none",
    arguments: [
      "a@b", "@a.b.c", "http://", "https:// a", "`https://a.b`", "x.org", "ahttp://b.c", "www.",
      "www._b.c",
      "<b title='https://a.b'>", "\\https\\://a.b",
    ])
  func noAddress(source: String) {
    #expect(MarkedReading(source).document.links.isEmpty)
  }
}

/// Writes the words of a document with its abbreviations in angle brackets.
private enum AbbreviationWriter {
  static func text(of document: MarkdownDocument) -> String {
    document.blocks.map { block in
      switch block.kind {
      case .paragraph(let inlines): text(of: inlines)
      case .heading(let index): text(of: document.headings[index].inlines)
      case .table(let table): table.head.map { text(of: $0.inlines) }.joined(separator: ",")
      default: ""
      }
    }.joined(separator: "|")
  }

  private static func text(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let words, _): words
      case .strong(let children): text(of: children)
      case .abbreviation(_, let children): "<\(text(of: children))>"
      default: ""
      }
    }.joined()
  }
}
