/// Makes ids from headings as GitHub does.
enum HeadingID {
  /// The id of a heading that reads `text`: lower case, spaces to hyphens, everything left out
  /// but letters, marks and digits of any script, `-` and `_`; `section` where nothing is left.
  static func make(from text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "-": result += "-"
      case "_": result += "_"
      default:
        guard scalar.isWord else { continue }
        result += scalar.properties.lowercaseMapping
      }
    }
    return result.isEmpty ? "section" : result
  }
}

extension Unicode.Scalar {
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
