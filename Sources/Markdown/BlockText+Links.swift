import Bytes

/// The parts of links, CommonMark 0.30 sections 4.7 and 6.3, read from where the reader is.
///
/// Each either passes what it names and says where that was, or leaves the reader in its place.
extension BlockText {
  /// What follows the `]` of an inline link: `(destination "title")`.
  /// - Returns: The destination's bytes, without `<` and `>`.
  mutating func scanInlineTail() -> Range<Int>? {
    let start = position
    if take(UInt8(ascii: "(")) {
      skipWhitespace()
      if let destination = scanDestination() {
        let beforeSpace = offset
        let mark = position
        skipWhitespace()
        if offset != beforeSpace || position.stretch != mark.stretch {
          _ = scanTitle()
          skipWhitespace()
        }
        if take(UInt8(ascii: ")")) { return destination }
      }
    }
    go(to: start)
    return nil
  }

  /// A destination, in angle brackets or plain.
  /// - Returns: Its bytes without the angle brackets.
  mutating func scanDestination() -> Range<Int>? {
    let start = position
    if take(UInt8(ascii: "<")) {
      let first = offset
      while true {
        switch peek {
        case UInt8(ascii: ">"):
          let last = offset
          advance()
          return first..<last
        case .backslash where second != 0:
          advance()
          advance()
        case .newline, UInt8(ascii: "<"), 0:
          go(to: start)
          return nil
        default: advance()
        }
      }
    }
    return scanPlainDestination()
  }

  private mutating func scanPlainDestination() -> Range<Int>? {
    let start = position
    let first = offset
    var depth = 0
    scan: while true {
      let byte = peek
      switch byte {
      case .backslash where second.isASCIIPunctuation: advance()
      case UInt8(ascii: "("):
        depth += 1
        // The parser that made the tree goes no deeper.
        if depth > 32 { break scan }
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      case 0: break scan
      case _ where byte.isMarkdownSpace:
        if offset == first {
          go(to: start)
          return nil
        }
        break scan
      default: break
      }
      advance()
    }
    if depth != 0 {
      go(to: start)
      return nil
    }
    return first..<offset
  }

  /// A title in quotation marks, apostrophes or parentheses.
  ///
  /// A backslash before the closing mark may be an escape or not, and the longest reading wins.
  /// - Returns: whether there is one.
  mutating func scanTitle() -> Bool {
    let start = position
    let opener = peek
    let closer = opener == UInt8(ascii: "(") ? UInt8(ascii: ")") : opener
    guard opener == .quote || opener == .apostrophe || opener == UInt8(ascii: "(") else {
      return false
    }
    advance()
    var end: Position?
    var isInside = true
    var isEscaped = false
    while isInside || isEscaped {
      let byte = peek
      if byte == 0 { break }
      let canPass = isInside && byte != closer && byte != UInt8(opener)
      let wasEscaped = isEscaped && byte.isASCIIPunctuation
      advance()
      if isInside, byte == closer { end = position }
      isEscaped = isInside && byte == .backslash
      isInside = canPass || wasEscaped
    }
    go(to: end ?? start)
    return end != nil
  }

  /// A label in brackets, CommonMark's "link label".
  /// - Returns: The bytes between the brackets without the white space at either end.
  mutating func scanLabel() -> Range<Int>? {
    let start = position
    guard take(UInt8(ascii: "[")) else { return nil }
    var first: Int?
    var last = offset
    var count = 0
    while count <= 1000 {
      let byte = peek
      switch byte {
      case UInt8(ascii: "]"):
        advance()
        return (first ?? last)..<last
      case UInt8(ascii: "["), 0:
        go(to: start)
        return nil
      case .backslash where second.isASCIIPunctuation:
        first = first ?? offset
        advance()
        advance()
        count += 2
        last = offset
        continue
      default: break
      }
      if !byte.isMarkdownSpace { first = first ?? offset }
      advance()
      count += 1
      if !byte.isMarkdownSpace { last = offset }
    }
    go(to: start)
    return nil
  }

  /// A link reference definition.
  /// - Returns: The bytes of its label and of its destination; the reader is then on the line
  ///   after it, or at the end.
  mutating func scanDefinition() -> (label: Range<Int>, destination: Range<Int>)? {
    let start = position
    guard let label = scanLabel(), !label.isEmpty, take(UInt8(ascii: ":")) else {
      go(to: start)
      return nil
    }
    skipToNextWord()
    guard peek != 0, let destination = scanDestination() else {
      go(to: start)
      return nil
    }
    let beforeTitle = position
    skipToNextWord()
    let isApart = offset != beforeTitle.offset
    if isApart, scanTitle(), endLine() { return (label, destination) }
    go(to: beforeTitle)
    guard endLine() else {
      go(to: start)
      return nil
    }
    return (label, destination)
  }

  /// Passes spaces and tabs, with at most one line end among them.
  private mutating func skipToNextWord() {
    skipBlanks()
    if take(.newline) { skipBlanks() }
  }

  /// Passes what is left of a line, where that is only spaces and tabs.
  private mutating func endLine() -> Bool {
    skipBlanks()
    return take(.newline) || isAtEnd
  }
}
