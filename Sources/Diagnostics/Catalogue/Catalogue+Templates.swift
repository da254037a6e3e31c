extension Catalogue {
  /// Faults of templates.
  static let templates: [CatalogueEntry] = [
    CatalogueEntry(
      .templateInvalid, "A template that cannot be read",
      meaning: "A tag of a template is never closed, empty, or closes what is not open.",
      reason: "No page that uses the template could be made.",
      remedy: "Correct the tag.",
      in: "Templates/brief.mustache", example: "{{{page.body}}"),
    CatalogueEntry(
      .templateMissing, "A template that is not there",
      meaning: "A page or a template names a template or partial that does not exist.",
      reason: "Mustache would leave the place empty.",
      remedy: "Correct the name, or write the file in `Templates/`.",
      in: "Content/ferries.md", example: "template: fery"),
    CatalogueEntry(
      .templateVariableUnknown, "A variable that no template has",
      meaning: "A tag names a variable that is not among those that the template can use there.",
      reason: "Mustache would leave the place empty.",
      remedy: "Correct the name.",
      in: "Templates/page.mustache", example: "{{page.titel}}"),
    CatalogueEntry(
      .templateRecursive, "A template that includes itself",
      meaning: "A template or partial includes itself, at once or by way of others.",
      reason: "It would never end.",
      remedy: "Take one of the inclusions out.",
      in: "Templates/partials/inner.mustache", example: "{{> outer}}"),
  ]
}
