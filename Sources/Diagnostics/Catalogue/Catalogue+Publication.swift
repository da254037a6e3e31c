extension Catalogue {
  /// Faults of the publication as a whole and of its files.
  static let publication: [CatalogueEntry] = [
    CatalogueEntry(
      .contentMissing, "There is no folder to build from",
      meaning:
        "The project has no folder `Content/`, or none with the name that `--content` gives.",
      reason: "Nothing can be checked, so nothing else is reported.",
      remedy: """
        Run Dossier in the project's folder or name it with `--project`. `dossier new DIR` starts a
        project.
        """),
    CatalogueEntry(
      .contentEmpty, "The publication has no page",
      meaning: "The folder `Content/` holds no file whose name ends in `.md`.",
      reason: "A site without a page is most likely the wrong folder.",
      remedy: "Write `Content/index.md`, or name the right folder with `--content`."),
    CatalogueEntry(
      .siteConfigurationMissing, "There is no site.yaml",
      meaning: "`Content/site.yaml` is not there.",
      reason: "The site's title and its collections stand in it.",
      remedy: "Write `Content/site.yaml` with at least a line `title: …`."),
    CatalogueEntry(
      .fileUnreadable, "A file cannot be read",
      meaning: """
        The system refused to hand a file or folder over, or a symbolic link leads to nothing. Links
        to a page that cannot be read are not reported besides.
        """,
      reason: "The site would be written without it.",
      remedy: "Correct the permissions or the link, or take the file out of the folder."),
    CatalogueEntry(
      .textEncodingInvalid, "A file is not UTF-8",
      meaning: """
        A byte of a text file begins no character of UTF-8, or of the encoding that the data package
        names for it.
        """,
      reason: "Letters would be lost or shown as others.",
      remedy: """
        Save the file as UTF-8. Editors name this among the encodings when saving. Data may be in
        another encoding, which its resource then names.
        """,
      in: "Content/data/stops.csv", example: "1,K\u{FFFD}ln"),
    CatalogueEntry(
      .pathEscapesContent, "A path leads out of the publication",
      meaning: "A link, a data path or a symbolic link points to something outside `Content/`.",
      reason: "What lies outside is not part of the site, and may not be meant to be seen.",
      remedy: "Copy the file into `Content/` and point to the copy.",
      in: "Content/ferries/index.md",
      example: "See the [budget](../../budget.md), [notes](/../notes.md)"),
    CatalogueEntry(
      .outputConflict, "Two files would be written to one path",
      meaning: """
        Two pages, files or redirects have the same path in the site, or paths that differ only by
        case or by how accents are encoded.
        """,
      reason: "One would replace the other, on some computers and not on others.",
      remedy: "Rename one of the two.",
      in: "Content/routes.md", example: "```chart {#fig-ferries}"),
  ]
}
