import Bytes
import Diagnostics

/// Reads `{#id .class key=value key="a value"}`, as pandoc and Quarto write it.
struct AttributeScanner {
  private let body: Body
  private let end: Int
  private var offset: Int

  init(body: Body, range: Range<Int>) {
    self.body = body
    self.offset = range.lowerBound
    self.end = range.upperBound
  }

  private var peek: UInt8 { offset < end ? body.bytes[offset] : 0 }

  private mutating func skipBlanks() {
    while peek.isMarkdownSpace { offset += 1 }
  }

  /// The bytes from `start` to where the scanner is, as a word.
  private func word(from start: Int) -> SourceWord {
    SourceWord(
      text: UnsafeBufferPointer(rebasing: body.bytes[start..<offset]).text,
      span: body.span(start, offset))
  }

  /// A fence's info string: its first word, the attributes behind it, and what is neither.
  mutating func scanInfo() -> (name: Range<Int>, attributes: Attributes, stray: SourceSpan?) {
    let start = offset
    if peek == UInt8(ascii: "{"), let attributes = scanAttributes(), offset == end {
      return (start..<start, attributes, nil)
    }
    offset = start
    while offset < end, !peek.isMarkdownSpace, offset == start || peek != UInt8(ascii: "{") {
      offset += 1
    }
    let name = start..<offset
    skipBlanks()
    let rest = offset
    if peek == UInt8(ascii: "{"), let attributes = scanAttributes() {
      skipBlanks()
      return (name, attributes, offset < end ? body.span(offset, end) : nil)
    }
    return (name, Attributes(), rest < end ? body.span(rest, end) : nil)
  }

  /// The attributes that begin with the `{` here, at least one of them.
  mutating func scanAttributes() -> Attributes? {
    let start = offset
    guard peek == UInt8(ascii: "{") else { return nil }
    offset += 1
    var attributes = Attributes()
    var isEmpty = true
    while true {
      let isApart = peek.isMarkdownSpace || isEmpty
      skipBlanks()
      if peek == UInt8(ascii: "}"), !isEmpty { break }
      guard isApart, scanItem(into: &attributes) else {
        offset = start
        return nil
      }
      isEmpty = false
    }
    offset += 1
    attributes.span = body.span(start, offset)
    return attributes
  }

  /// Whether all of the range has been read.
  var isAtEnd: Bool { offset == end }

  private mutating func scanItem(into attributes: inout Attributes) -> Bool {
    let mark = peek
    switch mark {
    case UInt8(ascii: "#"), UInt8(ascii: "."):
      offset += 1
      guard let name = scanName() else { return false }
      if mark == UInt8(ascii: ".") {
        attributes.classes.append(name)
      } else {
        attributes.id = name
      }
      return true
    default:
      guard let key = scanName(), peek == UInt8(ascii: "=") else { return false }
      offset += 1
      guard let value = scanValue() else { return false }
      attributes.pairs.append(Attributes.Pair(key: key, value: value))
      return true
    }
  }

  private mutating func scanName() -> SourceWord? {
    let start = offset
    while peek.isASCIIAlphanumeric || peek >= 0x80 || peek == UInt8(ascii: "-")
      || peek == UInt8(ascii: "_") || peek == UInt8(ascii: ":") || peek == UInt8(ascii: ".")
    {
      offset += 1
    }
    return offset > start ? word(from: start) : nil
  }

  private mutating func scanValue() -> SourceWord? {
    let quote = peek
    guard quote == .quote || quote == .apostrophe else {
      let start = offset
      while offset < end, !peek.isMarkdownSpace, peek != UInt8(ascii: "}"), peek != .quote {
        offset += 1
      }
      return offset > start ? word(from: start) : nil
    }
    offset += 1
    let start = offset
    var value: [UInt8] = []
    while offset < end, peek != quote {
      if peek == .backslash, offset + 1 < end, body.bytes[offset + 1].isASCIIPunctuation {
        offset += 1
      }
      value.append(peek)
      offset += 1
    }
    guard offset < end else { return nil }
    let span = body.span(start, offset)
    offset += 1
    return SourceWord(text: value.text, span: span)
  }
}
