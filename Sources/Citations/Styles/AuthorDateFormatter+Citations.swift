extension AuthorDateFormatter {
  /// Sets one citation: in parentheses, or with its first author as part of the sentence.
  public func format(
    _ citation: Citation, with bibliography: Bibliography
  ) -> FormattedCitation {
    var writer = AuthorDateCitation(words: words, labels: bibliography.labels)
    writer.write(citation)
    return writer.result
  }
}

/// Writes one citation.
struct AuthorDateCitation {
  let words: CitationWords
  let labels: [String: Bibliography.Label]
  private(set) var result = FormattedCitation()

  init(words: CitationWords, labels: [String: Bibliography.Label]) {
    self.words = words
    self.labels = labels
  }

  mutating func write(_ citation: Citation) {
    var items = citation.items
    var author: RichText?
    switch citation.form {
    case .parenthetical: result.append("(")
    case .bare: break
    case .inText:
      guard let first = items.first, case .source(let key) = first.target,
        let label = labels[key]
      else {
        writeFallback(items)
        return
      }
      author = label.author
      var opening = label.author
      opening.append(" (")
      result.append(opening)
      items[0].isAuthorSuppressed = true
    }
    let runs = grouped(items, under: author)
    for (index, run) in runs.enumerated() {
      if index > 0, !(run.first?.isRunOn ?? false) { result.append("; ") }
      write(run)
    }
    if citation.form != .bare { result.append(")") }
  }

  /// What cannot open a sentence: a figure stands as it is, a missing key in parentheses.
  private mutating func writeFallback(_ items: [CitationItem]) {
    let isReference = items.count == 1 && items[0].sourceKey == nil
    if !isReference { result.append("(") }
    for (index, item) in items.enumerated() {
      if index > 0 { result.append("; ") }
      write([item])
    }
    if !isReference { result.append(")") }
  }

  // MARK: Items of one author

  /// The items in runs of one author, each at the place of its first; an item with words before it
  /// begins a run of its own, one with words behind it ends its run.
  private func grouped(
    _ items: [CitationItem], under author: RichText?
  ) -> [[CitationItem]] {
    var runs: [(author: RichText?, isOpen: Bool, items: [CitationItem])] = []
    for (index, item) in items.enumerated() {
      let isNamedBefore = index == 0 && author != nil
      let name = isNamedBefore ? author : label(item)?.author
      let joins = item.prefix.isEmpty && !item.isRunOn && name != nil
      if joins, let run = runs.firstIndex(where: { $0.author == name && $0.isOpen }) {
        runs[run].items.append(item)
        runs[run].isOpen = item.suffix.isEmpty
      } else {
        runs.append((name, item.suffix.isEmpty && !item.isRunOn, [item]))
      }
    }
    // An item without a semicolon stands behind its neighbour whatever else is grouped.
    return runs.map(\.items)
  }

  private func label(_ item: CitationItem) -> Bibliography.Label? {
    item.sourceKey.flatMap { labels[$0] }
  }

  private mutating func write(_ run: [CitationItem]) {
    let separator = run.contains { $0.locator != nil } ? "; " : ", "
    for (index, item) in run.enumerated() {
      if index > 0 { result.append(RichText(separator)) }
      write(item, isFollowing: index > 0)
    }
  }

  // MARK: One item

  private mutating func write(_ item: CitationItem, isFollowing: Bool) {
    let prefix = CitationAffixes(words: words).prefix(item.prefix)
    if !prefix.isEmpty {
      result.append(prefix)
      result.append(" ")
    } else if item.isRunOn {
      result.append(" ")
    }
    switch item.target {
    case .crossReference(let reference):
      result.append(RichText(), .crossReference(reference))
    case .source(let key):
      guard let label = labels[key] else {
        result.append(RichText("\(key)?", style: .strong), .missing(key))
        break
      }
      var text = RichText()
      if !item.isAuthorSuppressed, !isFollowing {
        text = label.author
        if label.hasComma { text.punctuate(",", words) }
        text.append(" ")
      }
      text.append(label.year)
      if let locator = item.locator {
        text.append(", ")
        text.append(LocatorText(words: words).text(locator))
      }
      append(text, .source(key), before: item.suffix)
      return
    }
    if let locator = item.locator {
      result.append(", ")
      result.append(RichText(LocatorText(words: words).text(locator)))
    }
    result.append(CitationAffixes(words: words).suffix(item.suffix))
  }

  /// Appends an item and its suffix; a comma that opens the suffix goes before a quotation mark
  /// that closes the item.
  private mutating func append(
    _ text: RichText, _ reference: FormattedCitation.Segment.Reference, before suffix: String
  ) {
    var text = text
    var rest = suffix
    let endsInQuote = text.last.map(words.isClosingQuote) ?? false
    if endsInQuote, let first = rest.first, first == "," || first == "." {
      text.punctuate(String(first), words)
      rest.removeFirst()
    }
    result.append(text, reference)
    result.append(rest.isEmpty ? RichText() : CitationAffixes(words: words).suffix(rest))
  }
}
