/// Titles whose words are all capitalised already.
enum HeadlineStyle {
  /// The title with its articles, conjunctions and prepositions made small, where each of its words
  /// has a capital, as some databases have them: `The Study Of Things` becomes `The Study of Things`.
  ///
  /// A title with a small word that is none of these is in sentence style, where a capital means
  /// a name, and stays as it is. What `nocase` markup holds is not touched.
  static func loweringSmallWords(_ title: String) -> String {
    // Markup would have to be told from words; such titles are rare and stay.
    guard !title.utf8.contains(UInt8(ascii: "<")) else { return title }
    var words = title.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard isOne(title) else { return title }
    for index in words.indices.dropFirst().dropLast()
    where !endsPhrase(words[index - 1]) && TitleCase.staysSmall(words[index].lowercased()) {
      words[index] = words[index].lowercased()
    }
    return words.joined(separator: " ")
  }

  /// Whether every word but the small ones has a capital.
  static func isOne(_ title: String) -> Bool {
    let words = title.split(separator: " ").map(String.init)
    return words.count > 2 && words.allSatisfy(isCapitalised)
  }

  private static func isCapitalised(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first(where: \.properties.isAlphabetic) else {
      return true
    }
    return !first.properties.isLowercase || TitleCase.staysSmall(word)
      || word.unicodeScalars.contains(where: \.properties.isUppercase)
  }

  private static func endsPhrase(_ word: String) -> Bool {
    word.last.map { ":?!.—".contains($0) } ?? true
  }
}
