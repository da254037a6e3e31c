import Bytes

/// Latin letters without their marks, so that Ḥaqqānī and Haqqani are one name, and one word of the
/// search.
///
/// Covers Latin-1, Latin Extended-A and -B and Latin Extended Additional, where transliterations
/// draw their letters; other scripts keep theirs. The script of the search folds alike; a test holds
/// both together.
enum PlainLetters {
  /// The letters of a word, small, without marks, apostrophes and the signs of transliteration.
  static func fold(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(word.count)
    if word.allSatisfy({ $0 < 0x80 }) {
      for byte in word where byte != .apostrophe { result.append(byte.asciiLowercased) }
      return result
    }
    for scalar in word.text.unicodeScalars {
      if scalar.isASCII {
        if scalar != "'" { result.append(UInt8(ascii: scalar).asciiLowercased) }
      } else if !isSign(scalar), !appendPlain(scalar, to: &result) {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return result
  }

  /// Appends the plain letters that a letter with a mark is filed under.
  /// - Returns: Whether it has any.
  static func appendPlain(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
    if let pair = pair(scalar) {
      bytes.append(contentsOf: pair.utf8)
      return true
    }
    guard let letter = plain(scalar) else { return false }
    bytes.append(letter)
    return true
  }

  /// The two letters that one is written as without it.
  private static func pair(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ß", "ẞ": "ss"
    case "æ", "Æ", "ǣ", "Ǣ", "ǽ", "Ǽ": "ae"
    case "œ", "Œ": "oe"
    case "þ", "Þ": "th"
    case "ĳ", "Ĳ": "ij"
    default: nil
    }
  }

  private static func plain(_ scalar: Unicode.Scalar) -> UInt8? {
    let letter: UInt8
    switch scalar.value {
    case 0xC0...0x24F: letter = byte(Int(scalar.value) - 0xC0, of: extended)
    case 0x1E00...0x1EFF: letter = byte(Int(scalar.value) - 0x1E00, of: additional)
    default: return nil
    }
    return letter == UInt8(ascii: ".") ? nil : letter
  }

  /// Whether it changes no letter: combining marks, soft hyphens, and the half rings and apostrophes
  /// by which ʿayn and hamza are written.
  static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x300...0x36F, 0x2B9...0x2BF, 0x2018, 0x2019: true
    default: false
    }
  }

  private static func byte(_ index: Int, of table: StaticString) -> UInt8 {
    table.withUTF8Buffer { $0[index] }
  }

  /// U+00C0 to U+024F; a full stop where a letter is its own.
  private static let extended: StaticString = """
    aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccdd\
    ddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssss\
    ssttttttuuuuuuuuuuuuwwyyyzzzzzzs..................f.............oo.............u\
    u....zz......................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................
    """

  /// U+1E00 to U+1EFF.
  private static let additional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo\
    oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy....sd\
    aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu\
    uuyyyyyyyy......
    """
}
