extension Catalogue {
  /// Faults of who may see what.
  static let audiences: [CatalogueEntry] = [
    CatalogueEntry(
      .markMissing, "No mark, so no audience may see it",
      meaning: """
        A page or a dataset has no `tlp`, and site.yaml has none for all. Looked for with
        `--audience` alone.
        """,
      reason: "A build for an audience has only what is marked for it, so this is left out.",
      remedy: "Give it a `tlp`, or write one in site.yaml for all that has none.",
      in: "Content/ferries.md", example: "---\ntitle: Ferries"),
    CatalogueEntry(
      .linkWithheld, "A link to what this audience may not see",
      meaning: """
        With `--audience`, a page, a cell or a block refers to a page or a dataset that is marked for
        a narrower circle, or not at all.
        """,
      reason: "It does not exist in this build: the link would lead nowhere, and its address tell.",
      remedy: """
        Take the reference out, or mark one of the two anew. With `withheldLinks: text` in site.yaml a
        link becomes plain text; what has no words of its own stays an error: a cross-reference, a
        value, a block.
        """,
      in: "Content/index.md", example: "[ferries](ferries.md)"),
    CatalogueEntry(
      .linkNarrower, "A link to what may go less far than the page",
      meaning: """
        A page leads to a page, or shows a dataset, whose mark is narrower than its own. Not looked
        for where site.yaml has `withheldLinks: text`.
        """,
      reason: "A build for the page's own circle cannot have both, and fails.",
      remedy: "Take the reference out, or mark one of the two anew.",
      in: "Content/index.md", example: "[ferries](ferries.md)"),
    CatalogueEntry(
      .textLeaked, "A file has words that this audience may not see",
      meaning: """
        `dossier audit` found eight characters or more of a withheld page, dataset or source in a file
        of the site, where nothing that the audience may see has them.
        """,
      reason: "What was meant for a smaller circle would reach a larger one.",
      remedy: """
        Look into the file that the message names: a picture may carry a title, an archive a text. If
        it is made by Dossier itself, tell its makers.
        """,
      in: "Content/ferries.md", example: "title: Blackwater crossing"),
  ]
}
