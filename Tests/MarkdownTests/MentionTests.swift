import Testing

@testable import Markdown

/// Marked places are those of mentions.
@Suite("Citations and cross-references in text")
struct MentionTests {
  @Test(
    "A mention reaches as far as pandoc's",
    arguments: [
      ("As ⟦@smith2010⟧ says.", ["@smith2010"]),
      ("⟦@a:b_c.d-e/f⟧. ⟦@Größe⟧, @{x y}", ["@a:b_c.d-e/f", "@Größe"]),
      ("⟦[@{https://a.b/{c}?d}, p. 3]⟧ ⟦@{e}⟧", ["@{https://a.b/{c}?d}, p. 3", "@{e}"]),
      ("⟦@a [p. 12]⟧ says, ⟦@b [p. 3;\nsee @c]⟧ too", ["@a [p. 12]", "@b [p. 3; see @c]"]),
      ("⟦[see @a, p. 3; also @b, chap. 2]⟧", ["see @a, p. 3; also @b, chap. 2"]),
      ("(⟦[-@a]⟧; -⟦@b⟧)", ["-@a", "@b"]),
      ("⟦[@a, sec. \"Threat; to *Europe*\"]⟧", ["@a, sec. \"Threat; to Europe\""]),
      ("⟦[see **the** @a, p.\n3 [sic] \\[x\\]]⟧", ["see the @a, p. 3 [sic] [x]"]),
      ("[see ⟦@a⟧; nothing]", ["@a"]),
      ("⟦@fig-x⟧ [p. 3] and ⟦@strength:tbl-y⟧ [z]", ["@fig-x", "@strength:tbl-y"]),
      ("⟦@a⟧ [^1] ⟦@b⟧ [] ⟦@c⟧ (x)\n\n[^1]: n", ["@a", "@b", "@c"]),
      ("[x ⟦[@a]⟧ y]", ["@a"]),
      ("*⟦@a⟧* and **⟦[@b]⟧**", ["@a", "@b"]),
      ("⟦[@a]⟧⟦[@b]⟧", ["@a", "@b"]),
    ])
  func extents(source: String, texts: [String]) {
    let read = MarkedReading(source)
    #expect(read.document.mentions.map(\.text.string) == texts)
    #expect(read.document.mentions.map(\.span) == read.spans)
    #expect(read.reading.diagnostics == [])
    #expect(PlaceAudit(read).faults == [])
  }

  @Test(
    "What is no mention is left alone",
    arguments: [
      "me@example.org", "é@b", "\\@handle", "`@code`", "<b title=\"@x\">", "<https://x.org/@me>",
      "https://x.org/@me and www.x.org/@me", "@ @. @- @@", "[a](@b.md)", "    @code",
      "```\n@code\n```", "<!-- @x -->", "&#64;x", "[\\@a]", "[a@b.c; d@e.f]",
    ])
  func none(source: String) {
    let read = MarkedReading(source)
    #expect(read.document.mentions == [])
    #expect(read.reading.diagnostics == [])
  }

  @Test("Every key's bytes are where its file has them")
  func places() throws {
    let read = MarkedReading(
      "> See [see \\*the* &auml; *x* @⟦first⟧,\n> p. `3`;\n>   -@⟦second⟧\\] x].\nLazy @⟦third⟧ [p. 4]",
      prefix: "---\n---\n")
    let mentions = read.document.mentions
    try #require(mentions.count == 2)
    var keys: [(Mention, String)] = []
    for word in ["first", "second"] { keys.append((mentions[0], word)) }
    keys.append((mentions[1], "third"))
    for ((mention, word), span) in zip(keys, read.spans) {
      let text = mention.text.bytes
      let start = try #require(
        text.indices.first { text[$0...].starts(with: word.utf8) }, "\(mention.text.string)")
      #expect(mention.text.span(of: start..<start + word.utf8.count) == span)
    }
    #expect(mentions[0].isBracketed)
    #expect(mentions[0].locator == nil)
    #expect(!mentions[1].isBracketed)
    #expect(mentions[1].locator == 7..<13)
  }

  @Test("What is written as an escape is known as such")
  func escaped() throws {
    let read = MarkedReading("[see \\@x, @a &#64;y]")
    let mention = try #require(read.document.mentions.first)
    #expect(mention.text.string == "see @x, @a @y")
    #expect(mention.escaped == [4, 11])
  }

  @Test("A mention in a link's text knows that it cannot be a link")
  func inLinks() {
    let read = MarkedReading("[see ⟦@a⟧](u) [⟦@b⟧][r] ⟦@c⟧\n\n[r]: u\n")
    #expect(read.document.mentions.map(\.span) == read.spans)
    #expect(read.document.mentions.map(\.isInLink) == [true, true, false])
  }

  @Test("The text about a mention is whole")
  func around() {
    let read = MarkedReading("a \\* b @k, c &amp; [x @y] d")
    guard case .paragraph(let inlines)? = read.document.blocks.first?.kind else {
      Issue.record("no paragraph")
      return
    }
    let whole = read.document.plainText(of: inlines, keepsCitations: true)
    #expect(whole == "a * b @k, c & [x @y] d")
    #expect(read.document.plainText(of: inlines) == "a * b @k, c & d")
    #expect(inlines.count == 5)
  }

  @Test("Without the option an at sign is an at sign")
  func off() {
    let read = MarkedReading("[@a] @b", options: .commonMark)
    #expect(read.document.mentions == [])
  }
}
