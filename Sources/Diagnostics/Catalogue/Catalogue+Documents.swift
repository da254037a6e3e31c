extension Catalogue {
  /// Faults of YAML and JSON: front matter, site.yaml, blocks, data packages, sources.
  static let documents: [CatalogueEntry] = [
    CatalogueEntry(
      .yamlInvalid, "YAML that cannot be read",
      meaning: "The front matter, a block or a file of YAML breaks a rule of YAML.",
      reason: "Nothing of it can be used, so the page has no title or the block no data.",
      remedy: """
        Look at the marked place. A text with `: ` or `#` in it needs quotation marks; what is opened
        must be closed; lines are indented with spaces.
        """,
      in: "Content/ferries.md", example: "title: Ferries: the north route"),
    CatalogueEntry(
      .yamlTooLarge, "YAML that grows too large or too deep",
      meaning:
        "With its aliases written out the YAML has more than 100,000 values, or nests more than 200 deep.",
      reason: "A few lines of aliases can stand for more than any computer holds.",
      remedy: "Write out what the aliases stand for, or put data into a CSV file.",
      in: "Content/ferries.md",
      example: """
        title: Ferries
        a: &a [x, x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        """),
    CatalogueEntry(
      .jsonInvalid, "JSON that cannot be read",
      meaning: "A file of JSON breaks a rule of JSON, such as a comma behind the last member.",
      reason: "Nothing of the file can be used.",
      remedy: "Look at the marked place, or save the file anew with the program that wrote it.",
      in: "Content/sources.json", example: #"  {"id": "harbour2021", "type": "report",}"#),
    CatalogueEntry(
      .keyUnknown, "A key that has no meaning",
      meaning:
        "The front matter, site.yaml or the data package has a key that Dossier does not know.",
      reason: "A misspelt key has no effect, which is easily overlooked.",
      remedy: "Correct the key, or take the line out.",
      in: "Content/ferries.md", example: "sumary: Ferries cross the harbour."),
    CatalogueEntry(
      .keyMissing, "A key that must be there is missing",
      meaning: "A page has no title, a block no data, or an entry lacks another key that it needs.",
      reason: "Without it there is nothing to show.",
      remedy: "Add the line that the message names. The place is where it should stand.",
      in: "Content/routes.md", example: "```timeline"),
    CatalogueEntry(
      .valueTypeWrong, "A value of the wrong type",
      meaning: "A list stands where text is wanted, text where a mapping is, or the like.",
      reason: "The value cannot be used.",
      remedy: "Write a value of the type that the message names.",
      in: "Content/ferries.md", example: "title: [Ferries]"),
    CatalogueEntry(
      .valueInvalid, "A value that is not possible",
      meaning: "The value has the right type, but is none of those that the key takes.",
      reason: "The value cannot be used.",
      remedy: "Write one of the values that the help line lists.",
      in: "Content/ferries.md", example: "tlp: PURPLE"),
  ]
}
