/// Fields that hold one variable each, whatever the type of the entry.
enum BibTeXVariables {
  /// Fields of names: BibTeX's and biblatex's first, then those under CSL's own names.
  static let names: [(field: String, variable: NameVariable)] =
    [
      ("author", .author), ("editor", .editor), ("translator", .translator),
      ("bookauthor", .containerAuthor), ("origauthor", .originalAuthor),
    ]
    + ownNames([.author, .editor, .translator, .containerAuthor, .originalAuthor])

  /// Fields of prose.
  static let plainTexts: [(field: String, variable: TextVariable)] =
    [
      ("edition", .edition), ("chapter", .chapterNumber), ("volumes", .numberOfVolumes),
      ("pagetotal", .numberOfPages), ("version", .version), ("venue", .eventPlace),
      ("pubstate", .status), ("note", .note), ("annotation", .annote), ("abstract", .abstract),
      ("keywords", .keyword),
    ]
    + [
      .archive, .archiveCollection, .archiveLocation, .archivePlace, .authority, .dimensions,
      .division, .license, .medium, .partTitle, .printing, .references, .reviewedGenre, .scale,
      .section, .source, .supplement,
    ].map { (own($0.rawValue), $0) }

  /// Fields of addresses and identifiers, in which LaTeX's commands mean nothing.
  static let rawTexts: [(field: String, variable: TextVariable)] = [
    ("doi", .doi), ("url", .url), ("isbn", .isbn), ("issn", .issn), ("pmid", .pmid),
    ("pmcid", .pmcid), ("library", .callNumber), ("language", .language),
  ]

  /// Fields of dates beside that of publication.
  static let dates: [(field: String, variable: DateVariable)] = [
    ("urldate", .accessed), ("eventdate", .eventDate), ("origdate", .originalDate),
    ("availabledate", .availableDate), ("submitted", .submitted),
  ]

  private static func ownNames(_ known: Set<NameVariable>) -> [(String, NameVariable)] {
    NameVariable.allCases.filter { !known.contains($0) }.map { (own($0.rawValue), $0) }
  }

  private static func own(_ name: String) -> String {
    name.filter { $0 != "-" && $0 != "_" }.lowercased()
  }
}
