/// What kind of thing a source is: the types of CSL 1.0.2, appendix III, and `software`.
public enum SourceType: String, CaseIterable, Sendable {
  case article
  case articleJournal = "article-journal"
  case articleMagazine = "article-magazine"
  case articleNewspaper = "article-newspaper"
  case bill
  case book
  case broadcast
  case chapter
  case classic
  case collection
  case dataset
  case document
  case entry
  case entryDictionary = "entry-dictionary"
  case entryEncyclopedia = "entry-encyclopedia"
  case event
  case figure
  case graphic
  case hearing
  case interview
  case legalCase = "legal_case"
  case legislation
  case manuscript
  case map
  case motionPicture = "motion_picture"
  case musicalScore = "musical_score"
  case pamphlet
  case paperConference = "paper-conference"
  case patent
  case performance
  case periodical
  case personalCommunication = "personal_communication"
  case post
  case postWeblog = "post-weblog"
  case regulation
  case report
  case review
  case reviewBook = "review-book"
  case software
  case song
  case speech
  case standard
  case thesis
  case treaty
  case webpage
}

extension SourceType {
  /// Whether it stands within a larger work that has editors of its own.
  var isPart: Bool {
    switch self {
    case .chapter, .entry, .entryDictionary, .entryEncyclopedia, .paperConference: true
    default: false
    }
  }

  /// Whether it appeared in a newspaper or magazine, which are cited by the day.
  var isPress: Bool { self == .articleMagazine || self == .articleNewspaper }

  /// Whether its title is set as that of a work by itself, in italics, rather than in quotes.
  var isWork: Bool {
    switch self {
    case .bill, .book, .classic, .collection, .graphic, .hearing, .legalCase, .legislation,
      .motionPicture, .musicalScore, .pamphlet, .performance, .periodical, .regulation, .song,
      .standard, .treaty:
      true
    default: false
    }
  }
}
