/// The fields of one source's entry, as they are written.
struct BibTeXFields {
  private let source: Source
  /// The type, without `@`.
  let entryType: String
  /// Names and values; a value has its braces, or is an abbreviation.
  private(set) var fields: [(name: String, value: String)] = []

  init(_ source: Source) {
    self.source = source
    self.entryType = Self.entryType(of: source)
  }

  private static func entryType(of source: Source) -> String {
    let genre = source[.genre]?.lowercased() ?? ""
    switch source.type {
    case .report: return "techreport"
    case .thesis where genre.contains("ph") || genre.contains("diss"): return "phdthesis"
    case .thesis where genre.contains("master"): return "mastersthesis"
    default: return BibTeXType.entry(source.type)
    }
  }

  /// Makes the fields, in the order in which people look for them.
  mutating func collect() {
    people()
    titles()
    dates()
    numbers()
    publication()
    for (field, variable) in BibTeXVariables.plainTexts { add(field, source[variable]) }
    for (field, variable) in BibTeXVariables.rawTexts { addRaw(field, source[variable]) }
    kind()
  }

  // MARK: Values

  private mutating func add(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    fields.append((name, "{\(LaTeXWriter.text(text))}"))
  }

  private mutating func addTitle(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    fields.append((name, "{\(LaTeXWriter.title(text, isEnglish: isEnglish))}"))
  }

  /// An address or a number, in which LaTeX's commands mean nothing.
  private mutating func addRaw(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    fields.append((name, "{\(LaTeXWriter.raw(text))}"))
  }

  /// A list, whose items `and` parts: one that has the word itself stands in braces.
  private mutating func addList(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    let inner = LaTeXWriter.text(text)
    fields.append((name, text.contains(" and ") ? "{{\(inner)}}" : "{\(inner)}"))
  }

  private var isEnglish: Bool { source[.language]?.lowercased().hasPrefix("en") ?? true }

  // MARK: Who

  private mutating func people() {
    for (field, variable) in BibTeXVariables.names where !source[variable].isEmpty {
      let names = source[variable].map(Self.name)
      fields.append((field, "{\(names.joined(separator: " and "))}"))
    }
    // Particles that stay with the name are part of it; with none that leaves, nothing is to say.
  }

  private static func name(_ name: SourceName) -> String {
    if let literal = name.literal {
      return literal == "others" ? literal : "{\(LaTeXWriter.text(literal))}"
    }
    var family = LaTeXWriter.text(SourceName.join(name.nonDroppingParticle, name.family))
    // Small words in braces stay, as does a comma or an "and".
    if !name.nonDroppingParticle.isEmpty || family.contains(",") || family.contains(" and ") {
      family = "{\(family)}"
    }
    let von = LaTeXWriter.text(name.droppingParticle)
    var parts = [von.isEmpty ? family : "\(von) \(family)"]
    if !name.suffix.isEmpty { parts.append(Self.part(name.suffix)) }
    if !name.given.isEmpty || !name.suffix.isEmpty { parts.append(Self.part(name.given)) }
    // A family name of several words by itself would be taken apart.
    if parts.count == 1, von.isEmpty, family.contains(" "), !family.hasPrefix("{") {
      return "\(family),"
    }
    return parts.joined(separator: ", ")
  }

  private static func part(_ text: String) -> String {
    let latex = LaTeXWriter.text(text)
    return latex.contains(",") || latex.contains(" and ") ? "{\(latex)}" : latex
  }

  // MARK: What

  private var isPart: Bool { BibTeXType.parts.contains(entryType) }

  private mutating func titles() {
    let container = source[.containerTitle]
    if let volume = source[.volumeTitle], isPart {
      addTitle("title", source[.title])
      addTitle("maintitle", container)
      addTitle("booktitle", volume)
    } else if let volume = source[.volumeTitle] {
      addTitle("maintitle", source[.title])
      addTitle("title", volume)
      addTitle("journaltitle", container)
    } else {
      addTitle("title", source[.title])
      addTitle(
        isPart ? "booktitle" : entryType == "article" ? "journal" : "journaltitle", container)
    }
    addTitle("shorttitle", source[.titleShort])
    addTitle("shortjournal", source[.containerTitleShort])
    addTitle("series", source[.collectionTitle])
    addTitle("eventtitle", source[.eventTitle] ?? source[.event])
    addTitle("origtitle", source[.originalTitle])
    addTitle("reviewedtitle", source[.reviewedTitle])
  }

  // MARK: When

  private mutating func dates() {
    if let issued = source[.issued] {
      if let start = issued.start, start.year >= 1000 {
        fields.append(("year", "{\(start.year)}"))
        if let month = start.month { fields.append(("month", BibTeXMonths.names[month - 1])) }
        let isPlain =
          start.day == nil && issued.end == nil && issued.season == nil && !issued.isCirca
        if !isPlain { addRaw("date", BibTeXDate.text(issued)) }
      } else if let literal = issued.literal {
        add("year", literal)
      } else {
        addRaw("date", BibTeXDate.text(issued))
      }
    }
    for (field, variable) in BibTeXVariables.dates {
      guard let date = source[variable] else { continue }
      if let literal = date.literal {
        add(field, literal)
      } else {
        addRaw(field, BibTeXDate.text(date))
      }
    }
  }

  // MARK: Where

  private mutating func numbers() {
    add("volume", source[.volume])
    if BibTeXType.articles.contains(entryType) {
      add("number", source[.issue])
      add("eid", source[.number])
      add("seriesnumber", source[.collectionNumber])
    } else if BibTeXType.inSeries.contains(entryType) {
      add("number", source[.collectionNumber])
      add("eid", source[.number])
      add("issue", source[.issue])
    } else {
      add("number", source[.number])
      add("seriesnumber", source[.collectionNumber])
      add("issue", source[.issue])
    }
    let pages = source[.page]?.replacing("–", with: "-").replacing("--", with: "-")
    addRaw("pages", pages?.replacing("-", with: "--"))
  }

  private mutating func publication() {
    switch entryType {
    case "phdthesis", "mastersthesis": addList("school", source[.publisher])
    case "techreport", "thesis": addList("institution", source[.publisher])
    default: addList("publisher", source[.publisher])
    }
    addList(
      source.type == .patent ? "location" : "address",
      source.type == .patent ? source[.jurisdiction] : source[.publisherPlace])
    addList("origpublisher", source[.originalPublisher])
    addList("origlocation", source[.originalPublisherPlace])
  }

  /// What kind of thing it is, where the entry's type does not say it.
  private mutating func kind() {
    if source[.genre] != BibTeXType.genres[entryType] { add("type", source[.genre]) }
    if let name = source[.language].flatMap(BibTeXKeyword.babelName) { addRaw("langid", name) }
    let isEvent =
      source[.eventTitle] != nil || source[.event] != nil
      || source[.eventPlace] != nil || source[.eventDate] != nil
    let subtypes: [SourceType: String] = [
      .articleMagazine: "magazine", .articleNewspaper: "newspaper",
    ]
    if BibTeXType.source(entryType, subtype: nil, isEvent: isEvent) != source.type {
      addRaw("entrysubtype", subtypes[source.type] ?? source.type.rawValue)
    }
  }
}
