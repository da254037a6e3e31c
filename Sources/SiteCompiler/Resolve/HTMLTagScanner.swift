import Bytes

/// Finds the tags in a piece of raw HTML, as a browser would take them to be.
struct HTMLTagScanner {
  /// One tag, comment or declaration.
  struct Tag {
    enum Kind {
      /// A start or end tag: the element's name and the attributes' names, in lower case.
      case element(String, isEnd: Bool, attributes: [String])
      /// A comment.
      case comment
      /// A declaration, a processing instruction, or a `<` that opens nothing known.
      case other
    }

    let kind: Kind
    /// Its bytes.
    let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next tag, or nil at the end.
  mutating func next() -> Tag? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let start = index
      index += 1
      return tag(from: start)
    }
    return nil
  }

  private mutating func tag(from start: Int) -> Tag {
    if bytes[index...].starts(with: "!--".utf8) {
      return Tag(kind: comment(from: start) ? .comment : .other, range: start..<index)
    }
    let isEnd = current == UInt8(ascii: "/")
    if isEnd { index += 1 }
    guard let first = current, first.isASCIILetter else {
      return Tag(kind: .other, range: start..<index)
    }
    let name = word { !$0.isASCIIWhitespace && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    var attributes: [String] = []
    while let byte = current, byte != UInt8(ascii: ">") {
      if byte.isASCIIWhitespace || byte == UInt8(ascii: "/") {
        index += 1
      } else {
        attributes.append(attribute())
      }
    }
    guard current != nil else { return Tag(kind: .other, range: start..<index) }
    index += 1
    return Tag(kind: .element(name, isEnd: isEnd, attributes: attributes), range: start..<index)
  }

  /// Passes over a comment; false where it would end elsewhere for a browser than for CommonMark,
  /// or never.
  private mutating func comment(from start: Int) -> Bool {
    index += 3
    let body = index
    while index + 2 < bytes.count + 1 {
      if bytes[index...].starts(with: "-->".utf8) {
        let content = bytes[body..<index]
        index += 3
        return !content.starts(with: ">".utf8) && !content.starts(with: "->".utf8)
          && !Self.contains(content, "--!>")
      }
      index += 1
    }
    index = bytes.count
    return false
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ wanted: String) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: wanted.utf8) }
  }

  private mutating func attribute() -> String {
    // A leading `=` belongs to the name (HTML, 13.2.5.32).
    let start = index
    index += 1
    while let byte = current, !byte.isASCIIWhitespace, byte != UInt8(ascii: "/"),
      byte != UInt8(ascii: ">"), byte != UInt8(ascii: "=")
    {
      index += 1
    }
    let name = bytes[start..<index].map(\.asciiLowercased).text
    let end = index
    skipBlanks()
    guard current == UInt8(ascii: "=") else {
      index = end
      return name
    }
    index += 1
    skipBlanks()
    value()
    return name
  }

  private mutating func value() {
    guard let quote = current else { return }
    if quote == .quote || quote == .apostrophe {
      index += 1
      while let byte = current, byte != quote { index += 1 }
      index = min(index + 1, bytes.count)
    } else {
      _ = word { !$0.isASCIIWhitespace && $0 != UInt8(ascii: ">") }
    }
  }

  private mutating func skipBlanks() {
    while let byte = current, byte.isASCIIWhitespace { index += 1 }
  }

  private mutating func word(while belongs: (UInt8) -> Bool) -> String {
    let start = index
    while let byte = current, belongs(byte) { index += 1 }
    return bytes[start..<index].map(\.asciiLowercased).text
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }
}
