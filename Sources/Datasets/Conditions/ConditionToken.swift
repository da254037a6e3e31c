import Bytes

/// A word of a condition with the bytes that it takes.
struct ConditionToken {
  enum Kind: Equatable {
    case name(String)
    case number(Double)
    case string(String)
    case comparison(ConditionOperator)
    case and
    case or
    case not
    case minus
    case open
    case close
    case openBracket
    case closeBracket
    case dot
    case end
  }

  let kind: Kind
  let range: Range<Int>
}

/// Parts a condition into tokens.
struct ConditionScanner {
  private let bytes: [UInt8]
  private var index = 0

  /// The tokens of `bytes`, the last of which is the end.
  static func tokens(of bytes: [UInt8]) throws(ConditionFault) -> [ConditionToken] {
    var scanner = ConditionScanner(bytes: bytes)
    var tokens: [ConditionToken] = []
    repeat { tokens.append(try scanner.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func byte(_ offset: Int) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  private mutating func next() throws(ConditionFault) -> ConditionToken {
    while let byte = byte(0), byte.isASCIIWhitespace { index += 1 }
    guard let first = byte(0) else {
      return ConditionToken(kind: .end, range: bytes.count..<bytes.count)
    }
    if first.isASCIIDigit || first == UInt8(ascii: ".") && byte(1)?.isASCIIDigit == true {
      return try number()
    }
    if first == .quote || first == .apostrophe { return try string(closing: first) }
    if Self.beginsName(first) { return try name() }
    return try symbol(first)
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
  }

  private mutating func name() throws(ConditionFault) -> ConditionToken {
    let start = index
    while let byte = byte(0), Self.beginsName(byte) || byte.isASCIIDigit { index += 1 }
    let text = bytes[start..<index].text
    if let curly = text.unicodeScalars.first, (0x2018...0x201F).contains(curly.value) {
      throw ConditionFault(
        range: start..<start + 3, message: "a curly quotation mark does not mark text here",
        help: "write ' or \"")
    }
    return ConditionToken(kind: .name(text), range: start..<index)
  }

  private mutating func number() throws(ConditionFault) -> ConditionToken {
    let start = index
    while let byte = byte(0), byte.isASCIIDigit || byte == UInt8(ascii: ".") { index += 1 }
    if let letter = byte(0), letter | 0x20 == UInt8(ascii: "e") {
      let sign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+") ? 1 : 0
      if byte(1 + sign)?.isASCIIDigit == true {
        index += 1 + sign
        while byte(0)?.isASCIIDigit == true { index += 1 }
      }
    }
    while let byte = byte(0), Self.beginsName(byte) || byte.isASCIIDigit { index += 1 }
    let text = bytes[start..<index].text
    guard let value = Double(text.hasSuffix(".") ? text + "0" : text), value.isFinite,
      !text.contains(where: { "xXpP".contains($0) })
    else {
      throw ConditionFault(
        range: start..<index, message: "'\(text)' is no number",
        help: "put a name or a date in quotation marks")
    }
    return ConditionToken(kind: .number(value), range: start..<index)
  }

  private mutating func string(closing quote: UInt8) throws(ConditionFault) -> ConditionToken {
    let start = index
    index += 1
    var result: [UInt8] = []
    while let byte = byte(0) {
      index += 1
      switch byte {
      case quote: return ConditionToken(kind: .string(result.text), range: start..<index)
      case .backslash: try escape(into: &result)
      default: result.append(byte)
      }
    }
    throw ConditionFault(
      range: start..<bytes.count, message: "this text never ends",
      help: "close it with \(quote == .quote ? "\"" : "'")")
  }

  private mutating func escape(into result: inout [UInt8]) throws(ConditionFault) {
    let start = index - 1
    guard let letter = byte(0) else { return }
    index += 1
    switch letter {
    case .backslash, .quote, .apostrophe, UInt8(ascii: "/"): result.append(letter)
    case UInt8(ascii: "n"): result.append(.newline)
    case UInt8(ascii: "t"): result.append(.tab)
    case UInt8(ascii: "r"): result.append(.carriageReturn)
    case UInt8(ascii: "u"):
      var value: UInt32 = 0
      for offset in 0..<4 {
        guard let digit = byte(offset)?.hexDigitValue else {
          throw ConditionFault(
            range: start..<index, message: "four hexadecimal digits belong behind '\\u'")
        }
        value = value << 4 | UInt32(digit)
      }
      index += 4
      result.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    default:
      throw ConditionFault(
        range: start..<index, message: "'\\\([letter].text)' is no escape that conditions know",
        help: "a backslash itself is written '\\\\'")
    }
  }

  private mutating func symbol(_ first: UInt8) throws(ConditionFault) -> ConditionToken {
    let start = index
    for (spelling, kind) in Self.symbols where bytes[start...].starts(with: spelling.utf8) {
      index += spelling.utf8.count
      return ConditionToken(kind: kind, range: start..<index)
    }
    let character = [first].text
    throw ConditionFault(
      range: start..<start + 1,
      message: first.isASCIIPunctuation
        ? "conditions do not know '\(character)'" : "a control character stands in this condition",
      help: Self.hints[first])
  }

  /// Longer spellings first.
  private static let symbols: [(String, ConditionToken.Kind)] = [
    ("===", .comparison(.equal)), ("!==", .comparison(.unequal)), ("==", .comparison(.equal)),
    ("!=", .comparison(.unequal)), ("<=", .comparison(.lessOrEqual)),
    (">=", .comparison(.greaterOrEqual)), ("&&", .and), ("||", .or), ("<", .comparison(.less)),
    (">", .comparison(.greater)), ("!", .not), ("-", .minus), ("(", .open), (")", .close),
    ("[", .openBracket), ("]", .closeBracket), (".", .dot),
  ]

  private static let hints: [UInt8: String] = [
    UInt8(ascii: "="): "write '==' to compare",
    UInt8(ascii: "&"): "write '&&' for 'and'",
    UInt8(ascii: "|"): "write '||' for 'or'",
    UInt8(ascii: "+"): "conditions compare, they do not calculate",
    UInt8(ascii: "*"): "conditions compare, they do not calculate",
    UInt8(ascii: "/"): "conditions compare, they do not calculate",
    UInt8(ascii: "%"): "conditions compare, they do not calculate",
    UInt8(ascii: "?"): "join conditions with && and ||",
  ]
}
