/// The types of RIS.
enum RISType {
  /// The type under which a source of `type` is written.
  static func name(_ type: SourceType) -> String {
    switch type {
    case .article, .articleJournal, .review, .reviewBook: "JOUR"
    case .articleMagazine: "MGZN"
    case .articleNewspaper: "NEWS"
    case .bill: "BILL"
    case .book, .classic, .collection: "BOOK"
    case .broadcast, .motionPicture: "MPCT"
    case .chapter: "CHAP"
    case .dataset: "DATA"
    case .document, .event, .performance: "GEN"
    case .entryDictionary: "DICT"
    case .entry, .entryEncyclopedia: "ENCYC"
    case .figure: "FIGURE"
    case .graphic: "ART"
    case .hearing: "HEAR"
    case .interview, .personalCommunication: "PCOMM"
    case .legalCase: "CASE"
    case .legislation, .regulation, .treaty: "STAT"
    case .manuscript: "UNPB"
    case .map: "MAP"
    case .musicalScore: "MUSIC"
    case .pamphlet: "PAMP"
    case .paperConference: "CPAPER"
    case .patent: "PAT"
    case .periodical: "JFULL"
    case .post, .webpage: "ELEC"
    case .postWeblog: "BLOG"
    case .report: "RPRT"
    case .software: "COMP"
    case .song: "SOUND"
    case .speech: "SLIDE"
    case .standard: "STAND"
    case .thesis: "THES"
    }
  }
}
