public import Values

/// Numbers in brackets, in the order in which a page first cites its sources, and a list in that
/// order: `[1]`, `[2, p. 3]`, `[1–3]`. Entries are those of Chicago's bibliographies, chapter 14.
public struct NumberedFormatter: CitationFormatter {
  let words: CitationWords

  /// The style in the language of a page; one that has no words here is set in English.
  public init(language: Language) {
    self.words = CitationWords.of(language)
  }

  /// Numbers and sets the sources of a page.
  public func bibliography(of sources: [Source]) -> Bibliography {
    let authors = AuthorDateLabels(words: words).labels(for: sources)
    var entries: [Bibliography.Entry] = []
    var labels: [String: Bibliography.Label] = [:]
    for (index, source) in sources.enumerated() {
      var writer = SourceEntry(
        source: source, contributors: Contributors(of: source, words: words), words: words,
        yearSuffix: nil, datePlace: .atEnd)
      entries.append(
        Bibliography.Entry(
          key: source.id, text: writer.text(repeatsNames: false), label: "[\(index + 1)]"))
      let author = authors[source.id]
      labels[source.id] = Bibliography.Label(
        author: author?.author ?? RichText(source.id), year: author?.year ?? "",
        number: index + 1)
    }
    return Bibliography(entries: entries, labels: labels)
  }

  /// Sets one citation: a number in brackets, behind the author's name where it is part of the
  /// sentence.
  public func format(
    _ citation: Citation, with bibliography: Bibliography
  ) -> FormattedCitation {
    var writer = NumberedCitation(words: words, labels: bibliography.labels)
    writer.write(citation)
    return writer.result
  }
}
