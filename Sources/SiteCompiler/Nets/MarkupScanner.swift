import Bytes

/// Finds the tags of HTML or SVG with their attributes in one pass over the bytes, as a browser
/// would take them to be (HTML 13.2.5; XML 1.0 section 3.1).
///
/// It builds no tree and copies nothing: every part is a range of the bytes.
struct MarkupScanner {
  /// Which language the bytes are in.
  enum Syntax {
    case html
    /// SVG as a file of its own.
    case xml
  }

  /// An attribute of a start tag.
  struct Attribute {
    let name: Range<Int>
    /// The value as it is written, without quotation marks; empty where there is none.
    let value: Range<Int>
  }

  /// What was found.
  enum Item {
    /// A start tag: its ``name``, ``attributes`` and ``content``.
    case start
    /// `<!DOCTYPE …>` or another declaration, within its brackets.
    case declaration(Range<Int>)
    /// `<?…?>`
    case instruction(Range<Int>)
  }

  /// The bytes.
  let bytes: UnsafeBufferPointer<UInt8>
  private let syntax: Syntax
  private var index = 0
  /// The name of the last start tag.
  private(set) var name = 0..<0
  /// The attributes of the last start tag.
  private(set) var attributes: [Attribute] = []
  /// Whether the last start tag ends its element as well, as XML has it.
  private(set) var isSelfClosing = false
  /// What stands within the last start tag's element, where that is text and no markup: in HTML, of
  /// styles, scripts and the like. XML knows no such elements; see ``passText()``.
  private(set) var content = 0..<0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ syntax: Syntax = .html) {
    self.bytes = bytes
    self.syntax = syntax
  }

  /// The next item, or nil at the end. End tags and comments are passed over.
  mutating func next() -> Item? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      index += 1
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "!"):
        if let range = passDeclaration() { return .declaration(range) }
      case UInt8(ascii: "?"):
        let start = index
        pass(to: syntax == .xml ? "?>" : ">")
        return .instruction(start..<index)
      case UInt8(ascii: "/"): passUntil { $0 == UInt8(ascii: ">") }
      case let byte where byte.isASCIILetter || (syntax == .xml && Self.beginsName(byte)):
        readTag()
        return .start
      default: continue
      }
    }
    return nil
  }

  /// Passes over a comment or CDATA; other declarations are handed over.
  private mutating func passDeclaration() -> Range<Int>? {
    let start = index
    if begins(with: "!--") {
      index += 3
      // `<!-->` and `<!--->` are whole comments in HTML.
      if syntax == .html, begins(with: ">") || begins(with: "->") {
        passUntil { $0 == UInt8(ascii: ">") }
        return nil
      }
      pass(to: "-->")
      return nil
    }
    if begins(with: "![CDATA[") {
      pass(to: syntax == .xml ? "]]>" : ">")
      return nil
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "[")
    {
      let byte = bytes[index]
      index += 1
      // In XML, brackets within quotation marks end nothing (XML 1.0 section 2.8).
      guard syntax == .xml, byte == .quote || byte == .apostrophe else { continue }
      passUntil { $0 == byte }
      index = min(index + 1, bytes.count)
    }
    return start..<index
  }

  private mutating func readTag() {
    let start = index
    passUntil { $0.isHTMLSpace || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
    name = start..<index
    attributes.removeAll(keepingCapacity: true)
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index].isHTMLSpace || bytes[index] == UInt8(ascii: "/") {
        index += 1
      } else {
        readAttribute()
      }
    }
    isSelfClosing = index > 0 && index < bytes.count && bytes[index - 1] == UInt8(ascii: "/")
    index = min(index + 1, bytes.count)
    content = index..<index
    if syntax == .html, isText(name) {
      let first = index
      passContent()
      content = first..<index
    }
  }

  private mutating func readAttribute() {
    let start = index
    index += 1
    passUntil {
      $0.isHTMLSpace || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">")
        || $0 == UInt8(ascii: "/")
    }
    let name = start..<index
    let end = index
    passUntil { !$0.isHTMLSpace }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      index = end
      attributes.append(Attribute(name: name, value: end..<end))
      return
    }
    index += 1
    passUntil { !$0.isHTMLSpace }
    guard index < bytes.count else { return }
    let quote = bytes[index]
    if quote == .quote || quote == .apostrophe {
      index += 1
      let first = index
      while index < bytes.count, bytes[index] != quote { index += 1 }
      attributes.append(Attribute(name: name, value: first..<index))
      index = min(index + 1, bytes.count)
    } else {
      let first = index
      passUntil { $0.isHTMLSpace || $0 == UInt8(ascii: ">") }
      attributes.append(Attribute(name: name, value: first..<index))
    }
  }

  /// Whether the element holds text and no markup.
  private func isText(_ name: Range<Int>) -> Bool {
    guard (5...8).contains(name.count) else { return false }
    if has(name, "style") { return true }
    return has(name, "script") || has(name, "textarea") || has(name, "title")
  }

  /// Whether a name in XML may begin with `byte`, letters aside (XML 1.0 section 2.3).
  private static func beginsName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  /// Whether an end tag follows.
  var isAtEndTag: Bool { index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/") }

  /// Passes to the next tag of XML, and gives the text before it with the place of each of its bytes:
  /// comments are left out, character references and CDATA worked out, as the element's text has it.
  mutating func passText() -> (text: [UInt8], places: [Int]) {
    var text: [UInt8] = []
    var places: [Int] = []
    while index < bytes.count {
      let start = index
      if bytes[index] == UInt8(ascii: "<") {
        index += 1
        let isData = begins(with: "![CDATA[")
        guard isData || begins(with: "!--") || begins(with: "?") else {
          index = start
          break
        }
        let isInstruction = begins(with: "?")
        // A mark does not end itself.
        index += isData ? 8 : isInstruction ? 1 : 3
        pass(to: isData ? "]]>" : isInstruction ? "?>" : "-->")
        guard isData else { continue }
        for place in start + 9..<max(start + 9, index - 3) {
          text.append(bytes[place])
          places.append(place)
        }
      } else {
        passUntil { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
        if index == start {
          passUntil { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ";") }
          if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
          var worked: [UInt8] = []
          if !CharacterReferences.decode(bytes[start..<index], into: &worked) {
            worked = Array(bytes[start..<index])
          }
          text += worked
          places += worked.map { _ in start }
        } else {
          text += bytes[start..<index]
          places += start..<index
        }
      }
    }
    return (text, places)
  }

  /// Passes to the end tag of the element that was opened last.
  private mutating func passContent() {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + 1 + name.count < bytes.count,
        bytes[index + 1] == UInt8(ascii: "/")
      {
        let start = index + 2
        let isEnd = name.indices.allSatisfy { offset in
          let place = start + offset - name.lowerBound
          return place < bytes.count
            && bytes[place].asciiLowercased == bytes[offset].asciiLowercased
        }
        if isEnd { return }
      }
      index += 1
    }
  }

  /// Whether a range holds `word`, in whatever case; `word` is in lower case.
  func has(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { wanted in
      for (offset, byte) in wanted.enumerated()
      where bytes[range.lowerBound + offset].asciiLowercased != byte {
        return false
      }
      return true
    }
  }

  private func begins(with mark: StaticString) -> Bool {
    guard index + mark.utf8CodeUnitCount <= bytes.count else { return false }
    return has(index..<index + mark.utf8CodeUnitCount, mark) || markIsUpper(mark)
  }

  /// `CDATA` is written in capitals.
  private func markIsUpper(_ mark: StaticString) -> Bool {
    mark.withUTF8Buffer { wanted in
      wanted.indices.allSatisfy { bytes[index + $0] == wanted[$0] }
    }
  }

  private mutating func pass(to mark: StaticString) {
    let count = mark.utf8CodeUnitCount
    while index + count <= bytes.count {
      if begins(with: mark) {
        index += count
        return
      }
      index += 1
    }
    index = bytes.count
  }

  @inline(__always)
  private mutating func passUntil(_ ends: (UInt8) -> Bool) {
    while index < bytes.count, !ends(bytes[index]) { index += 1 }
  }
}

extension UInt8 {
  /// White space as HTML has it: form feed counts.
  @inline(__always)
  var isHTMLSpace: Bool { self == .space || self &- 9 < 5 && self != 0x0B }
}
