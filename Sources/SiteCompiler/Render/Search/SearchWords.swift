import Bytes

/// Parts text into the words that a search compares.
///
/// A word is a run of letters, digits and marks. Case, marks on Latin and Greek letters, the points of
/// Arabic and Hebrew, apostrophes and soft hyphens do not count. The script of the search parts and stems alike; a test holds both together.
enum SearchWords {
  /// Calls `body` with each word of `text`, in order.
  static func each(of text: String, _ body: (String) -> Void) {
    var word: [UInt8] = []
    func end() {
      guard !word.isEmpty else { return }
      body(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(ascii: scalar)
        if byte.isASCIIAlphanumeric {
          word.append(byte.asciiLowercased)
        } else if byte != UInt8(ascii: "'") {
          end()
        }
        continue
      }
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
        end()
      }
    }
    end()
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
