extension Catalogue {
  /// Faults of names: of entities, datasets, columns and people.
  static let names: [CatalogueEntry] = [
    CatalogueEntry(
      .entityMissing, "A name in the data without a page",
      meaning: "A cell names a page of a collection, and the collection has none of that name.",
      reason: "The cell could not be linked, and is most likely misspelt.",
      remedy: "Correct the cell, or write the page.",
      in: "Content/data/calls.csv", example: "2020-01-03,east,new"),
    CatalogueEntry(
      .datasetMissing, "A dataset that is not there",
      meaning: "A block or a foreign key names a dataset that the publication does not have.",
      reason: "There is nothing to draw.",
      remedy: "Correct the name, or list the file in the data package.",
      in: "Content/ferries.md", example: "data: feries"),
    CatalogueEntry(
      .columnMissing, "A column that is not there",
      meaning: "A block or the data package names a column that the dataset does not have.",
      reason: "There is nothing to draw or to check.",
      remedy: "Correct the name; case counts.",
      in: "Content/ferries.md", example: "sort: [-passenger]"),
    CatalogueEntry(
      .authorUnknown, "An author who looks like a key and is none",
      meaning: """
        An author or translator is one word in lower case, as keys of `people` in site.yaml are, and
        there is no such key.
        """,
      reason: "The key itself would be printed as the author's name.",
      remedy: "Correct the key, add it to `people`, or write the name in full.",
      in: "Content/ferries.md", example: "authors: [mkohc, Ada Example, unknown]"),
    CatalogueEntry(
      .nameNearMiss, "A word that is nearly a name",
      meaning: "A word in the text differs in a letter or two from the name of an entity.",
      reason: "Names from other scripts are easily misspelt, and readers search for them.",
      remedy: """
        Correct the word. If it is right, add it to the entity's `aliases`, or allow it on the page.
        """,
      in: "Content/ferries.md",
      example:
        "- The [Hakkani organisation](actors/haqqani-organisation.md) had a hull, the Nangahar."),
  ]
}
