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
    texts[.originalPublisher] = list("origpublisher")
    texts[.originalPublisherPlace] = list("origlocation")
    texts[.genre] = text("type").map(BibTeXKeyword.words) ?? BibTeXType.genres[entry.type]
  }

  /// The language as a tag: of `language` where it is one, or of `langid` or `hyphenation`, or of
  /// a `language` that is called by its name.
  private var language: String? {
    let name = raw("language")
    if let name, BibTeXKeyword.isTag(name) { return name }
    if let id = raw("langid") ?? raw("hyphenation") { return BibTeXKeyword.language(id) ?? id }
    // Some write what it is in, in words of their own.
    return name.flatMap(BibTeXKeyword.language)
  }

  /// Whether the titles are in English, or nothing says that they are not.
  var isEnglish: Bool { language?.lowercased().hasPrefix("en") ?? true }

  // MARK: The rest

  mutating func rest() {
    for (field, variable) in BibTeXVariables.plainTexts where texts[variable] == nil {
      texts[variable] = text(field)
    }
    for (field, variable) in BibTeXVariables.rawTexts where texts[variable] == nil {
      texts[variable] = raw(field)
    }
    texts[.language] = language
    texts[.url] = raw("url") ?? eprint() ?? texts[.url]
    texts[.note] = [text("note"), text("addendum")].joined(with: ". ")
    texts[.annote] = text("annotation", "annote")
    texts[.status] = texts[.status].map(BibTeXKeyword.words)
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

  // MARK: Names

  func names(_ type: SourceType) -> [NameVariable: [SourceName]] {
    let reader = BibTeXNames(usesPrefix: options.contains("useprefix=true"))
    var result: [NameVariable: [SourceName]] = [:]
    for (field, variable) in BibTeXVariables.names {
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

  private static let editorRoles: [String: NameVariable] = [
    "director": .director, "compiler": .compiler, "producer": .producer, "organizer": .organizer,
    "collaborator": .contributor,
  ]

  // MARK: Dates

  mutating func dates() -> [DateVariable: SourceDate] {
    var result: [DateVariable: SourceDate] = [:]
    result[.issued] = date("date") ?? date(prefix: "")
    for (field, variable) in BibTeXVariables.dates { result[variable] = date(field) }
    // biblatex's fields before it had dates.
    result[.accessed] = result[.accessed] ?? date(prefix: "url")
    result[.eventDate] = result[.eventDate] ?? date(prefix: "event")
    result[.originalDate] = result[.originalDate] ?? date(prefix: "orig")
    return result
  }

  /// The date of a field; one that is all digits and hyphens and still no date is a slip.
  private mutating func date(_ field: String) -> SourceDate? {
    guard let text = raw(field), let date = BibTeXDate.date(text) else { return nil }
    if date.start == nil, date.literal == text, let value = entry[field],
      text.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
      )
    {
      diagnostics.append(
        Diagnostic(
          .sourceInvalid, "'\(text)' of the source '\(entry.key)' is no date",
          at: SourceSpan(file, value.valueRange),
          help: "write it as year-month-day, such as 2022-02-17"))
    }
    return date
  }

  private func date(prefix: String) -> SourceDate? {
    text(prefix + "year").flatMap { year in
      BibTeXDate.date(year: year, month: text(prefix + "month"), day: text(prefix + "day"))
    }
  }
}
