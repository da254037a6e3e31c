import Bytes

/// A folded word of Latin letters while its endings are cut.
///
/// A `y` or `u` that sounds as a consonant is a capital meanwhile, and so no vowel.
struct CutWord {
  /// What is left of the word.
  var letters: [UInt8]
  /// Where the region R1 begins: behind the first consonant that follows a vowel.
  private(set) var first: Int
  /// Where the region R2 begins: behind the first consonant that follows a vowel in R1.
  private(set) var second: Int

  /// A word, in which R1 begins at `first` where that is known.
  init(_ letters: [UInt8], first: Int? = nil) {
    self.letters = letters
    self.first = first ?? Self.region(of: letters, from: 0)
    self.second = Self.region(of: letters, from: self.first)
  }

  /// Lets R1 begin at `least` at the earliest; R2 stays where it is.
  mutating func moveFirst(to least: Int) { first = max(first, least) }

  private static func region(of letters: [UInt8], from start: Int) -> Int {
    guard let vowel = letters[start...].firstIndex(where: isVowel),
      let consonant = letters[vowel...].firstIndex(where: { !isVowel($0) })
    else { return letters.count }
    return consonant + 1
  }

  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// Whether `ending` stands before the last `count` letters.
  func ends(_ ending: StaticString, before count: Int = 0) -> Bool {
    let length = ending.utf8CodeUnitCount
    let end = letters.count - count
    guard end >= length else { return false }
    return ending.withUTF8Buffer { $0.elementsEqual(letters[(end - length)..<end]) }
  }

  /// The longest of `endings` that the word has.
  func longest<Action>(
    _ endings: [(ending: StaticString, action: Action)]
  ) -> (count: Int, action: Action)? {
    var found: (count: Int, action: Action)?
    for (ending, action) in endings where ending.utf8CodeUnitCount > found?.count ?? 0 {
      if ends(ending) { found = (ending.utf8CodeUnitCount, action) }
    }
    return found
  }

  /// The letter before the last `count` ones.
  func letter(before count: Int) -> UInt8? {
    count < letters.count ? letters[letters.count - count - 1] : nil
  }

  /// Whether the letter before the last `count` ones is one of `choice`.
  func isOne(of choice: StaticString, before count: Int) -> Bool {
    guard let letter = letter(before: count) else { return false }
    return choice.withUTF8Buffer { $0.contains(letter) }
  }

  /// Whether the last `count` letters lie in R1.
  func isInFirst(_ count: Int) -> Bool { letters.count - count >= first }

  /// Whether the last `count` letters lie in R2.
  func isInSecond(_ count: Int) -> Bool { letters.count - count >= second }

  /// Puts `other` in the place of the last `count` letters.
  mutating func replace(_ count: Int, with other: StaticString = "") {
    letters.removeLast(count)
    other.withUTF8Buffer { letters.append(contentsOf: $0) }
  }

  /// The word in small letters.
  var stem: [UInt8] { letters.map(\.asciiLowercased) }
}
