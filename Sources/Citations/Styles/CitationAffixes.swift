/// The words before and behind a key, as they are set.
struct CitationAffixes {
  let words: CitationWords

  /// What stands before a key.
  func prefix(_ text: String) -> RichText { set(text) }

  /// What follows an item: as written, and parted by a comma where it begins with a word.
  func suffix(_ text: String) -> RichText {
    var result = RichText()
    if let first = text.unicodeScalars.first(where: { $0 != "*" && $0 != "_" }),
      first.properties.isAlphabetic || first.properties.numericType != nil
    {
      result.append(", ")
    }
    result.append(set(text, after: "x"))
    return result
  }

  private func set(_ text: String, after before: Unicode.Scalar? = nil) -> RichText {
    guard !text.isEmpty else { return RichText() }
    let set = Typography(words: words, keepsSingle: true).set(
      AffixMarkup.parse(text), after: before)
    return AffixPunctuation.moveIntoQuotes(set, words)
  }
}
