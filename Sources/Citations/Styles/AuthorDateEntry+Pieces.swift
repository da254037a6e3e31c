import Values

extension AuthorDateEntry {
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

  /// `Berlin: Springer`
  mutating func publication() {
    sentence(
      RichText(
        [source[.publisherPlace], source[.publisher]].compactMap(\.self).joined(separator: ": ")))
  }

  /// Where in which archive it lies.
  mutating func archive() {
    sentence(source[.archiveLocation])
    sentence(source[.archive])
    sentence(source[.archivePlace])
  }
}
