/// Cuts the endings of words, so that a search for "attack" finds "attacks" and "attacked".
///
/// The rules are few and cut rather too little than too much; they are the same in the script of the
/// search.
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
    guard bytes.count > 3, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
    switch rules {
    case "en": cutEnglish(&bytes)
    case "de": cutGerman(&bytes)
    default: return word
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
    ending.withUTF8Buffer { buffer in
      word.count > buffer.count && word.suffix(buffer.count).elementsEqual(buffer)
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }

  // MARK: English

  private static func cutEnglish(_ word: inout [UInt8]) {
    if ends(word, "sses") || ends(word, "ies") {
      word.removeLast(2)
    } else if ends(word, "s"), !ends(word, "ss"), !ends(word, "us"), !ends(word, "is") {
      word.removeLast()
    }
    // Not family, whose plural is families.
    if word.count > 4, ends(word, "ly"), !isVowel(word[word.count - 3]) { word.removeLast(2) }
    for (ending, count) in [("ing", 3), ("ed", 2)] as [(StaticString, Int)] {
      guard ends(word, ending), word.count - count >= 3,
        word.dropLast(count).contains(where: isVowel)
      else { continue }
      word.removeLast(count)
      // What was doubled before the ending is single without it: running, run.
      if let last = word.last, word.count > 3, word[word.count - 2] == last, !isVowel(last),
        !"lsz".utf8.contains(last)
      {
        word.removeLast()
      }
      break
    }
    if word.count > 3, word.last == UInt8(ascii: "e") { word.removeLast() }
    if word.count > 2, word.last == UInt8(ascii: "y"), !isVowel(word[word.count - 2]) {
      word[word.count - 1] = UInt8(ascii: "i")
    }
  }

  // MARK: German

  private static let german: [StaticString] = ["ern", "em", "er", "en", "es", "e", "s", "n"]

  private static func cutGerman(_ word: inout [UInt8]) {
    for _ in 0..<2 {
      let ending = german.first { ending in
        word.count - ending.utf8CodeUnitCount >= 4 && ends(word, ending)
      }
      guard let ending else { return }
      word.removeLast(ending.utf8CodeUnitCount)
    }
  }
}
