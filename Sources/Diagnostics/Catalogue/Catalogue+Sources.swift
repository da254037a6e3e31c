extension Catalogue {
  /// Faults of the sources that are cited.
  static let sources: [CatalogueEntry] = [
    CatalogueEntry(
      .sourceInvalid, "A source that cannot be read",
      meaning: "An entry of a file of sources breaks a rule of BibTeX or CSL, or lacks its key.",
      reason: "The source could not be cited, or would be set wrongly.",
      remedy: "Correct the entry, or export the file anew.",
      in: "Content/harbour.bib", example: "@book{title = {Without a key}}"),
    CatalogueEntry(
      .sourceDuplicate, "A source that stands twice",
      meaning: "Two sources have the same key, in one file or in two.",
      reason: "Citations reach only the first.",
      remedy: "Take one out, or give it another key.",
      in: "Content/sources.json",
      example: #"  {"id": "harbour2021", "type": "report", "title": "Once more"}"#),
    CatalogueEntry(
      .sourceTypeUnknown, "A source of an unknown type",
      meaning: "The type is none that CSL or BibTeX knows, or there is none.",
      reason: "The source is set as a plain document, without what its kind should show.",
      remedy: "Write a type such as `report`, `book` or `article-journal`.",
      in: "Content/sources.json", example: #"  {"id": "a", "type": "raport", "title": "A"},"#),
    CatalogueEntry(
      .sourceUnstated, "A figure or a value without a source",
      meaning: """
        A chart, table, timeline or value does not say where its data come from: it has no `source`,
        its rows cite nothing, and its dataset has no `sources`. Looked for with `dossier check
        --provenance` alone.
        """,
      reason: "Readers could not check it.",
      remedy: """
        Add a `source` to the block, `sources` to the dataset, or a column of citations to it.
        """,
      in: "Content/ferries.md", example: "```table {#tbl-ferries}"),
  ]
}
