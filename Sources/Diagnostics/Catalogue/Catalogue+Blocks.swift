extension Catalogue {
  /// Faults of charts, tables and timelines.
  static let blocks: [CatalogueEntry] = [
    CatalogueEntry(
      .blockKeyUnknown, "A block, or a place to publish to, has a key that it does not know",
      meaning: """
        A table or timeline, a part of one, or a target of 'publish' has a key that is none of its
        own.
        """,
      reason: "What it asks for would silently be left out.",
      remedy: "Correct the key, or take it out.",
      in: "Content/ferries.md", example: "colums: [route]"),
    CatalogueEntry(
      .blockInvalid, "A block that cannot be drawn",
      meaning: """
        A chart, table or timeline is empty, its fence has words that mean nothing, or it asks for
        something that its data cannot give.
        """,
      reason: "The page would have a gap where the figure should be.",
      remedy: "Change the marked words as the help line says.",
      in: "Content/ferries.md", example: "  y: {field: route, type: quantitative}"),
    CatalogueEntry(
      .blockUnknown, "Code with a figure's id",
      meaning: """
        A fence has an id such as `{#fig-rain}`, but its first word is not the name of a block.
        """,
      reason: "It is shown as code, and the figure that was meant is not on the page.",
      remedy: "Correct the block's name. Where code is meant, take the id out.",
      in: "Content/ferries.md", example: "```chrt {#fig-passengers}"),
    CatalogueEntry(
      .rowsLeftOut, "Rows that a picture cannot show",
      meaning: """
        Rows that a timeline should show have no date, or rows that a graph should show lack one of
        their ends.
        """,
      reason: "The picture shows less than the data hold, and nothing on the page says so.",
      remedy: "Complete the rows, or leave them out with `where`.",
      in: "Content/index.md", example: "date: opened"),
    CatalogueEntry(
      .chartUnsupported, "A chart asks for something that is not supported",
      meaning: "A property or value of Vega-Lite's grammar is not among those that Dossier draws.",
      reason: "Left out silently, the chart would say something else than was meant.",
      remedy: "Take the property out, or write one of those that the help line lists.",
      in: "Content/ferries.md", example: "mark: geoshape"),
    CatalogueEntry(
      .chartDescriptionMissing, "A chart without a description",
      meaning: "The chart has no `description`; one is made from the data.",
      reason: "Those who cannot see the picture learn only what a program can tell of it.",
      remedy: "Add a line `description: …` that says what the picture shows.",
      in: "Content/ferries.md", example: "```chart {#fig-ferries}"),
    CatalogueEntry(
      .chartPropertyUnused, "A property of a chart that changes nothing",
      meaning:
        "The property is Vega-Lite's, and Dossier decides what it would set by itself, such as where the title of an axis stands.",
      reason: "The chart is drawn, but not in this as its author asked.",
      remedy: "Take the property out. The guide's table of what is supported says which these are.",
      in: "Content/ferries.md", example: "  x: {field: year, type: ordinal, axis: {titleX: 20}}"),
  ]
}
