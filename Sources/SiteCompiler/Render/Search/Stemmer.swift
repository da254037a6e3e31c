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
  static func stem(_ word: String, _ rules: String?) -> String {
    var bytes = Array(word.utf8)
    guard bytes.count > 2, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
    switch rules {
    case "en": bytes = EnglishStemmer.stem(bytes)
    case "de": bytes = GermanStemmer.stem(bytes)
    default: return word
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
