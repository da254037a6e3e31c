import Bytes

/// Makes ids from headings as GitHub does.
enum HeadingID {
  /// The id of a heading that reads `text`: lower case, spaces to hyphens, everything left out
  /// but letters, marks and digits of any script, `-` and `_`; `section` where nothing is left.
  static func make(from text: String) -> String {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(ascii: scalar)
        if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
          result.append(byte.asciiLowercased)
        } else if byte == UInt8(ascii: " ") {
          result.append(UInt8(ascii: "-"))
        }
      } else if scalar.isWord {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return result.isEmpty ? "section" : result.text
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in a key: a letter, a digit or a mark that belongs to one.
  var isKeyLetter: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .enclosingMark: false
    default: self != "\u{FFFD}" && isWord
    }
  }

  /// Whether it is a letter, a mark, a number or connecting punctuation.
  var isWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation:
      true
    default: false
    }
  }
}
