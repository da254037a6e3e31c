/// A piece of an expression with its place in the text, in bytes.
struct ExpressionToken: Hashable {
  enum Kind: Hashable {
    case number(Double)
    case text(String)
    case name(String)
    /// An operator or a bracket.
    case mark(String)
    case end
  }

  let kind: Kind
  let range: Range<Int>
}

/// What is wrong with an expression, and where.
struct ExpressionFault: Error {
  let message: String
  let range: Range<Int>
  var help: String?
}

/// Parts an expression into pieces (the lexical grammar of JavaScript, as far as Vega has it).
struct ExpressionScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Operators, the longest first.
  private static let marks = [
    ">>>", "===", "!==", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "+", "-", "*", "/", "%",
    "!", "~", "&", "|", "^", "<", ">", "?", ":", "(", ")", "[", "]", "{", "}", ",", ".", ";",
  ].map { Array($0.utf8) }

  /// All pieces, an end behind the last.
  mutating func tokens() throws(ExpressionFault) -> [ExpressionToken] {
    var tokens: [ExpressionToken] = []
    while true {
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count else { break }
      let start = index
      let kind = try scan()
      tokens.append(ExpressionToken(kind: kind, range: start..<index))
    }
    tokens.append(ExpressionToken(kind: .end, range: bytes.count..<bytes.count))
    return tokens
  }

  private mutating func scan() throws(ExpressionFault) -> ExpressionToken.Kind {
    let byte = bytes[index]
    if isDigit(byte) || byte == UInt8(ascii: "."), isDigit(peek(1)) || isDigit(byte) {
      return try number()
    }
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { return .text(try text(byte)) }
    if isLetter(byte) {
      let start = index
      while index < bytes.count, isLetter(bytes[index]) || isDigit(bytes[index]) { index += 1 }
      return .name(String(decoding: bytes[start..<index], as: UTF8.self))
    }
    for mark in Self.marks where bytes[index...].starts(with: mark) {
      index += mark.count
      return .mark(String(decoding: mark, as: UTF8.self))
    }
    let start = index
    index += 1
    // A letter beyond ASCII stays whole in the message.
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    let letter = String(decoding: bytes[start..<index], as: UTF8.self)
    throw ExpressionFault(
      message: "'\(letter)' has no place in an expression", range: start..<index,
      help: letter == "=" ? "compare with '=='" : nil)
  }

  private func peek(_ distance: Int) -> UInt8 {
    index + distance < bytes.count ? bytes[index + distance] : 0
  }
  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      || byte >= 0x80
  }

  private mutating func number() throws(ExpressionFault) -> ExpressionToken.Kind {
    let start = index
    if bytes[index] == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x") {
      index += 2
      let digits = index
      while index < bytes.count,
        isDigit(bytes[index]) || (0x61...0x66).contains(bytes[index] | 0x20)
      {
        index += 1
      }
      let text = String(decoding: bytes[digits..<index], as: UTF8.self)
      guard let value = UInt64(text, radix: 16) else {
        throw ExpressionFault(message: "this is no number", range: start..<index)
      }
      return .number(Double(value))
    }
    while isDigit(peek(0)) { index += 1 }
    if peek(0) == UInt8(ascii: ".") {
      index += 1
      while isDigit(peek(0)) { index += 1 }
    }
    if peek(0) | 0x20 == UInt8(ascii: "e") {
      let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if isDigit(peek(signed ? 2 : 1)) {
        index += signed ? 2 : 1
        while isDigit(peek(0)) { index += 1 }
      }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let written = text.hasPrefix(".") ? "0" + text : text.hasSuffix(".") ? text + "0" : text
    guard let value = Double(written) else {
      throw ExpressionFault(message: "this is no number", range: start..<index)
    }
    return .number(value)
  }

  private mutating func text(_ quote: UInt8) throws(ExpressionFault) -> String {
    let start = index
    index += 1
    var result: [UInt8] = []
    while index < bytes.count, bytes[index] != quote {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index += 1
      switch Unicode.Scalar(bytes[index]) {
      case "n": result.append(0x0A)
      case "t": result.append(0x09)
      case "r": result.append(0x0D)
      case "u":
        let digits = bytes[min(index + 1, bytes.count)..<min(index + 5, bytes.count)]
        if let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(code), digits.count == 4
        {
          result += Array(String(scalar).utf8)
          index += 4
        }
      default: result.append(bytes[index])
      }
      index += 1
    }
    guard index < bytes.count else {
      throw ExpressionFault(message: "this text has no closing quote", range: start..<index)
    }
    index += 1
    return String(decoding: result, as: UTF8.self)
  }
}
