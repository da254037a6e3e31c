import Bytes

/// Parts text into the words that a search compares.
///
/// A word is a run of letters, digits and marks. Case, marks on Latin and Greek letters, the points of
/// Arabic and Hebrew, apostrophes and soft hyphens do not count. The script of the search parts and stems alike; a test holds both together.
enum SearchWords {
  /// Calls `body` with each word of `text`, in order, in UTF-8.
  static func each(of text: String, _ body: ([UInt8]) -> Void) {
    var text = text
    var word: [UInt8] = []
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte.isASCIIAlphanumeric {
          word.append(byte.asciiLowercased)
          index += 1
        } else if byte >= 0x80 {
          let end = bytes[index...].firstIndex { $0 < 0x80 } ?? bytes.count
          take(String(decoding: bytes[index..<end], as: UTF8.self), &word, body)
          index = end
        } else {
          if byte != .apostrophe { end(&word, body) }
          index += 1
        }
      }
    }
    end(&word, body)
  }

  private static func end(_ word: inout [UInt8], _ body: ([UInt8]) -> Void) {
    guard !word.isEmpty else { return }
    body(word)
    word.removeAll(keepingCapacity: true)
  }

  /// Takes a run of scalars that are not ASCII.
  private static func take(
    _ scalars: String, _ word: inout [UInt8], _ body: ([UInt8]) -> Void
  ) {
    for scalar in scalars.unicodeScalars {
      if let plain = plain[scalar] {
        word.append(contentsOf: plain.utf8)
        continue
      }
      if isPoint(scalar) || PlainLetters.isSign(scalar) { continue }
      if PlainLetters.appendPlain(scalar, to: &word) {
        continue
      } else if isWord(scalar) {
        word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        end(&word, body)
      }
    }
  }

  /// Ligatures of the Latin script and Greek letters with an accent, as they are without.
  private static let plain: [Unicode.Scalar: String] = [
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι",
    "ό": "ο", "ύ": "υ", "ώ": "ω", "ϊ": "ι", "ϋ": "υ", "ΐ": "ι", "ΰ": "υ", "ς": "σ", "Ά": "α",
    "Έ": "ε",
    "Ή": "η", "Ί": "ι", "Ό": "ο", "Ύ": "υ", "Ώ": "ω", "Ϊ": "ι", "Ϋ": "υ",
  ]

  /// The points that Arabic and Hebrew set about letters, and the stroke that draws a word out.
  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7, 0x0640, 0x064B...0x065F,
      0x0670:
      true
    default: false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
