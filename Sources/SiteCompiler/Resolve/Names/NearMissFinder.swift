import Bytes
import Diagnostics
import Markdown
import SiteModel

/// Finds words in a page's prose that are nearly the word of a name.
///
/// A finding is only a suspicion yet: whether the word is known elsewhere on the site, the caller
/// must look up.
struct NearMissFinder {
  /// A word that is nearly one of a name.
  struct Finding: Sendable {
    /// Its letters, small and without marks.
    let folded: [UInt8]
    /// The word as it stands in the text.
    let text: String
    /// Its place.
    let span: SourceSpan
    /// The word that may be meant.
    let meant: [UInt8]
    /// The same with the letters of its name.
    let suggestion: String
  }

  let index: NameWordIndex
  /// Whether the page's language writes all its nouns with a large letter, so that one tells little.
  let capitalizesNouns: Bool
  /// Whether the page is in another language than the site, which may spell names in its own way:
  /// Usbekistan.
  let isTranslated: Bool
  /// The files of the site, in which places are looked up.
  let tree: SourceTree

  /// What is found in `document`, in order.
  func findings(in document: MarkdownDocument) -> [Finding] {
    ProseLine.all(in: document).filter { !$0.isQuotation }.flatMap { findings(in: $0, document) }
  }

  private func findings(in line: ProseLine, _ document: MarkdownDocument) -> [Finding] {
    let words = Word.all(in: line.bytes)
    var quoted: [Range<Int>]?
    var findings: [Finding] = []
    for (position, word) in words.enumerated() {
      guard word.letters == .capitalized, word.range.count >= NameWordIndex.shortest else {
        continue
      }
      let folded = word.folded(in: line.bytes)
      guard folded.count >= NameWordIndex.shortest, !index.known.contains(folded) else { continue }
      let place = Place(words: words, position: position, line: line)
      guard let meant = nearest(to: folded, at: place), !isKnown(folded) else { continue }
      guard isCredible(place, meant: meant.folded) else { continue }
      if quoted == nil { quoted = line.quotedRanges() }
      guard quoted?.contains(where: { $0.contains(word.range.lowerBound) }) != true,
        let stretch = line.stretch(at: word.range.lowerBound), !isForeign(stretch, document)
      else { continue }
      let text = line.bytes[word.range].text
      findings.append(
        Finding(
          folded: folded, text: text, span: span(of: word, in: stretch, of: line, text),
          meant: meant.folded, suggestion: meant.text))
    }
    return findings
  }

  // MARK: The word

  /// Whether the word is one of a name, or one with an ending.
  private func isKnown(_ word: [UInt8]) -> Bool {
    if index.known.contains(word) || OrdinaryWords.contains(word) { return true }
    return Self.endings.contains { ending in
      word.count > ending.count + 3 && word.suffix(ending.count).elementsEqual(ending)
        && index.known.contains(Array(word.dropLast(ending.count)))
    }
  }

  /// The distinctive word that is nearest, where one is near enough; beside another word of its
  /// name a short one may be farther off.
  private func nearest(
    to word: [UInt8], at place: Place
  ) -> (folded: [UInt8], text: String)? {
    var best: (distance: Int, word: Int)?
    // `Hagganis` is as near to the name as `Haggani` is.
    let forms = word.last == UInt8(ascii: "s") ? [word, word.dropLast()] : [word]
    for form in forms {
      for candidate in index.candidates(near: form) {
        let known = index.words[candidate].folded
        let limit = Self.limit(min(form.count, known.count))
        let distance = SpellingDistance.between(form, known, limit: max(limit, 2))
        guard distance > 0, distance < best?.distance ?? .max,
          distance <= limit || distance <= 2 && place.isBeside(index.neighbours[known] ?? []),
          !Self.isDerived(form, known),
          !(isTranslated && Self.soundsAlike(form, known))
        else { continue }
        best = (distance, candidate)
      }
      if best != nil { break }
    }
    return best.map { index.words[$0.word] }
  }

  /// How far a word of so many letters may be from a name, in half steps.
  private static func limit(_ count: Int) -> Int {
    switch count {
    case ..<NameWordIndex.shortest: 0
    case NameWordIndex.shortest: 1
    case ..<9: 2
    case 9: 3
    default: 4
    }
  }

