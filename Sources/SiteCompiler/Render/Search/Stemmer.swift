/// Cuts the endings of words, so that a search for "attack" finds "attacks" and "attacked".
///
/// The rules are those of Snowball (snowballstem.org): Porter's second stemmer for English, and the
/// German one. Words come folded, `ä` as `a` and `ß` as `ss`, and apostrophes are gone; so what the
/// rules say of these has no place here. The script of the search has the same rules, and a test
/// holds both against the reference.
enum Stemmer {
  /// The languages that have rules of their own, by the beginning of their tags.
  static let languages = ["en", "de"]

  /// The rules that words of the language `tag`, of BCP 47, are cut by; nil for none.
  static func rules(of tag: String) -> String? {
    let tag = tag.lowercased()
    return languages.first { tag == $0 || tag.hasPrefix($0 + "-") }
  }

  /// The stem of a folded word.
  static func stem(_ word: [UInt8], _ rules: String?) -> [UInt8] {
    guard word.count > 2, word.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
    switch rules {
    case "en": return EnglishStemmer.stem(word)
    case "de": return GermanStemmer.stem(word)
    default: return word
    }
  }
}
