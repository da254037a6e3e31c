import Citations
import Testing

@Suite("Locators")
struct LocatorTests {
  static func item(_ text: String) -> CitationItem? {
    CitationParser(Array("@k\(text)".utf8)).group()?.items.first
  }

  @Test(
    "A label and numbers behind a key are its locator, the rest its suffix",
    arguments: [
      (", p. 3", Locator(.page, "3"), ""), (", pp. 3-7, 12", Locator(.page, "3-7, 12"), ""),
      (" p.3", Locator(.page, "3"), ""), (", 42", Locator(.page, "42"), ""),
      (", 33-35, 38 and *passim*", Locator(.page, "33-35, 38"), " and *passim*"),
      (", chap. iv", Locator(.chapter, "iv"), ""), (", § 2.1", Locator(.section, "2.1"), ""),
      (", Sections 2.1", Locator(.section, "2.1"), ""), (", S. 3", Locator(.page, "3"), ""),
      (", Abschn. 2", Locator(.section, "2"), ""), (", p. 3 (c)4.", Locator(.page, "3 (c)4"), "."),
      (", sec. \"Threat to Europe\"", Locator(.section, "Threat to Europe", isName: true), ""),
      (
        ", sec. “Ideology, Strategy”, p. 3", Locator(.section, "Ideology, Strategy", isName: true),
        ", p. 3"
      ),
      (", {p. iv, vi}, with", Locator(.page, "iv, vi"), ", with"),
      ("{ii, A}", Locator(.page, "ii, A"), ""),
      (", {sec. \"Europe\"} x", Locator(.section, "Europe", isName: true), " x"),
    ])
  func locators(text: String, locator: Locator, suffix: String) throws {
    let item = try #require(Self.item(text))
    #expect(item.locator == locator)
    #expect(item.suffix == suffix)
  }

  @Test(
    "Words that are no locator are the suffix",
    arguments: [
      ", and elsewhere", ", January 1999", ", sec. A", " pageant 3x", ", part of it", ", p. mild",
      ", {p. 3", ", \"name\"",
    ])
  func suffixes(text: String) throws {
    let item = try #require(Self.item(text))
    #expect(item.locator == nil)
    #expect(item.suffix == text)
  }

  @Test("Empty braces say that there is no locator")
  func emptyBraces() throws {
    let item = try #require(Self.item(", {}, 3"))
    #expect(item.locator == nil)
    #expect(item.suffix == ", 3")
  }

  @Test("A data cell holds a locator, or else the name of a section")
  func cells() {
    #expect(Locator(cell: "p. 3") == Locator(.page, "3"))
    #expect(Locator(cell: "12") == Locator(.page, "12"))
    #expect(
      Locator(cell: "Threat to Europe") == Locator(.section, "Threat to Europe", isName: true))
    #expect(
      Locator(cell: "Part 3 of it") == Locator(.section, "Part 3 of it", isName: true))
    #expect(Locator(cell: "  ") == nil)
  }
}
