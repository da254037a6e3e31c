/// Writes one entry of a list of sources, Chicago chapters 14 and 15.
struct SourceEntry {
  /// Where an entry says when its source came out.
  enum DatePlace {
    /// Behind the names, as citations by author and year want it (chapter 15).
    case afterNames
    /// Where the source itself has it: with the publisher, the issue, the newspaper (chapter 14).
    case atEnd
  }

  let source: Source
  let contributors: Contributors
  let words: CitationWords
  let yearSuffix: String?
  let datePlace: DatePlace
  let titles: SourceTitle
  let dates: DateText
  let names: NameList
  /// The entry so far.
  var entry = RichText()

  init(
    source: Source, contributors: Contributors, words: CitationWords, yearSuffix: String?,
    datePlace: DatePlace
  ) {
    self.source = source
    self.contributors = contributors
    self.words = words
    self.yearSuffix = yearSuffix
    self.datePlace = datePlace
    self.titles = SourceTitle(of: source, words: words)
    self.dates = DateText(words: words)
    self.names = NameList(words: words)
  }

  /// The entry, with its full stop.
  /// - Parameter repeatsNames: whether a dash stands for the names of the entry before.
  mutating func text(repeatsNames: Bool) -> RichText {
    let standsUnderTitle = contributors.names.isEmpty
    let standsUnderContainer =
      standsUnderTitle && source.type.isPress && source[.containerTitle] != nil
    if !standsUnderTitle {
      sentence(RichText(authors(repeatsNames)))
    } else if standsUnderContainer {
      sentence(container())
    } else {
      sentence(title())
    }
    if datePlace == .afterNames { sentence(RichText(year())) }
    if !standsUnderTitle || standsUnderContainer { sentence(title()) }
    details(hasContainer: !standsUnderContainer)
    access()
    entry.endSentence(words)
    return Typography.settingApostrophes(entry)
  }

  // MARK: Steps

  /// Begins a new sentence with `text`, its first letter made large.
  mutating func sentence(_ text: RichText) {
    guard !text.isEmpty else { return }
    if !entry.isEmpty {
      entry.endSentence(words)
      entry.append(" ")
    }
    entry.append(text)
  }

  /// Begins a new sentence with words of ours or of the source, capitalised.
  mutating func sentence(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    sentence(RichText(Self.capitalized(text)))
  }

  /// Goes on behind a comma.
  mutating func clause(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    entry.punctuate(",", words)
    entry.append(" ")
    entry.append(text)
  }

  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  // MARK: Who, when, what

  private func authors(_ repeatsNames: Bool) -> String {
    let list = repeatsNames ? "———" : names.entry(contributors.names)
    guard let role = contributors.role else { return list }
    return "\(list), \(contributors.names.count > 1 ? role.several : role.one)"
  }

  private func year() -> String {
    let year =
      source[.issued].flatMap(dates.year) ?? source[.status].map(Self.capitalized) ?? words.noDate
    let suffixed = AuthorDateLabels.suffixed(year, yearSuffix)
    guard source[.issued] != nil, let original = source[.originalDate].flatMap(dates.year) else {
      return suffixed
    }
    return "(\(original)) \(suffixed)"
  }

  private func title() -> RichText {
    guard let title = source[.title] else {
      return RichText(
        Self.capitalized(source[.genre] ?? (contributors.names.isEmpty ? source.id : "")))
    }
    return source.type.isWork ? titles.emphasized(title) : titles.quoted(title)
  }

  /// The larger work, or the place of publication that has a name of its own.
  func container() -> RichText {
    guard let container = source[.containerTitle] else { return RichText() }
    switch source.type {
    case .webpage, .post: return titles.plain(container)
    default: return titles.emphasized(container)
    }
  }

  // MARK: Where to find it

  private mutating func access() {
    if source[.issued] == nil, source[.status] == nil,
      let day = source[.accessed].flatMap(dates.full)
    {
      sentence("\(words.accessed) \(day)")
    }
    if let address = source.address {
      sentence(RichText([Run(address, url: address)]))
    } else if let url = source[.url] {
      sentence(RichText(url))
    }
  }
}
