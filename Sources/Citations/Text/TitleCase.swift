/// Headline-style capitalisation of English titles, Chicago Manual of Style 8.159.
enum TitleCase {
  /// The title with its words capitalised: all but articles, conjunctions and prepositions within;
  /// first and last words and those after a colon always. A word with a capital of its own stays
  /// as it is, and so does what `nocase` markup holds.
  static func apply(to title: RichText) -> RichText {
    let words = Self.words(in: title)
    var changes: [Int: Unicode.Scalar] = [:]
    for (index, word) in words.enumerated() where !word.isFixed {
      let isEdge = index == 0 || index == words.count - 1 || word.followsColon
      if !isEdge, smallWords.contains(word.text) { continue }
      guard let first = word.text.unicodeScalars.first, first.properties.isLowercase,
        !word.text.unicodeScalars.contains(where: \.properties.isUppercase)
      else { continue }
      let upper = first.properties.uppercaseMapping.unicodeScalars
      if upper.count == 1, let letter = upper.first { changes[word.start] = letter }
    }
    var position = 0
    return RichText(
      title.runs.map { run in
        var scalars = String.UnicodeScalarView()
        for scalar in run.text.unicodeScalars {
          scalars.append(changes[position] ?? scalar)
          position += 1
        }
        return Run(String(scalars), style: run.style, url: run.url)
      })
  }

  private struct Word {
    let start: Int
    var text: String
    var isFixed: Bool
    let followsColon: Bool
  }

  /// The words, parts of hyphened ones by themselves; positions count scalars.
  private static func words(in title: RichText) -> [Word] {
    var words: [Word] = []
    var isInWord = false
    var followsColon = false
    var position = 0
    var previous: Unicode.Scalar?
    for run in title.runs {
      for scalar in run.text.unicodeScalars {
        if isPartOfWord(scalar, isInWord: isInWord) {
          if !isInWord {
            words.append(
              Word(start: position, text: "", isFixed: false, followsColon: followsColon))
            followsColon = false
          }
          words[words.count - 1].text.unicodeScalars.append(scalar)
          if run.style.contains(.fixedCase) { words[words.count - 1].isFixed = true }
          isInWord = true
        } else {
          isInWord = false
          if ":?!".unicodeScalars.contains(scalar) { followsColon = true }
          // A dash opens a phrase, a hyphen does not.
          if scalar == "—" || (scalar == "–" && previous == " ") { followsColon = true }
          if scalar == "-", previous == "-" { followsColon = true }
        }
        position += 1
        previous = scalar
      }
    }
    return words
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar, isInWord: Bool) -> Bool {
    let isApostrophe = scalar == "’" || scalar == "'" || scalar == "." || scalar == "/"
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark || (isInWord && isApostrophe)
  }

  /// Whether a word, in small letters, stays small within a title.
  static func staysSmall(_ word: String) -> Bool { smallWords.contains(word) }

  /// Words that stay small within a title.
  private static let smallWords: Set<String> = [
    "a", "an", "the", "and", "but", "or", "nor", "for", "yet", "so", "to", "as", "if", "de", "von",
    "van", "n'", "vs.", "v.", "w/", "w/o", "about", "above", "across", "after", "against", "along",
    "amid", "among",
    "around", "at", "before", "behind", "below", "beneath", "beside", "between", "beyond", "by",
    "despite", "down", "during", "except", "from", "in", "inside", "into", "near", "of", "off",
    "on", "onto", "out", "outside", "over", "past", "per", "since", "than", "through",
    "throughout", "toward", "towards", "under", "until", "unto", "up", "upon", "via", "with",
    "within", "without",
  ]
}
