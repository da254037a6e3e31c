import Bytes
import Diagnostics

extension BibTeXSource {
  // MARK: Publication

  mutating func publication(_ type: SourceType) {
    var publishers = ["school", "institution", "organization"].map(list)
    if let published = text("howpublished") {
      // An address in place of one.
      if published.hasPrefix("http://") || published.hasPrefix("https://") {
        texts[.url] = published
      } else {
        publishers.append(published)
      }
    }
    publishers.append(list("publisher"))
    texts[.publisher] = publishers.joined(with: "; ")
    let place = list("address") ?? list("location")
    if type == .patent, let place {
      texts[.jurisdiction] = BibTeXKeyword.words(place)
    } else {
      texts[.publisherPlace] = place
    }
    texts[.eventPlace] = text("venue")
    texts[.originalPublisher] = list("origpublisher")
    texts[.originalPublisherPlace] = list("origlocation")
    texts[.genre] = text("type").map(BibTeXKeyword.words) ?? Self.genres[entry.type]
    texts[.medium] = text("medium")
    texts[.status] = text("pubstate").map(BibTeXKeyword.words)
    texts[.authority] = text("authority")
    texts[.archive] = text("archive")
    texts[.archiveLocation] = text("archivelocation")
    texts[.scale] = text("scale")
    texts[.language] = language
  }

  private static let genres = ["phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"]

  /// The language as a tag: of `langid` or `hyphenation`, or of `language` where it names one.
  private var language: String? {
    if let name = raw("langid") ?? raw("hyphenation") {
      return BibTeXKeyword.language(name) ?? name
    }
    // Some write what it is in, in words of their own.
    return raw("language").flatMap { name in
      BibTeXKeyword.language(name) ?? (BibTeXKeyword.isTag(name) ? name : nil)
    }
  }

  /// Whether the titles are in English, or nothing says that they are not.
  var isEnglish: Bool { language?.lowercased().hasPrefix("en") ?? true }

  // MARK: Identifiers

  mutating func identifiers() {
    texts[.doi] = raw("doi")
    texts[.isbn] = raw("isbn")
    texts[.issn] = raw("issn")
    texts[.pmid] = raw("pmid")
    texts[.pmcid] = raw("pmcid")
    texts[.callNumber] = raw("library")
    if let url = raw("url") ?? eprint() { texts[.url] = url }
  }

  /// The address of what an archive of preprints or books holds.
  private func eprint() -> String? {
    guard let kind = raw("eprinttype") ?? raw("archiveprefix"), let id = raw("eprint") else {
      return nil
    }
    switch kind.lowercased() {
    case "arxiv": return "https://arxiv.org/abs/" + id
    case "jstor": return "https://www.jstor.org/stable/" + id
    case "pubmed": return "https://www.ncbi.nlm.nih.gov/pubmed/" + id
    case "googlebooks": return "https://books.google.com?id=" + id
    case "hdl": return "https://hdl.handle.net/" + id
    default: return nil
    }
  }

  // MARK: Notes

  mutating func notes() {
    texts[.note] = [text("note"), text("addendum")].joined(with: ". ")
    texts[.annote] = text("annotation", "annote")
    texts[.abstract] = text("abstract")
    texts[.keyword] = text("keywords")
  }

  // MARK: Names

  func names(_ type: SourceType) -> [NameVariable: [SourceName]] {
    let reader = BibTeXNames(usesPrefix: options.contains("useprefix=true"))
    var result: [NameVariable: [SourceName]] = [:]
    for (field, variable) in Self.nameFields {
      guard let held = entry[field] else { continue }
      let names = reader.names(held.value)
      guard !names.isEmpty else { continue }
      let role = field == "editor" ? raw("editortype") : nil
      result[role.flatMap { Self.editorRoles[$0] } ?? variable] = names
    }
    return result
  }

  private var options: [String] {
    (raw("options") ?? "").split(separator: ",").map { option in
      option.filter { $0 != " " }
    }
  }

  private static let nameFields: [(String, NameVariable)] = [
    ("author", .author), ("editor", .editor), ("translator", .translator),
    ("bookauthor", .containerAuthor), ("director", .director),
    (
      "collectioneditor",
      .collectionEditor
    ), ("interviewer", .interviewer), ("recipient", .recipient),
    ("composer", .composer), ("illustrator", .illustrator), ("reviewedauthor", .reviewedAuthor),
    ("origauthor", .originalAuthor),
  ]

  private static let editorRoles: [String: NameVariable] = [
    "director": .director, "compiler": .compiler, "producer": .producer, "organizer": .organizer,
    "collaborator": .contributor,
  ]

  // MARK: Dates

  func dates() -> [DateVariable: SourceDate] {
    var result: [DateVariable: SourceDate] = [:]
    for (variable, prefix) in Self.dateFields {
      if let text = raw(prefix + "date") {
        result[variable] = BibTeXDate.date(text)
      } else if let year = text(prefix + "year") {
        result[variable] = BibTeXDate.date(
          year: year, month: text(prefix + "month"), day: text(prefix + "day"))
      }
    }
    return result
  }

  private static let dateFields: [(DateVariable, String)] = [
    (.issued, ""), (.accessed, "url"), (.eventDate, "event"), (.originalDate, "orig"),
  ]
}
