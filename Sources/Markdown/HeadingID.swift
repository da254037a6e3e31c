import Bytes

/// Makes ids from headings as GitHub does.
public enum HeadingID {
  /// The id of a heading that reads `text`: lower case, spaces to hyphens, everything left out
  /// but letters, marks and digits of any script, `-` and `_`; `section` where nothing is left.
  public static func make(from text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var text = text
    let isASCII = text.withUTF8 { bytes in
      for byte in bytes {
        if byte >= 0x80 { return false }
        append(byte, to: &result)
      }
      return true
    }
    guard !isASCII else { return result.isEmpty ? "section" : result.text }
    result.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        append(UInt8(ascii: scalar), to: &result)
      } else if scalar.isWord {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return result.isEmpty ? "section" : result.text
  }

  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
      result.append(byte.asciiLowercased)
    } else if byte == .space {
      result.append(UInt8(ascii: "-"))
    }
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
