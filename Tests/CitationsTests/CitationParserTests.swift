import Bytes
import Citations
import Testing

@Suite("Citations in text")
struct CitationParserTests {
  @Test("Each key is told by its bytes, and each group by its brackets")
  func offsets() throws {
    let text = "Ähnlich [see @müller2010, p. 3; -@{b c}; @b] und @c [p. 4]."
    let bytes = Array(text.replacing("{b c}", with: "{b:c}").utf8)
    let matches = CitationParser(bytes).matches()
    #expect(
      matches.map { bytes[$0.range].text } == [
        "[see @müller2010, p. 3; -@{b:c}; @b]", "@c [p. 4]",
      ])
    let items = matches.flatMap(\.citation.items)
    #expect(items.map { bytes[$0.keyRange].text } == ["müller2010", "b:c", "b", "c"])
    #expect(items.map(\.prefix) == ["see", "", "", ""])
    #expect(items.map(\.isAuthorSuppressed) == [false, true, false, false])
    #expect(items[0].locator == Locator(.page, "3"))
    #expect(items[3].locator == Locator(.page, "4"))
    #expect(matches.map(\.citation.form) == [.parenthetical, .inText])
  }

  @Test(
    "Punctuation behind a key is not part of it",
    arguments: [
      ("@a.", "a"), ("@a, who", "a"), ("@a?", "a"), ("@a:b:", "a:b"), ("@a--b", "a"),
      ("@a_b_", "a_b_"), ("@http://x.y/z/", "http://x.y/z"), ("@a’s", "a"), ("@a's", "a"),
      ("(@a)", "a"), ("@a;", "a"), ("@1a-b+c", "1a-b+c"), ("@日本2010。", "日本2010"),
    ])
  func keys(text: String, key: String) {
    let matches = CitationParser(Array(text.utf8)).matches()
    #expect(matches.map { $0.citation.items[0].sourceKey } == [key])
  }

  @Test(
    "What is no key is left alone",
    arguments: [
      "a@b.org", "1@b", "é@b", "\\@handle", "@", "@ a", "@{a b}", "@{}", "@*", "[@]",
      "https://x.org/@user and more", "[^note]", "[a](b)",
    ])
  func noKeys(text: String) {
    #expect(CitationParser(Array(text.utf8)).matches().isEmpty)
  }

  @Test("An @ that was written as an escape begins no key")
  func escapes() {
    #expect(CitationParser(Array("@a and @b".utf8), escaped: [0]).matches().count == 1)
    // A backslash that was escaped itself does not escape.
    #expect(CitationParser(Array("\\@a".utf8), escaped: [0]).matches().count == 1)
  }

  @Test(
    "Brackets are a group only where each part has a key and no target follows",
    arguments: [
      ("[@a; @b]", 1), ("[@a; b]", 0), ("[a; @b]", 0), ("[@a;]", 0), ("[@a](u)", 0),
      ("[@a]{.x}", 0), ("[@a][x]", 0), ("[@a][@b]", 2), ("[see [1] @a]", 1), ("[x [@a]]", 1),
      ("[@a", 0), ("@a]", 0), ("[\"@a\"]", 0),
    ])
  func groups(text: String, count: Int) {
    let matches = CitationParser(Array(text.utf8)).matches()
    #expect(matches.count { $0.citation.form == .parenthetical } == count)
  }

  @Test("Semicolons in a quoted name do not part items")
  func semicolons() throws {
    let text = "see @a, sec. \"One; Two\", and more; @b, chap. “Drei; vier”"
    let citation = try #require(CitationParser(Array(text.utf8)).group())
    #expect(citation.items.map(\.sourceKey) == ["a", "b"])
    #expect(citation.items[0].locator == Locator(.section, "One; Two", isName: true))
    #expect(citation.items[0].suffix == ", and more")
    #expect(citation.items[1].locator == Locator(.chapter, "Drei; vier", isName: true))
  }

  @Test("Keys without a semicolon between them are items of their own")
  func runOn() throws {
    let citation = try #require(CitationParser(Array("@a, p. 3, and @b".utf8)).group())
    #expect(citation.items.map(\.sourceKey) == ["a", "b"])
    #expect(citation.items.map(\.isRunOn) == [false, true])
    #expect(citation.items[0].locator == Locator(.page, "3"))
    #expect(citation.items[1].prefix == ", and")
  }

  @Test(
    "Keys that begin fig-, tbl-, tml- or sec- are cross-references, on this page or another",
    arguments: [
      ("@fig-strength", CrossReference.Kind.figure, nil, "fig-strength"),
      ("@strength:fig-strength", .figure, "strength", "fig-strength"),
      ("@briefs/strength:tbl-a", .table, "briefs/strength", "tbl-a"),
      ("@tml-events.", .timeline, nil, "tml-events"),
      ("@sec-finance", .section, nil, "sec-finance"),
    ])
  func crossReferences(
    text: String, kind: CrossReference.Kind, page: String?, id: String
  ) throws {
    let item = try #require(CitationParser(Array(text.utf8)).inText()?.items.first)
    guard case .crossReference(let reference) = item.target else {
      Issue.record("\(text) is no cross-reference")
      return
    }
    #expect(reference.kind == kind)
    #expect(reference.page == page)
    #expect(reference.id == id)
  }

  @Test(
    "A key that only looks like a cross-reference is a source's",
    arguments: ["fig-", "figure", "Fig-a", "a:b", ":fig-a", "fig-a:b"])
  func noCrossReferences(key: String) {
    #expect(CrossReference(key: key) == nil)
  }

  @Test("A bracket behind a cross-reference is not its locator")
  func bracketBehindReference() {
    let bytes = Array("@fig-a [p. 3]".utf8)
    #expect(CitationParser(bytes).matches().map(\.range) == [0..<6])
  }

  @Test(
    "Hostile text takes time in line with its length",
    .timeLimit(.minutes(20)),
    arguments: [
      "[", "]", "@{", "[@a", "[\"@a ", "@a [", "“@a [", "[@a;", "((", "@a [((", "[@a [", "\\@",
    ])
  func hostile(unit: String) {
    let text = String(repeating: unit, count: 60_000 / unit.utf8.count)
    let bytes = Array(text.utf8)
    #expect(CitationParser(bytes).matches().allSatisfy { $0.range.upperBound <= bytes.count })
    let nested = Array((text + String(repeating: "]; b]", count: 20_000)).utf8)
    #expect(CitationParser(nested).matches().allSatisfy { $0.range.upperBound <= nested.count })
  }
}
