import Bytes

/// The key behind an `@`, by pandoc's rules, in UTF-8.
///
/// A key begins with a letter, a digit or `_`; punctuation may stand within it, one mark at a time,
/// never at its end, so that a sentence's full stop is none of its business. In braces it is
/// whatever stands between them but blanks.
struct CitationKey {
  /// The key's bytes, without braces.
  let range: Range<Int>
  /// The offset behind the key and its brace.
  let end: Int

  /// The key whose `@` stands at `index`, or nil where there is none.
  init?(in bytes: [UInt8], at index: Int, limit: Int) {
    guard index < limit, bytes[index] == UInt8(ascii: "@") else { return nil }
    if index + 1 < limit, bytes[index + 1] == UInt8(ascii: "{") {
      guard let inner = Self.braced(in: bytes, at: index + 1, limit: limit) else { return nil }
      self.range = inner
      self.end = inner.upperBound + 1
      return
    }
    let start = index + 1
    guard Self.isLetter(bytes, at: start, limit: limit) else { return nil }
    var end = start
    while end < limit {
      if Self.isLetter(bytes, at: end, limit: limit) {
        end += UTF8Text.width(bytes, at: end, limit: limit)
      } else if Self.punctuation.contains(bytes[end]),
        Self.isLetter(bytes, at: end + 1, limit: limit)
          || Self.isBeforeSolidus(bytes, at: end, limit: limit)
      {
        end += 1
      } else {
        break
      }
    }
    self.range = start..<end
    self.end = end
  }

  /// What stands between the brace at `brace` and the one that belongs to it.
  private static func braced(in bytes: [UInt8], at brace: Int, limit: Int) -> Range<Int>? {
    var depth = 0
    for place in brace..<min(limit, brace + longestBraced) {
      let byte = bytes[place]
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte.isASCIIWhitespace { return nil }
      if depth == 0 { return place > brace + 1 ? brace + 1..<place : nil }
    }
    return nil
  }

  /// How far a closing brace is looked for, so that many open ones cost no more than their number.
  private static let longestBraced = 300

  /// Whether an `@` at `index` may begin a key: not directly behind a letter or a digit, as in an
  /// e-mail address.
  static func mayBegin(in bytes: [UInt8], at index: Int) -> Bool {
    guard let previous = UTF8Text.scalar(bytes, before: index) else { return true }
    return !isAlphanumeric(previous)
  }

  private static let punctuation: [UInt8] = Array(":.#$%&-+?<>~/".utf8)

  /// A colon or solidus may stand before a solidus, as in a URL.
  private static func isBeforeSolidus(_ bytes: [UInt8], at index: Int, limit: Int) -> Bool {
    let isEither = bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "/")
    return isEither && index + 1 < limit && bytes[index + 1] == UInt8(ascii: "/")
  }

  private static func isLetter(_ bytes: [UInt8], at index: Int, limit: Int) -> Bool {
    guard index < limit else { return false }
    let byte = bytes[index]
    if byte < 0x80 { return byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") }
    return UTF8Text.scalar(bytes, at: index, limit: limit).map(isAlphanumeric) ?? false
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return UInt8(ascii: scalar).isASCIIAlphanumeric }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }
}
