public import Values

/// Author and date: the second of the systems of the Chicago Manual of Style, 17th edition.
public struct AuthorDateFormatter: CitationFormatter {
  let words: CitationWords

  /// The style in the language of a page; one that has no words here is set in English.
  public init(language: Language) {
    self.words = CitationWords.of(language)
  }

  /// Orders and sets the sources of a page.
  public func bibliography(of sources: [Source]) -> Bibliography {
    let places = sources.map { source in
      let names = Contributors(of: source, words: words).names
      let isUnderContainer = names.isEmpty && source.type.isPress
      let title = (isUnderContainer ? source[.containerTitle] : nil) ?? source.plainTitle
      return SourceCollation(
        names: names, title: title, date: source[.issued], id: source.id)
    }
    let ordered = zip(sources, places).sorted { $0.1 < $1.1 }.map(\.0)
    let labels = AuthorDateLabels(words: words).labels(for: ordered)
    var entries: [Bibliography.Entry] = []
    var previous: [SourceName] = []
    for source in ordered {
      let contributors = Contributors(of: source, words: words)
      let repeats = !contributors.names.isEmpty && contributors.names == previous
      var writer = SourceEntry(
        source: source, contributors: contributors, words: words,
        yearSuffix: labels[source.id]?.yearSuffix, datePlace: .afterNames)
      entries.append(
        Bibliography.Entry(key: source.id, text: writer.text(repeatsNames: repeats)))
      previous = contributors.names
    }
    return Bibliography(entries: entries, labels: labels)
  }
}
