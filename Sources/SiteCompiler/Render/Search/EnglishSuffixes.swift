import Bytes

/// The steps 2 to 5 of Porter's second stemmer: suffixes that make one kind of word of another.
enum EnglishSuffixes {
  static func cut(_ word: inout CutWord) {
    for step in [second, third, fourth] { cut(&word, step) }
    cutLast(&word)
  }

  private enum Region { case first, second }

  private struct Rule {
    let region: Region
    let other: StaticString
    /// The letters of which one must stand before the suffix; nil for any.
    let before: StaticString?
  }

  private typealias Step = [(ending: StaticString, action: Rule)]

  private static func rule(
    _ ending: StaticString, _ other: StaticString = "", in region: Region = .first,
    before: StaticString? = nil
  ) -> (ending: StaticString, action: Rule) {
    (ending, Rule(region: region, other: other, before: before))
  }

  private static let second: Step = [
    rule("anci", "ance"), rule("enci", "ence"), rule("ogi", "og", before: "l"),
    rule("li", before: "cdeghkmnrt"), rule("bli", "ble"), rule("abli", "able"),
    rule("alli", "al"), rule("fulli", "ful"), rule("lessli", "less"), rule("ousli", "ous"),
    rule("entli", "ent"), rule("aliti", "al"), rule("biliti", "ble"), rule("iviti", "ive"),
    rule("tional", "tion"), rule("ational", "ate"), rule("alism", "al"), rule("ation", "ate"),
    rule("ization", "ize"), rule("izer", "ize"), rule("ator", "ate"), rule("iveness", "ive"),
    rule("fulness", "ful"), rule("ousness", "ous"), rule("ogist", "og"),
  ]

  private static let third: Step = [
    rule("icate", "ic"), rule("ative", in: .second), rule("alize", "al"), rule("iciti", "ic"),
    rule("ical", "ic"), rule("tional", "tion"), rule("ational", "ate"), rule("ful"),
    rule("ness"),
  ]

  private static let fourth: Step =
    [
      "ic", "ance", "ence", "able", "ible", "ate", "ive", "ize", "iti", "al", "ism", "er", "ous",
      "ant", "ent", "ment", "ement",
    ].map { rule($0, in: .second) } + [rule("ion", in: .second, before: "st")]

  private static func cut(_ word: inout CutWord, _ step: Step) {
    guard let (count, rule) = word.longest(step) else { return }
    switch rule.region {
    case .first: guard word.isInFirst(count) else { return }
    // Every rule lies in R1, and R2 in it.
    case .second: guard word.isInSecond(count) else { return }
    }
    if let before = rule.before, !word.isOne(of: before, before: count) { return }
    word.replace(count, with: rule.other)
  }

  private static func cutLast(_ word: inout CutWord) {
    if word.ends("e") {
      let isCut =
        word.isInSecond(1) || word.isInFirst(1) && !EnglishStemmer.isShort(word, before: 1)
      if isCut { word.replace(1) }
    } else if word.ends("ll"), word.isInSecond(1) {
      word.replace(1)
    }
  }
}
