import Bytes

/// Porter's second stemmer for English: Snowball's `english.sbl`, version 3.
enum EnglishStemmer {
  static func stem(_ word: [UInt8]) -> [UInt8] {
    if let known = exceptions.first(where: { isWord(word, $0.word) })?.stem {
      return known.withUTF8Buffer(Array.init)
    }
    var word = marked(word)
    cutPlural(&word)
    cutVerb(&word)
    turnY(&word)
    EnglishSuffixes.cut(&word)
    return word.stem
  }

  private static let exceptions: [(word: StaticString, stem: StaticString)] = [
    ("andes", "andes"), ("atlas", "atlas"), ("bias", "bias"), ("cosmos", "cosmos"),
    ("early", "earli"), ("gently", "gentl"), ("howe", "howe"), ("idly", "idl"),
    ("news", "news"), ("only", "onli"), ("singly", "singl"), ("skies", "sky"),
    ("skis", "ski"), ("sky", "sky"), ("ugly", "ugli"),
  ]

  private static func isWord(_ word: [UInt8], _ other: StaticString) -> Bool {
    word.count == other.utf8CodeUnitCount && other.withUTF8Buffer { $0.elementsEqual(word) }
  }

  /// Beginnings that end R1's forerunner, though its rule would end it before.
  private static let beginnings: [StaticString] = [
    "arsen", "commun", "emerg", "gener", "inter", "later", "organ", "past", "univers",
  ]

  /// The word with a capital for each `y` that begins it or follows a vowel.
  private static func marked(_ letters: [UInt8]) -> CutWord {
    var letters = letters
    for place in letters.indices where letters[place] == UInt8(ascii: "y") {
      if place == 0 || CutWord.isVowel(letters[place - 1]) { letters[place] = UInt8(ascii: "Y") }
    }
    let known = beginnings.first { beginning in
      beginning.withUTF8Buffer { letters.starts(with: $0) }
    }
    return CutWord(letters, first: known?.utf8CodeUnitCount)
  }

  /// Whether the letters before the last `count` end in a short syllable.
  static func isShort(_ word: CutWord, before count: Int = 0) -> Bool {
    func isVowel(_ place: Int) -> Bool? { word.letter(before: count + place).map(CutWord.isVowel) }
    if word.ends("past", before: count) { return true }
    guard isVowel(0) == false, isVowel(1) == true else { return false }
    switch isVowel(2) {
    case nil: return true
    case true?: return false
    case false?: return !word.isOne(of: "wxY", before: count)
    }
  }

  // MARK: Step 1a

  private enum Plural { case keep, sses, ies, s }

  private static let plurals: [(ending: StaticString, action: Plural)] = [
    ("sses", .sses), ("ied", .ies), ("ies", .ies), ("s", .s), ("ss", .keep), ("us", .keep),
  ]

  private static func cutPlural(_ word: inout CutWord) {
    switch word.longest(plurals)?.action {
    case .sses?: word.replace(2)
    case .ies?: word.replace(word.letters.count > 4 ? 2 : 1)
    case .s?:
      if word.letters.dropLast(2).contains(where: CutWord.isVowel) { word.replace(1) }
    case .keep?, nil: break
    }
  }

  // MARK: Step 1b

  private enum Verb { case ee, ed, ing }

  private static let verbs: [(ending: StaticString, action: Verb)] = [
    ("ed", .ed), ("eed", .ee), ("ing", .ing), ("edly", .ed), ("eedly", .ee), ("ingly", .ed),
  ]

  private static func cutVerb(_ word: inout CutWord) {
    guard let (count, action) = word.longest(verbs) else { return }
    let rest = word.letters.count - count
    switch action {
    case .ed: break
    case .ee:
      guard word.isInFirst(count) else { return }
      // Proceed, not proc.
      for whole in ["succ", "proc", "exc"] as [StaticString]
      where whole.utf8CodeUnitCount == rest && word.ends(whole, before: count) { return }
      return word.replace(count, with: "ee")
    case .ing:
      if rest == 2, word.ends("y", before: count), !CutWord.isVowel(word.letters[0]) {
        return word.replace(count + 1, with: "ie")
      }
      for whole in ["even", "cann", "inn", "earr", "herr", "out"] as [StaticString]
      where whole.utf8CodeUnitCount == rest && word.ends(whole, before: count) { return }
    }
    guard word.letters.dropLast(count).contains(where: CutWord.isVowel) else { return }
    word.replace(count)
    mendVerb(&word)
  }

  /// What a verb has lost before its ending, or doubled there: hop-p-ing, hop-ing.
  private static func mendVerb(_ word: inout CutWord) {
    if word.ends("at") || word.ends("bl") || word.ends("iz") {
      word.replace(0, with: "e")
    } else if let last = word.letters.last, word.isOne(of: "bdfgmnprt", before: 0),
      word.letter(before: 1) == last
    {
      if word.letters.count == 3, word.isOne(of: "aeo", before: 2) { return }
      word.replace(1)
    } else if word.letters.count == word.first, isShort(word) {
      word.replace(0, with: "e")
    }
  }

  // MARK: Step 1c

  private static func turnY(_ word: inout CutWord) {
    guard word.letters.count > 2, word.isOne(of: "yY", before: 0),
      let before = word.letter(before: 1), !CutWord.isVowel(before)
    else { return }
    word.replace(1, with: "i")
  }
}
