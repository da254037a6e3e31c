import Bytes

/// The German stemmer of Snowball, version 3: its `german.sbl` for folded words.
///
/// `ae`, `oe` and `ue` are ways to write umlauts, which are plain vowels here as they are in the end
/// of the original.
enum GermanStemmer {
  static func stem(_ word: [UInt8]) -> [UInt8] {
    var word = CutWord(plain(word))
    guard word.letters.count > 2 else { return word.stem }
    word.moveFirst(to: 3)
    cutCase(&word)
    cutVerb(&word)
    cutDerivation(&word)
    return word.stem
  }

  /// The word with capitals for what sounds as a consonant and one letter for each umlaut.
  private static func plain(_ letters: [UInt8]) -> [UInt8] {
    var letters = letters
    for place in letters.indices.dropFirst().dropLast() {
      let letter = letters[place]
      guard letter == UInt8(ascii: "u") || letter == UInt8(ascii: "y"),
        CutWord.isVowel(letters[place - 1]), CutWord.isVowel(letters[place + 1])
      else { continue }
      letters[place] = letter - 0x20
    }
    var plain: [UInt8] = []
    var isUmlaut = false
    for letter in letters {
      if isUmlaut, letter == UInt8(ascii: "e") {
        isUmlaut = false
        continue
      }
      let isAfterQ = letter == UInt8(ascii: "u") && plain.last == UInt8(ascii: "q")
      isUmlaut =
        !isAfterQ
        && (letter == UInt8(ascii: "a") || letter == UInt8(ascii: "o")
          || letter == UInt8(ascii: "u"))
      plain.append(letter)
    }
    return plain
  }

  // MARK: Cases

  private enum Case { case system, plain, doubled, genitive, dative }

  private static let cases: [(ending: StaticString, action: Case)] = [
    ("e", .doubled), ("em", .system), ("en", .doubled), ("erinnen", .plain), ("erin", .plain),
    ("ln", .dative), ("ern", .plain), ("er", .plain), ("s", .genitive), ("es", .doubled),
    ("lns", .dative),
  ]

  private static func cutCase(_ word: inout CutWord) {
    guard let (count, action) = word.longest(cases), word.isInFirst(count) else { return }
    switch action {
    case .system:
      if !word.ends("syst", before: count) { word.replace(count) }
    case .plain: word.replace(count)
    case .doubled:
      word.replace(count)
      if word.ends("niss") { word.replace(1) }
    case .genitive:
      if word.isOne(of: "bdfghklmnrt", before: count) { word.replace(count) }
    case .dative: word.replace(count, with: "l")
    }
  }

  // MARK: Persons and degrees

  private enum Verb { case plain, second, participle }

  private static let verbs: [(ending: StaticString, action: Verb)] = [
    ("en", .plain), ("er", .plain), ("et", .participle), ("st", .second), ("est", .plain),
  ]

  private static func cutVerb(_ word: inout CutWord) {
    guard let (count, action) = word.longest(verbs), word.isInFirst(count) else { return }
    switch action {
    case .plain: break
    case .second:
      guard word.isOne(of: "bdfghklmnt", before: count), word.letters.count >= count + 4
      else { return }
    case .participle:
      let kept: [StaticString] = ["tick", "plan", "geordn", "intern", "tr"]
      guard word.isOne(of: "Udfgklmnrstz", before: count),
        !kept.contains(where: { word.ends($0, before: count) })
      else { return }
    }
    word.replace(count)
  }

  // MARK: Derivations

  private enum Derivation { case noun, adjective, abstract, double }

  private static let derivations: [(ending: StaticString, action: Derivation)] = [
    ("end", .noun), ("ig", .adjective), ("ung", .noun), ("lich", .abstract),
    ("isch", .adjective), ("ik", .adjective), ("heit", .abstract), ("keit", .double),
  ]

  private static func cutDerivation(_ word: inout CutWord) {
    guard let (count, action) = word.longest(derivations), word.isInSecond(count) else { return }
    if action == .adjective, word.isOne(of: "e", before: count) { return }
    word.replace(count)
    switch action {
    case .adjective: break
    case .noun:
      if word.ends("ig"), !word.isOne(of: "e", before: 2), word.isInSecond(2) { word.replace(2) }
    case .abstract:
      if word.ends("er") || word.ends("en"), word.isInFirst(2) { word.replace(2) }
    case .double:
      let inner: [(ending: StaticString, action: Void)] = [("ig", ()), ("lich", ())]
      if let found = word.longest(inner), word.isInSecond(found.count) {
        word.replace(found.count)
      }
    }
  }
}
