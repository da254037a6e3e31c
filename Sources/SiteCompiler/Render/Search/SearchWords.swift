import Bytes

/// Parts text into the words that a search compares.
///
/// A word is a run of letters, digits and marks. Case, marks on Latin letters, apostrophes and soft
/// hyphens do not count. The script of the search parts and stems alike; a test holds both together.
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
      if PlainLetters.isSign(scalar) || PlainLetters.appendPlain(scalar, to: &word) {
        continue
      } else if isWord(scalar) {
        word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        end()
      }
    }
    end()
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
