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

  /// The entry's type under which a source of `type` is written, and whether an `entrysubtype` has
  /// to say the rest.
  static func entry(_ type: SourceType) -> (name: String, needsSubtype: Bool) {
    switch type {
    case .articleMagazine, .articleNewspaper: ("article", true)
    default: written[type] ?? ("misc", type != .document)
    }
  }

  private static let written: [SourceType: (String, Bool)] = [
    .article: ("article", true), .articleJournal: ("article", false),
    .bill: ("legislation", true), .book: ("book", false), .broadcast: ("video", true),
    .chapter: ("incollection", false), .classic: ("book", true), .collection: ("book", true),
    .dataset: ("dataset", false), .entry: ("inreference", true),
    .entryDictionary: ("inreference", true), .entryEncyclopedia: ("inreference", false),
    .figure: ("image", false), .graphic: ("artwork", false), .legalCase: ("jurisdiction", false),
    .legislation: ("legislation", false), .manuscript: ("unpublished", false),
    .map: ("artwork", true), .motionPicture: ("movie", false), .musicalScore: ("book", true),
    .pamphlet: ("booklet", false), .paperConference: ("inproceedings", false),
    .patent: ("patent", false), .performance: ("performance", false),
    .periodical: ("periodical", true), .personalCommunication: ("letter", false),
    .post: ("online", true), .postWeblog: ("online", true), .regulation: ("legislation", true),
    .report: ("report", false), .review: ("review", false), .reviewBook: ("review", true),
    .software: ("software", false), .song: ("music", false), .speech: ("unpublished", true),
    .standard: ("standard", false), .thesis: ("thesis", false), .treaty: ("legal", false),
    .webpage: ("online", false),
  ]
}
