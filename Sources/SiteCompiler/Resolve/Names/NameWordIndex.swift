import Bytes

/// The distinctive words of all names, found by spellings that are near them.
///
/// Made once for a site. What is near a word begins with the same letter, is about as long and has
/// nearly the same letters, which a few comparisons of whole numbers tell: hardly a word of a text
/// is ever compared with one of a name letter by letter.
struct NameWordIndex: Sendable {
  /// The words, each with the letters that its name has.
  let words: [(folded: [UInt8], text: String)]
  /// Every word of every name, ordinary and short ones too.
  let known: Set<[UInt8]>
  /// The words that stand beside each other in a name, both ways.
  let neighbours: [[UInt8]: Set<[UInt8]>]
  /// Which letters each of ``words`` has, a bit a letter.
  private let letters: [UInt32]
  /// Where the words with one first letter and one length begin among ``words``, and end.
  private let ranges: [Range<Int>]

  /// Words with fewer letters are near too many others.
  static let shortest = 5
  /// Longer words are no names.
  static let longest = 40

  init(_ names: EntityNames) {
    var known: Set<[UInt8]> = []
    var texts: [[UInt8]: String] = [:]
    var neighbours: [[UInt8]: Set<[UInt8]>] = [:]
    for name in names.byFirstWord.values.joined() {
      for (position, word) in name.words.enumerated() {
        known.insert(word.folded)
        if position > 0 {
          neighbours[word.folded, default: []].insert(name.words[position - 1].folded)
          neighbours[name.words[position - 1].folded, default: []].insert(word.folded)
        }
        guard Self.isDistinctive(word) else { continue }
        // Of several spellings with marks and without, the one that is first in byte order.
        texts[word.folded] = min(texts[word.folded] ?? word.text, word.text)
      }
    }
    self.known = known
    self.neighbours = neighbours
    self.words = texts.sorted { left, right in
      let (one, other) = (Self.place(left.key), Self.place(right.key))
      return one != other ? one < other : left.key.lexicographicallyPrecedes(right.key)
    }.map { ($0.key, $0.value) }
    self.letters = words.map { Self.letters(of: $0.folded) }
    var ranges = [Range<Int>](repeating: 0..<0, count: 256 * (Self.longest + 1))
    for (number, word) in words.enumerated() {
      let place = Self.place(word.folded)
      ranges[place] = (ranges[place].isEmpty ? number : ranges[place].lowerBound)..<number + 1
    }
    self.ranges = ranges
  }

  private static func isDistinctive(_ word: EntityNames.NameWord) -> Bool {
    (shortest...longest).contains(word.folded.count) && word.isCapitalized && !word.isExact
      && !OrdinaryWords.contains(word.folded)
  }

  /// The distinctive words that may be near `word`, by their numbers in order: with its first
  /// letter, which hardly anyone misspells, two letters more or fewer at most, and few letters that
  /// one has and the other has not: two, since each step changes two at most, or four of long words,
  /// which may be two steps apart.
  func candidates(near word: [UInt8]) -> [Int] {
    guard (Self.shortest - 1...Self.longest).contains(word.count) else { return [] }
    let own = Self.letters(of: word)
    var found: [Int] = []
    let lengths = max(word.count - 2, Self.shortest)...min(word.count + 2, Self.longest)
    for length in lengths {
      let limit = min(length, word.count) < 9 ? 2 : 4
      for number in ranges[Self.place(word[0], length)]
      where (letters[number] ^ own).nonzeroBitCount <= limit {
        found.append(number)
      }
    }
    return found
  }

  private static func place(_ word: [UInt8]) -> Int { place(word[0], word.count) }

  private static func place(_ first: UInt8, _ count: Int) -> Int {
    Int(first) * (longest + 1) + count
  }

  private static func letters(of word: [UInt8]) -> UInt32 {
    word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }
}
