import Bytes

/// The distinctive words of all names, found by spellings that are near them.
///
/// Made once for a site. Two words that are two letters apart have a spelling in common once each
/// lost two letters at most, so that looking up a word costs its own length and not the number of
/// names.
struct NameWordIndex: Sendable {
  /// The words, each with the letters that its name has.
  let words: [(folded: [UInt8], text: String)]
  /// Every word of every name, ordinary and short ones too.
  let known: Set<[UInt8]>
  /// The words that stand beside each other in a name, both ways.
  let neighbours: [[UInt8]: Set<[UInt8]>]
  private let shortened: [UInt64: [Int32]]

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
    self.words = texts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      ($0.key, $0.value)
    }
    var shortened: [UInt64: [Int32]] = [:]
    for (number, word) in words.enumerated() {
      for key in Self.keys(of: word.folded) {
        if shortened[key]?.last != Int32(number) {
          shortened[key, default: []].append(Int32(number))
        }
      }
    }
    self.shortened = shortened
  }

  private static func isDistinctive(_ word: EntityNames.NameWord) -> Bool {
    (shortest...longest).contains(word.folded.count) && word.isCapitalized && !word.isExact
      && !OrdinaryWords.contains(word.folded)
  }

  /// The distinctive words that may be near `word`, by their numbers in order.
  func candidates(near word: [UInt8]) -> [Int] {
    var found: Set<Int32> = []
    for key in Self.keys(of: word) { found.formUnion(shortened[key] ?? []) }
    return found.map(Int.init).sorted()
  }

  /// Hashes of the word without none, one and two of its letters; the first letter stays, since
  /// hardly anyone misspells it.
  private static func keys(of word: [UInt8]) -> [UInt64] {
    guard (shortest - 1...longest).contains(word.count) else { return [] }
    var keys = [hash(word, without: -1, -1)]
    for first in 1..<word.count {
      keys.append(hash(word, without: first, -1))
      for second in first + 1..<max(word.count, first + 1) {
        keys.append(hash(word, without: first, second))
      }
    }
    return keys
  }

  /// FNV-1a of the word without two of its letters.
  private static func hash(_ word: [UInt8], without first: Int, _ second: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in word.indices where index != first && index != second {
      hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01b3
    }
    return hash
  }
}
