import Bytes

/// A word where it stands in a text.
struct Word {
  /// Its bytes in the text, without a genitive's `'s`.
  let range: Range<Int>
  /// How its letters are set.
  let letters: Letters

  /// How the letters of a word are set.
  enum Letters {
    /// It begins with a small letter or a digit.
    case small
    /// A large letter, then small ones: Kabul.
    case capitalized
    /// Large letters within it: IS, McCain, RFC4180.
    case mixed
  }

  /// The words of `text`: runs of letters and digits, with the apostrophes within them.
  static func all(in text: [UInt8], _ range: Range<Int>? = nil) -> [Word] {
    let range = range ?? 0..<text.count
    var words: [Word] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let width = letterWidth(text, index, range.upperBound)
      guard width > 0 else {
        index += 1
        continue
      }
      let start = index
      index += width
      while index < range.upperBound {
        let next = letterWidth(text, index, range.upperBound)
        if next > 0 {
          index += next
        } else if let mark = apostropheWidth(text, index, range.upperBound),
          letterWidth(text, index + mark, range.upperBound) > 0
        {
          index += mark
        } else {
          break
        }
      }
      words.append(Word(text, start..<index))
    }
    return words
  }

  /// Its letters, small and without marks.
  func folded(in text: [UInt8]) -> [UInt8] { PlainLetters.fold(text[range]) }

  private init(_ text: [UInt8], _ whole: Range<Int>) {
    var end = whole.upperBound
    if end - whole.lowerBound > 2, text[end - 1] == UInt8(ascii: "s") {
      if text[end - 2] == .apostrophe {
        end -= 2
      } else if end - whole.lowerBound > 4, text[(end - 4)..<(end - 1)].elementsEqual(Self.curly) {
        end -= 4
      }
    }
    range = whole.lowerBound..<end
    letters = Self.letters(text[range])
  }

  private static func letters(_ word: ArraySlice<UInt8>) -> Letters {
    var isFirst = true
    var result = Letters.small
    if word.allSatisfy({ $0 < 0x80 }) {
      for byte in word {
        let isLarge = byte &- 0x41 < 26
        if isFirst {
          result = isLarge ? .capitalized : .small
        } else if isLarge || byte.isASCIIDigit {
          return .mixed
        }
        isFirst = false
      }
      return result
    }
    for scalar in word.text.unicodeScalars {
      let isLarge = scalar.properties.isUppercase
      if isFirst {
        result = isLarge ? .capitalized : .small
      } else if isLarge {
        return .mixed
      }
      // A sign such as that of ʿayn comes before the first letter.
      if scalar.properties.isCased { isFirst = false }
    }
    return result
  }

  /// How many bytes the letter, digit or mark at `index` has; 0 where there is none.
  private static func letterWidth(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 { return byte.isASCIIAlphanumeric ? 1 : 0 }
    let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 0
    guard width > 0, index + width <= end,
      let scalar = text[index..<index + width].text.unicodeScalars.first
    else { return 0 }
    return isLetter(scalar) ? width : 0
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0x24F: return scalar.value != 0xD7 && scalar.value != 0xF7
    case 0x2B9...0x2BF, 0x300...0x36F: return true
    case 0x2000...0x206F: return false
    default: return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  private static func apostropheWidth(_ text: [UInt8], _ index: Int, _ end: Int) -> Int? {
    if text[index] == .apostrophe { return index + 1 < end ? 1 : nil }
    return index + 3 < end && text[index..<index + 3].elementsEqual(curly) ? 3 : nil
  }

  /// `’`
  private static let curly: [UInt8] = [0xE2, 0x80, 0x99]
}
