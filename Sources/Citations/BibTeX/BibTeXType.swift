/// The types of `.bib` files and CSL's beside them.
enum BibTeXType {
  /// The source's type that an entry's type means, by its name in small letters; nil for a type
  /// that neither BibTeX nor biblatex knows.
  ///
  /// biblatex's `entrysubtype` tells magazines and newspapers from journals; where it holds the
  /// name of a type of CSL, as we write it, that is the type.
  static func source(_ type: String, subtype: String?, isEvent: Bool) -> SourceType? {
    if let subtype, let type = SourceType(rawValue: subtype) { return type }
    switch type {
    case "article", "periodical", "suppperiodical":
      if subtype == "magazine" { return .articleMagazine }
      return subtype == "newspaper" ? .articleNewspaper : .articleJournal
    case "unpublished": return isEvent ? .speech : .manuscript
    default: return table[type]
    }
  }

  /// The types whose `number` counts the volumes of a series.
  static let inSeries: Set<String> = [
    "book", "collection", "proceedings", "reference", "mvbook", "mvcollection", "mvproceedings",
    "mvreference", "bookinbook", "inbook", "incollection", "conference", "inproceedings",
    "inreference", "suppbook", "suppcollection",
  ]

  /// The types of parts of books.
  static let parts: Set<String> = [
    "bookinbook", "conference", "inbook", "incollection", "inproceedings", "inreference",
    "suppbook", "suppcollection",
  ]

  /// The types that are or stand in periodicals.
  static let articles: Set<String> = ["article", "periodical", "suppperiodical", "review"]

  /// Every type by name, for suggestions.
  static var names: [String] {
    table.keys.sorted() + ["article", "periodical", "suppperiodical", "unpublished"]
  }

  private static let table: [String: SourceType] = [
    "artwork": .graphic, "audio": .song, "book": .book, "bookinbook": .chapter,
    "booklet": .pamphlet, "collection": .book, "commentary": .book,
    "conference": .paperConference, "custom": .document, "data": .dataset, "dataset": .dataset,
    "electronic": .webpage, "image": .figure, "inbook": .chapter, "incollection": .chapter,
    "inproceedings": .paperConference, "inreference": .entryEncyclopedia,
    "jurisdiction": .legalCase, "legal": .treaty, "legislation": .legislation,
    "letter": .personalCommunication, "letters": .personalCommunication, "manual": .book,
    "mastersthesis": .thesis, "misc": .document, "movie": .motionPicture, "music": .song,
    "mvbook": .book, "mvcollection": .book, "mvproceedings": .book, "mvreference": .book,
    "newsarticle": .articleNewspaper, "online": .webpage, "patent": .patent,
    "performance": .performance, "phdthesis": .thesis, "proceedings": .book, "reference": .book,
    "report": .report, "review": .review, "set": .document, "software": .software,
    "standard": .standard, "suppbook": .chapter, "suppcollection": .chapter,
    "techreport": .report, "thesis": .thesis, "video": .motionPicture, "www": .webpage,
  ]

  /// What kind of work an entry's type says by itself.
  static let genres = ["phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"]

  /// The entry's type under which a source of `type` is written.
  static func entry(_ type: SourceType) -> String { written[type] ?? "misc" }

  private static let written: [SourceType: String] = [
    .article: "article", .articleJournal: "article",
    .articleMagazine: "article", .articleNewspaper: "article",
    .bill: "legislation", .book: "book", .broadcast: "video",
    .chapter: "incollection", .classic: "book", .collection: "book",
    .dataset: "dataset", .entry: "inreference",
    .entryDictionary: "inreference", .entryEncyclopedia: "inreference",
    .figure: "image", .graphic: "artwork", .legalCase: "jurisdiction",
    .legislation: "legislation", .manuscript: "unpublished",
    .map: "artwork", .motionPicture: "movie", .musicalScore: "book",
    .pamphlet: "booklet", .paperConference: "inproceedings",
    .patent: "patent", .performance: "performance",
    .periodical: "periodical", .personalCommunication: "letter",
    .post: "online", .postWeblog: "online", .regulation: "legislation",
    .report: "report", .review: "review", .reviewBook: "review",
    .software: "software", .song: "music", .speech: "unpublished",
    .standard: "standard", .thesis: "thesis", .treaty: "legal",
    .webpage: "online",
  ]
}