  /// Whether one word is the other as another language spells it, a genitive's `s` apart.
  private static func soundsAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let (word, known) = (sounds(of: one), sounds(of: other))
    return word == known || word == known + [UInt8(ascii: "s")]
  }

  /// The letters that languages spell alike, so that Usbekistan and Uzbekistan are one word.
  private static func sounds(of word: [UInt8]) -> [UInt8] {
    var sounds: [UInt8] = []
    for letter in word {
      let sound: UInt8? =
        switch letter {
        case UInt8(ascii: "z"): UInt8(ascii: "s")
        case UInt8(ascii: "y"), UInt8(ascii: "j"): UInt8(ascii: "i")
        case UInt8(ascii: "c"), UInt8(ascii: "q"): UInt8(ascii: "k")
        case UInt8(ascii: "w"), UInt8(ascii: "f"): UInt8(ascii: "v")
        case UInt8(ascii: "h"): nil
        default: letter
        }
      if let sound, sounds.last != sound { sounds.append(sound) }
    }
    return sounds
  }

  /// Whether two words differ in no more than their endings: Islamist and Islamic, Pakistani and
  /// Pakistan.
  private static func isDerived(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    var shared = zip(one, other).prefix { $0 == $1 }.count
    // An ending may begin with the letter in which the stem ends.
    while shared >= 4 {
      let rests = [Array(one[shared...]), Array(other[shared...])]
      if rests.allSatisfy({ $0.isEmpty || endings.contains($0) }) { return true }
      shared -= 1
    }
    return false
  }

  /// Endings of English and German that make another form, an adjective or a people of a name.
  private static let endings: Set<[UInt8]> = Set(
    """
    s es n en er ers ern em e i is in innen an ans ian ians ean ese ist ists isten ism ismus ic \
    isch ische ischen ischer isches ischem ish ite ites er al
    """.split(separator: " ").map { Array($0.utf8) })

  // MARK: Where it stands

  /// A word among the words about it.
  private struct Place {
    let words: [Word]
    let position: Int
    let line: ProseLine

    var word: Word { words[position] }

    /// The word before or behind, where a single blank parts the two.
    func neighbour(_ step: Int) -> Word? {
      let other = position + step
      guard words.indices.contains(other) else { return nil }
      let (first, second) = step < 0 ? (words[other], word) : (word, words[other])
      let between = line.bytes[first.range.upperBound..<second.range.lowerBound]
      return between.elementsEqual(" ".utf8) ? words[other] : nil
    }

    /// Whether one of `names` stands directly before or behind.
    func isBeside(_ names: Set<[UInt8]>) -> Bool {
      [-1, 1].contains { step in
        guard let other = neighbour(step), other.letters != .small else { return false }
        return names.contains(other.folded(in: line.bytes))
      }
    }

    /// Whether a word stands where any word has a large letter.
    func beginsSentence(_ word: Word) -> Bool {
      if line.isHeading { return true }
      let before = line.bytes[..<word.range.lowerBound]
      guard let mark = before.last(where: { $0 != .space && $0 < 0x80 && $0 != .quote }) else {
        return true
      }
      return !mark.isASCIIAlphanumeric && !",;-/'".utf8.contains(mark)
    }
  }

  /// Whether what stands about the word lets it be the name.
  private func isCredible(_ place: Place, meant: [UInt8]) -> Bool {
    // Beside another word of its name it is that name.
    if place.isBeside(index.neighbours[meant] ?? []) { return true }
    if OrdinaryWords.isGivenName(meant) { return false }
    var isBesideUnknown = false
    for step in [-1, 1] {
      guard let other = place.neighbour(step), other.letters != .small else { continue }
      let folded = other.folded(in: place.line.bytes)
      guard folded.count > 1, !isKnown(folded), !OrdinaryWords.isGivenName(folded) else {
        continue
      }
      if step > 0 || !place.beginsSentence(other) { isBesideUnknown = true }
    }
    // Beside a name that nobody knows it is part of that.
    if isBesideUnknown { return false }
    return meant.count >= 7 || !(capitalizesNouns || place.beginsSentence(place.word))
  }

  /// Whether the words are those of others: in a link to the web, an address.
  private func isForeign(_ stretch: ProseLine.Stretch, _ document: MarkdownDocument) -> Bool {
    guard let link = stretch.link else { return false }
    if case .local = LinkDestination(document.links[link].destination) { return false }
    return true
  }

  /// The bytes of the file that are the word.
  private func span(
    of word: Word, in stretch: ProseLine.Stretch, of line: ProseLine, _ text: String
  ) -> SourceSpan {
    let range = stretch.span.range
    let bytes = tree[stretch.span.file].bytes
    guard range.upperBound <= bytes.count else { return stretch.span }
    // Escapes, entities and typographic marks make the text differ from its source, but leave its
    // words in their order.
    let wanted = Array(text.utf8)
    let before = Self.places(of: wanted, in: line.bytes[stretch.start..<word.range.lowerBound])
    let found = Self.places(of: wanted, in: bytes[range])
    guard before.count < found.count else { return stretch.span }
    let start = found[before.count]
    return SourceSpan(stretch.span.file, start..<start + wanted.count)
  }

  private static func places(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> [Int] {
    var result: [Int] = []
    var start = bytes.startIndex
    while start + wanted.count <= bytes.endIndex {
      if bytes[start] == wanted[0], bytes[start..<start + wanted.count].elementsEqual(wanted) {
        result.append(start)
        start += wanted.count
      } else {
        start += 1
      }
    }
    return result
  }
}
