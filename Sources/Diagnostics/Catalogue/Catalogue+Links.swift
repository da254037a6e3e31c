extension Catalogue {
  /// Faults of links, images, citations and cross-references.
  static let links: [CatalogueEntry] = [
    CatalogueEntry(
      .linkTargetMissing, "A link leads to no page",
      meaning: """
        No page of the publication stands at the path. Pages are named by their source files, with
        `.md`, case counts, and drafts exist only with `--drafts`.
        """,
      reason: "Readers would land on the page for missing pages.",
      remedy: "Correct the path as the help line says, or write the page.",
      in: "Content/ferries/north.md",
      example: "To [rain](../rian.md), [rain](../rain), [rain](../rain.html), [rain](/rain),"),
    CatalogueEntry(
      .linkSchemeRefused, "A link with a scheme that is not allowed",
      meaning: "An address begins with something other than http, https, ftp, mailto, tel or xmpp.",
      reason: "Addresses such as `javascript:` run a program in the reader's browser.",
      remedy: "Write an address on the web, or a path within the publication.",
      in: "Content/ferries.md",
      example:
        "[four](&#1;javascript:alert(1)), [five](vbscript:x), [six](data:text/html,x), <file:///etc/passwd>,"
    ),
    CatalogueEntry(
      .linkAnchorMissing, "A link leads to no heading",
      meaning: "The page is there, and nothing on it has the id behind the `#`.",
      reason: "Readers would land at the top of the page.",
      remedy: """
        Correct the id. It is made from the heading's text in lower case with hyphens, unless the
        heading sets its own with `{#id}`.
        """,
      in: "Content/ferries.md", example: "[five](./ferries.md#fares), [six](index.md#top)."),
    CatalogueEntry(
      .linkReferenceUndefined, "A reference-style link without a definition",
      meaning: "`[words][label]` or `[label][]` stands in the text, and nothing defines the label.",
      reason: "Markdown would show the brackets as text.",
      remedy: "Define it on a line of its own, `[label]: address`, or write `\\[` for a bracket.",
      in: "Content/rain.md", example: "summary: Rain in [the harbour][harbour]"),
    CatalogueEntry(
      .assetMissing, "A file that is not there",
      meaning: "An image or a download points to no file in `Content/`.",
      reason: "Readers would see a broken picture, or get nothing.",
      remedy: "Correct the path, or put the file there. Case counts.",
      in: "Content/ferries/map.md", example: "![a page](../rain.md), ![A map][map]."),
    CatalogueEntry(
      .assetRemote, "A picture from another host",
      meaning: "An image would be fetched from elsewhere each time the page is read.",
      reason: "The other host learns who reads what, and may change or lose the picture.",
      remedy: "Save the file in `Content/assets/` and link to that. This cannot be allowed.",
      in: "Content/ferries.md", example: "[map]: http://example.org/map.png"),
    CatalogueEntry(
      .citationMissing, "A citation of an unknown source",
      meaning: "No source has the key, in text, a block's `source` or a data cell.",
      reason: "What is said there would have no source.",
      remedy: "Correct the key, or add the source. Write `\\@name` for a handle.",
      in: "Content/ferries.md", example: "source: [harbour2021, harbor2021]"),
    CatalogueEntry(
      .crossReferenceMissing, "A cross-reference to nothing",
      meaning: """
        `@fig-…`, `@tbl-…`, `@tml-…`, `@sec-…`, `@fn-…` or `@dat-…` names nothing that is there.
        """,
      reason: "There is no number to show.",
      remedy: "Correct the id, or give the figure or heading that id.",
      in: "Content/ferries.md", example: "source: \"@fig-nothing\""),
    CatalogueEntry(
      .crossReferenceAmbiguous, "A cross-reference that could mean several pages",
      meaning: "A cross-reference names a page by its file's name, and several files have it.",
      reason: "It could lead to the wrong page.",
      remedy: "Write the path, as in `@briefs/strength:fig-strength`.",
      in: "Content/tides.md", example: "See @rain:sec-rain, but @ferries/rain:sec-rain is clear."),
  ]
}
