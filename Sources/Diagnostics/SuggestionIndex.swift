import Bytes

/// Many words, to be held against misspelt ones again and again: a publication's paths against each
/// of thousands of broken links.
///
/// Most slips are one letter, and two words that are one letter apart have a word in common that
/// lacks one letter of either. These shortened words are kept by their fingerprints, so that such a
/// slip is found without a look at every word.
public struct SuggestionIndex: Sendable {
  private let words: [(text: String, letters: LetterSet, length: Int)]
  /// The fingerprints of each word and of what is left of it without one of its bytes, in order.
  private let shortened: [(print: UInt64, word: UInt32)]

  /// How many words are looked at for a slip of several letters. Where thousands of paths are all
  /// alike, none of them is plainly the one that was meant.
  private static let lookLimit = 1_000

  /// An index of `words`, each once.
  public init(_ words: some Sequence<String>) {
    self.words = Set(words).sorted().map { ($0, LetterSet($0), $0.unicodeScalars.count) }
    var prints: [(print: UInt64, word: UInt32)] = []
    for (index, word) in self.words.enumerated() {
      for print in Self.prints(of: word.text) { prints.append((print, UInt32(index))) }
    }
    shortened = prints.sorted { ($0.print, $0.word) < ($1.print, $1.word) }
  }

  /// The words that may be meant by `word`, as ``Suggestion/nearest(to:among:)`` has it: those that
  /// are one letter away, or else those that are more.
  public func near(_ word: String) -> [String] {
    guard word.utf8.count <= 200 else { return [] }
    var found: Set<UInt32> = []
    for print in Self.prints(of: word) {
      var index = firstIndex(of: print)
      while index < shortened.count, shortened[index].print == print {
        found.insert(shortened[index].word)
        index += 1
      }
    }
    let close = found.sorted().map { words[Int($0)].text }.filter {
      Self.isNear(word, $0) && Suggestion.isOneSlip(word, $0)
    }
    return close.isEmpty ? far(word) : close
  }

  private func far(_ word: String) -> [String] {
    let letters = LetterSet(word)
    let length = word.unicodeScalars.count
    let alike = words.lazy.filter { entry in
      entry.letters.mayBeNear(letters)
        && abs(entry.length - length) <= max(1, max(entry.length, length) / 3)
    }
    return alike.prefix(Self.lookLimit).map(\.text).filter { Self.isNear(word, $0) }
  }

  private static func isNear(_ word: String, _ other: String) -> Bool {
    Suggestion.nearest(to: word, among: CollectionOfOne(other)) != nil
  }

  /// The first of the fingerprints that are `print` or more.
  private func firstIndex(of print: UInt64) -> Int {
    var low = 0
    var high = shortened.count
    while low < high {
      let middle = (low + high) / 2
      if shortened[middle].print < print { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The fingerprints of a word in lower case, and of what is left of it without one byte.
  private static func prints(of word: String) -> Set<UInt64> {
    let bytes = word.utf8.map(\.asciiLowercased)
    guard bytes.count <= 200 else { return [] }
    var prints: Set<UInt64> = []
    for left in -1..<bytes.count {
      var print = Fingerprint()
      for (index, byte) in bytes.enumerated() where index != left { print.add(byte) }
      prints.insert(print.value)
    }
    return prints
  }
}
