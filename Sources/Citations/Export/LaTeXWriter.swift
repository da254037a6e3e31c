/// Text as LaTeX, for the values of a `.bib` file.
enum LaTeXWriter {
  /// Text with the characters that LaTeX and BibTeX give a meaning escaped, in one line, and its
  /// markup as commands.
  static func text(_ text: String) -> String {
    styled(TitleMarkup.parse(text)) { escape($0) }
  }

  /// A title: as text, with braces about what a style must not make small. In English those are
  /// all words with capitals but the first, names among them; a title in another language is kept
  /// whole.
  static func title(_ title: String, isEnglish: Bool) -> String {
    let parsed = TitleMarkup.parse(title)
    guard isEnglish else { return "{\(styled(parsed) { escape($0) })}" }
    var isFirst = true
    return styled(parsed) { text in
      let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
        guard !word.isEmpty else { return "" }
        let keeps = needsBraces(word, mayStart: isFirst)
        isFirst = false
        return keeps ? "{\(escape(word))}" : escape(word)
      }
      return words.joined(separator: " ")
    }
  }

  /// An address: braces and backslashes percent-encoded, since nothing else would keep them.
  static func raw(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{": view.append(contentsOf: "%7B".unicodeScalars)
      case "}": view.append(contentsOf: "%7D".unicodeScalars)
      case "\\": view.append(contentsOf: "%5C".unicodeScalars)
      case _ where scalar.properties.generalCategory == .control: view.append(" ")
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  // MARK: Styles

  private static func styled(_ text: RichText, _ write: (String) -> String) -> String {
    text.runs.map { run in
      var latex = run.style.contains(.fixedCase) ? "{\(escape(run.text))}" : write(run.text)
      for (style, command) in commands where run.style.contains(style) {
        latex = "\\\(command){\(latex)}"
      }
      return latex
    }.joined()
  }

  private static let commands: [(Run.Style, String)] = [
    (.emphasis, "emph"), (.strong, "textbf"), (.superscript, "textsuperscript"),
    (.subscript, "textsubscript"), (.smallCapitals, "textsc"),
  ]

  /// Whether a word has a capital that a style would make small: any but the first letter of what
  /// may start with one.
  private static func needsBraces(_ word: Substring, mayStart: Bool) -> Bool {
    let letters = word.unicodeScalars.drop { !$0.properties.isAlphabetic }
    guard let first = letters.first else { return false }
    if TitleCase.staysSmall(String(String.UnicodeScalarView(letters)).lowercased()) { return false }
    if !mayStart, first.properties.isUppercase { return true }
    return letters.dropFirst().contains { $0.properties.isUppercase }
  }

  // MARK: Characters

  private static func escape(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy(isPlain) { return String(text) }
    var view = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    // BibTeX counts escaped braces too, so that these may stand only in pairs.
    let isPaired =
      text.utf8.count { $0 == UInt8(ascii: "{") }
      == text.utf8.count { $0 == UInt8(ascii: "}") }
    for scalar in text.unicodeScalars {
      // Two of these in a row would be read as one mark.
      if scalar == previous, "-'`".unicodeScalars.contains(scalar) {
        view.append(contentsOf: "{}".unicodeScalars)
      }
      if isPaired, scalar == "{" || scalar == "}" {
        view.append(contentsOf: ["\\", scalar])
      } else if let written = escapes[scalar] {
        view.append(contentsOf: written.unicodeScalars)
      } else if scalar.properties.generalCategory == .control {
        view.append(" ")
      } else {
        view.append(scalar)
      }
      previous = scalar
    }
    return String(view)
  }

  /// Whether it means itself, wherever it stands; most of a text does.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || " .,:;()/+=?!@".utf8.contains(byte)
  }

  private static let escapes: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "`": "\\textasciigrave{}",
    "$": "\\$", "&": "\\&", "%": "\\%", "#": "\\#", "_": "\\_", "\u{A0}": "~",
  ]
}
