extension Catalogue {
  /// Faults of pages and their text.
  static let pages: [CatalogueEntry] = [
    CatalogueEntry(
      .frontMatterUnclosed, "Front matter that never ends",
      meaning: "The page begins with a line `---`, and no second one follows.",
      reason: "The whole page would be read as front matter.",
      remedy: "Write a line `---` behind the last key.",
      in: "Content/ferries.md", example: "---\ntitle: Ferries"),
    CatalogueEntry(
      .allowUnused, "An allowance that matches nothing",
      meaning: """
        An entry of `allow` names a code and words, and there is no such finding on the page.
        """,
      reason: """
        The fault may be mended, and the allowance would hide the next one; or the words are not those
        that the finding marks.
        """,
      remedy: "Take the entry out, or copy the marked words into its `key` exactly.",
      in: "Content/ferries.md",
      example: "  - {code: link-target-missing, key: rain.md, why: It comes in May.}"),
    CatalogueEntry(
      .markdownTooDeep, "Text that nests too deep",
      meaning: "Lists, quotations or emphasis stand within one another more than 200 deep.",
      reason: "No reader follows it, and it is a way to exhaust a program.",
      remedy: "Take out the marks that are not meant, or put a backslash before them.",
      in: "Content/ferries.md", example: ">>>>>>>>>>>>>>>>>>>>"),
    CatalogueEntry(
      .markdownTooManyBrackets, "A block with too many brackets",
      meaning: "One paragraph has more than 10,000 opening brackets.",
      reason: "Looking for links among them would take very long.",
      remedy: "Divide the paragraph by blank lines, or put it in a code block.",
      in: "Content/rain.md", example: "# ![![!["),
    CatalogueEntry(
      .htmlNotAllowed, "HTML that this site does not allow",
      meaning: """
        The text has an element or attribute that is not on the list of safe ones, or any HTML at all
        where site.yaml says `html: none`.
        """,
      reason: "Scripts, frames and addresses in raw HTML can do harm and are not checked.",
      remedy: "Write it in Markdown. `html: all` in site.yaml lets everything through, unchecked.",
      in: "Content/ferries.md", example: "<script>alert(1)</script>"),
    CatalogueEntry(
      .idDuplicate, "An id that stands twice on a page",
      meaning: "Two headings or blocks of one page have the same id.",
      reason: "A link or cross-reference reaches only the first.",
      remedy: "Give one of them another id.",
      in: "Content/ferries.md", example: "## South {#route}"),
    CatalogueEntry(
      .alertUnknown, "An alert of an unknown kind",
      meaning: "A quotation begins with `[!…]`, and the word is none of the five kinds of alerts.",
      reason: "It stays a quotation, with the mark in its text.",
      remedy: "Write NOTE, TIP, IMPORTANT, WARNING or CAUTION.",
      in: "Content/ferries.md", example: "> [!WARNNG]"),
    CatalogueEntry(
      .footnoteUndefined, "A footnote without a text",
      meaning: "The text refers to a footnote that nothing defines.",
      reason: "The reader would see the brackets and find no note.",
      remedy: "Define it on a line of its own, `[^label]: words`, or correct the label.",
      in: "Content/ferries.md",
      example: "The north route[^nroth] and the south one[^south], see [^1]."),
    CatalogueEntry(
      .footnoteDuplicate, "A footnote that is defined twice",
      meaning: "Two footnotes of a page have the same label; case does not count.",
      reason: "References reach only the first, and the second is lost.",
      remedy: "Give one of them another label.",
      in: "Content/ferries.md", example: "  [^North]: To the island."),
    CatalogueEntry(
      .footnoteUnused, "A footnote that nothing refers to",
      meaning: "A footnote is defined, and the text never refers to it.",
      reason: "It is not shown, so its words are lost.",
      remedy: "Refer to it with `[^label]`, or take it out.",
      in: "Content/ferries.md", example: "[^south]: To the island[^south]."),
  ]
}
