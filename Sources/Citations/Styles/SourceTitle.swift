/// Titles as they are set: capitalised by their language, in quotation marks or italics.
struct SourceTitle {
  let words: CitationWords
  /// Whether the titles are in a language that capitalises their words.
  let capitalises: Bool

  init(of source: Source, words: CitationWords) {
    self.words = words
    self.capitalises =
      source[.language].map { language in
        let tag = language.lowercased()
        return tag == "en" || tag.hasPrefix("en-") || tag.hasPrefix("en_") || tag == "english"
      } ?? words.capitalisesTitles
  }

  /// In quotation marks: a part, an article, a report.
  func quoted(_ title: String) -> RichText {
    var result = RichText(words.quotes.open)
    result.append(set(title, isQuoted: true))
    result.append(words.quotes.close)
    return result
  }

  /// In italics: a book, a journal. What is set apart within it stands upright.
  func emphasized(_ title: String) -> RichText {
    set(title).toggling(.emphasis)
  }

  /// As it is, but for its capitals.
  func plain(_ title: String) -> RichText {
    set(title)
  }

  private func set(_ title: String, isQuoted: Bool = false) -> RichText {
    let parsed = TitleMarkup.parse(title)
    let cased = capitalises ? TitleCase.apply(to: parsed) : parsed
    let visible = RichText(
      cased.runs.map { Run($0.text, style: $0.style.subtracting(.fixedCase), url: $0.url) })
    return Typography(words: words, isQuoted: isQuoted).set(visible)
  }
}
