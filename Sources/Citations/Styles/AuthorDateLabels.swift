/// Works out how citations name each source of a page, so that no two look alike: by given names,
/// by more names, by letters behind the year, in this order. Chicago 15.20 to 15.29.
struct AuthorDateLabels {
  let words: CitationWords

  /// A source on its way to a label.
  private struct Draft {
    let source: Source
    let contributors: Contributors
    let year: String
    /// How much of the first name's given names is shown.
    var given = ""
    /// How many names are shown.
    var shown: Int
  }

  /// The labels by key.
  /// - Parameter sources: The sources in the order of the list, which is that of the letters.
  func labels(for sources: [Source]) -> [String: Bibliography.Label] {
    var drafts = sources.map { source in
      let contributors = Contributors(of: source, words: words)
      let count = contributors.names.count
      return Draft(
        source: source, contributors: contributors, year: year(of: source),
        shown: count > 3 ? 1 : count)
    }
    addGivenNames(&drafts)
    addNames(&drafts)
    return letters(drafts)
  }

  // MARK: Given names

  /// Where first authors share a family name and are not the same person, gives their initials, or
  /// the whole given names where initials agree too.
  private func addGivenNames(_ drafts: inout [Draft]) {
    var givens: [String: Set<String>] = [:]
    for name in drafts.compactMap(\.contributors.names.first) where name.literal == nil {
      givens[name.short, default: []].insert(name.given)
    }
    for index in drafts.indices {
      guard let name = drafts[index].contributors.names.first, name.literal == nil,
        let others = givens[name.short], others.count > 1
      else { continue }
      let alike = others.count { SourceName(family: "", given: $0).initials == name.initials }
      drafts[index].given = alike > 1 ? name.given : name.initials
    }
  }

  // MARK: More names

  private func addNames(_ drafts: inout [Draft]) {
    var needed: [[String]: Int] = [:]
    let groups = Dictionary(grouping: drafts.indices) { index in
      [author(of: drafts[index]).plain, drafts[index].year]
    }
    for group in groups.values where group.count > 1 {
      let lists = group.map { drafts[$0].contributors.names.map(\.short) }
      // Sources of one list of names, which no name tells apart, are compared but once.
      let distinct = Set(lists)
      guard distinct.count > 1 else { continue }
      for list in distinct {
        let most = distinct.reduce(0) { most, other in
          guard other != list else { return most }
          return max(most, zip(list, other).prefix { $0 == $1 }.count + 1)
        }
        needed[list] = max(needed[list] ?? 0, most)
      }
    }
    for index in drafts.indices {
      let list = drafts[index].contributors.names.map(\.short)
      if let count = needed[list] {
        drafts[index].shown = min(list.count, max(count, drafts[index].shown))
      }
    }
  }

  // MARK: Letters

  private func letters(_ drafts: [Draft]) -> [String: Bibliography.Label] {
    var labels: [String: Bibliography.Label] = [:]
    var counts: [[String]: Int] = [:]
    let keys = drafts.map { [author(of: $0).plain, $0.year] }
    for key in keys { counts[key, default: 0] += 1 }
    var used: [[String]: Int] = [:]
    for (draft, key) in zip(drafts, keys) {
      var letter: String?
      if counts[key, default: 0] > 1 {
        letter = Self.letter(used[key, default: 0])
        used[key, default: 0] += 1
      }
      labels[draft.source.id] = Bibliography.Label(
        author: author(of: draft), year: Self.suffixed(draft.year, letter), yearSuffix: letter,
        hasComma: Self.isWord(draft.source[.issued]))
    }
    return labels
  }

  /// Whether words stand for the year: "n.d.", "forthcoming", but not "Spring 2013".
  private static func isWord(_ date: SourceDate?) -> Bool {
    guard let date, date.start == nil else { return date == nil }
    return !(date.literal ?? "").utf8.contains { (0x30...0x39).contains($0) }
  }

  /// `a` to `z`, then `aa`, `ab` …
  static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }

  /// The year with its letter; behind a word that could run into it, with a hyphen.
  static func suffixed(_ year: String, _ letter: String?) -> String {
    guard let letter else { return year }
    let isWord = year.unicodeScalars.last?.properties.isAlphabetic ?? false
    return isWord ? "\(year)-\(letter)" : year + letter
  }

  // MARK: Texts

  private func year(of source: Source) -> String {
    let dates = DateText(words: words)
    guard let issued = source[.issued], let year = dates.year(issued) else {
      return source[.status]?.lowercased() ?? words.noDate
    }
    guard let original = source[.originalDate].flatMap(dates.year) else { return year }
    return "[\(original)] \(year)"
  }

  private func author(of draft: Draft) -> RichText {
    let (names, isOpen) = NameList.known(draft.contributors.names)
    guard !names.isEmpty else { return title(of: draft.source) }
    let texts = names.prefix(draft.shown).enumerated().map { index, name in
      index == 0 ? SourceName.join(draft.given, name.short) : name.short
    }
    let isCut = isOpen || texts.count < names.count
    return Typography.settingApostrophes(
      RichText(NameList(words: words).phrase(texts, isCut: isCut, needsComma: texts.count > 2)))
  }

  /// What stands for the author: a newspaper's name, or the title, the short one where there is one.
  private func title(of source: Source) -> RichText {
    let titles = SourceTitle(of: source, words: words)
    if source.type.isPress, let container = source[.containerTitle] {
      return titles.emphasized(container)
    }
    guard let title = source[.titleShort] ?? source[.title] else { return RichText(source.id) }
    return source.type.isWork ? titles.emphasized(title) : titles.quoted(title)
  }
}
