import Bytes

/// A word of SQL with the bytes that it takes; comments and blanks are none.
struct SQLToken: Equatable {
  enum Kind: Equatable {
    /// A keyword, or a name without quotation marks.
    case word
    /// A name in `"…"`, `[…]` or `` `…` ``.
    case quotedName
    /// A text in `'…'`.
    case string
    case number
    /// `;`, which ends a statement.
    case end
    /// An operator or a mark, one of `||`, `<=`, `>=`, `<>`, `!=`, `==`, `<<`, `>>`, `->`, `->>` or
    /// a single byte.
    case symbol
  }

  let kind: Kind
  /// What it names or says: without quotation marks, otherwise as it stands.
  let text: String
  let range: Range<Int>

  /// Whether it is the keyword `word`, which is in lower case.
  func isKeyword(_ word: String) -> Bool { kind == .word && text.asciiLowercased == word }

  /// Whether it names `name`, which SQL matches without regard to case.
  func names(_ name: String) -> Bool {
    (kind == .word || kind == .quotedName) && text.asciiLowercased == name.asciiLowercased
  }
}

/// Parts SQL into tokens, as SQLite does, as far as the places of faults need it.
///
/// Text that SQLite would refuse still gives tokens; SQLite says what is wrong with it.
struct SQLScanner {
  private let bytes: [UInt8]
  private var index = 0

  /// The tokens of `bytes`.
  static func tokens(of bytes: [UInt8]) -> [SQLToken] {
    var scanner = SQLScanner(bytes: bytes)
    var tokens: [SQLToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func byte(_ offset: Int) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  private mutating func next() -> SQLToken? {
    skipBlanksAndComments()
    guard let first = byte(0) else { return nil }
    switch first {
    case .apostrophe: return quoted(.string, closing: .apostrophe)
    case .quote: return quoted(.quotedName, closing: .quote)
    case UInt8(ascii: "`"): return quoted(.quotedName, closing: UInt8(ascii: "`"))
    case UInt8(ascii: "["): return quoted(.quotedName, closing: UInt8(ascii: "]"))
    case UInt8(ascii: ";"): return token(.end, length: 1)
    default: break
    }
    if first.isASCIIDigit || first == UInt8(ascii: ".") && byte(1)?.isASCIIDigit == true {
      return run(.number) { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") }
    }
    if Self.isNamePart(first) { return run(.word, Self.isNamePart) }
    for operation in ["->>", "||", "<=", ">=", "<>", "!=", "==", "<<", ">>", "->"]
    where bytes[index...].starts(with: operation.utf8) {
      return token(.symbol, length: operation.utf8.count)
    }
    return token(.symbol, length: 1)
  }

  private mutating func skipBlanksAndComments() {
    while let first = byte(0) {
      if first.isASCIIWhitespace || first == 0x0C {
        index += 1
      } else if first == UInt8(ascii: "-"), byte(1) == first {
        while let byte = byte(0), byte != .newline { index += 1 }
      } else if first == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        index += 2
        while let byte = byte(0) {
          if byte == UInt8(ascii: "*"), self.byte(1) == UInt8(ascii: "/") {
            index += 2
            break
          }
          index += 1
        }
      } else {
        return
      }
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      || byte >= 0x80
  }

  private mutating func run(_ kind: SQLToken.Kind, _ belongs: (UInt8) -> Bool) -> SQLToken {
    let start = index
    while let byte = byte(0), belongs(byte) { index += 1 }
    return SQLToken(kind: kind, text: bytes[start..<index].text, range: start..<index)
  }

  private mutating func token(_ kind: SQLToken.Kind, length: Int) -> SQLToken {
    let start = index
    index += length
    return SQLToken(kind: kind, text: bytes[start..<index].text, range: start..<index)
  }

  /// A quoted name or text; its closing mark stands for itself where it is doubled.
  private mutating func quoted(_ kind: SQLToken.Kind, closing: UInt8) -> SQLToken {
    let start = index
    var text: [UInt8] = []
    index += 1
    while let byte = byte(0) {
      index += 1
      if byte == closing {
        guard self.byte(0) == closing, closing != UInt8(ascii: "]") else { break }
        index += 1
      }
      text.append(byte)
    }
    return SQLToken(kind: kind, text: text.text, range: start..<index)
  }
}
