import Values

extension SourceEntry {
  /// The medium and the kind of thing, as the source says them.
  mutating func description() {
    sentence(source[.medium])
    sentence(source[.genre])
  }

  /// Those who edited, translated or directed it, each a sentence, but for those under whose names
  /// it stands.
  mutating func contributions() {
    let roles: [(NameVariable, CitationWords.Role)] = [
      (.editor, words.editor), (.translator, words.translator), (.director, words.director),
    ]
    for phrase in phrases(roles) { sentence(phrase) }
  }

  /// `edited by Rita Roe and Ed Poe`, one phrase for each role; one for both where the editors
  /// translated it.
  func phrases(_ roles: [(NameVariable, CitationWords.Role)]) -> [String] {
    let isBoth = !source[.editor].isEmpty && source[.editor] == source[.translator]
    return roles.compactMap { variable, role in
      guard variable != contributors.variable, !source[variable].isEmpty else { return nil }
      if isBoth, contributors.variable == .editor || variable == .translator { return nil }
      let verb = isBoth && variable == .editor ? words.editorTranslator.verb : role.verb
      return "\(verb) \(names.natural(source[variable]))"
    }
  }

  /// `2nd ed.`, or the words that the source has.
  func edition() -> String? {
    guard let edition = source[.edition] else { return nil }
    guard let number = Int(edition) else { return edition }
    return "\(words.language.ordinal(number)) \(words.edition)"
  }

  /// `Vol. 2`, `3 vols.`
  mutating func volumes() {
    sentence(source[.volume].map { "\(words.volume) \($0)" })
    sentence(source[.numberOfVolumes].map { "\($0) \(words.volumes)" })
  }

  /// The series with its number.
  mutating func series(number: String? = nil) {
    guard let series = source[.collectionTitle] else { return }
    var text = titles.plain(series)
    if let number = source[.collectionNumber] ?? number { text.append(" \(number)") }
    sentence(text)
  }

  /// `Berlin: Springer`, and `Berlin: Springer, 2019` where the date closes the entry.
  mutating func publication() {
    var text = [source[.publisherPlace], source[.publisher]].compactMap(\.self)
      .joined(separator: ": ")
    if datePlace == .atEnd, let original = source[.originalDate].flatMap(dates.year) {
      sentence(original)
      text = Self.capitalized(words.reprint) + (text.isEmpty ? "" : ", \(text)")
    }
    sentence(RichText(text))
    closingDate(source.type.isPublishedByMonth ? fullDate : closingYear)
  }

  /// The date behind a comma, where it closes the entry.
  mutating func closingDate(_ text: String?) {
    if datePlace == .atEnd { clause(text) }
  }

  /// The date as precise as it is known, or what stands for it.
  var fullDate: String { source[.issued].flatMap(dates.full) ?? closingYear }

  /// The year, or what stands for it.
  var closingYear: String {
    source[.issued].flatMap(dates.year) ?? source[.status] ?? words.noDate
  }

  /// Where in which archive it lies.
  mutating func archive() {
    sentence(source[.archiveLocation])
    sentence(source[.archive])
    sentence(source[.archivePlace])
  }
}

extension SourceType {
  /// Whether its month says something that the year does not: it is one of many, or it changes.
  fileprivate var isPublishedByMonth: Bool {
    switch self {
    case .article, .report, .dataset, .document, .broadcast, .hearing, .manuscript, .software,
      .treaty:
      true
    default: false
    }
  }
}
