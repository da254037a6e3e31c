import Bytes

/// A short text of YAML, made such that Markdown finds nothing but inlines in it.
///
/// `title: 1. Rain` is a title and no list. What would open a block at the start of a line is
/// escaped, and what would indent code left out; blank lines still part paragraphs.
struct InlineLines {
  /// The text with escapes.
  private(set) var bytes: [UInt8] = []
  /// Where in the file each of ``bytes`` stands, and where they end.
  private(set) var places: [Int] = []

  /// - Parameter places: Where each byte of `text` stands, and its end.
  init(_ text: [UInt8], places: [Int]) {
    bytes.reserveCapacity(text.count + 8)
    self.places.reserveCapacity(text.count + 9)
    var index = 0
    while index < text.count {
      let end = text[index...].firstIndex(of: .newline) ?? text.count
      let start = text[index..<end].firstIndex { $0 != .space && $0 != .tab } ?? end
      let escaped = Self.opening(text[start..<end])
      for place in start..<min(end + 1, text.count) {
        if place == escaped { append(.backslash, places[place]) }
        append(text[place], places[place])
      }
      index = end + 1
    }
    self.places.append(places[text.count])
  }

  private mutating func append(_ byte: UInt8, _ place: Int) {
    bytes.append(byte)
    places.append(place)
  }

  /// The byte of a line by which it would open a block (CommonMark 0.30, chapters 4 and 5).
  private static func opening(_ line: ArraySlice<UInt8>) -> Int? {
    guard let first = line.first else { return nil }
    let start = line.startIndex
    switch first {
    case UInt8(ascii: ">"): return start
    case UInt8(ascii: "#"):
      return isApart(line.drop { $0 == first }) ? start : nil
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return isApart(line.dropFirst()) || isRule(line) ? start : nil
    case UInt8(ascii: "="), UInt8(ascii: "_"): return isRule(line) ? start : nil
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      let rest = line.drop { $0 == first }
      let isFence = rest.startIndex - start >= 3
      return isFence && (first == UInt8(ascii: "~") || !rest.contains(first)) ? start : nil
    case UInt8(ascii: "["): return definesReference(line) ? start : nil
    case UInt8(ascii: "<"): return opensHTML(line.dropFirst()) ? start : nil
    case _ where first.isASCIIDigit:
      let rest = line.drop(while: \.isASCIIDigit)
      guard rest.startIndex - start <= 9, let mark = rest.first,
        mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"), isApart(rest.dropFirst())
      else { return nil }
      return rest.startIndex
    default: return nil
    }
  }

  private static func isApart(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first.map { $0 == .space || $0 == .tab } ?? true
  }

  /// Whether a line is a thematic break, or underlines the one before it.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == line.first || $0 == .space || $0 == .tab || $0 == .carriageReturn }
  }

  private static func definesReference(_ line: ArraySlice<UInt8>) -> Bool {
    guard let close = line.firstIndex(of: UInt8(ascii: "]")) else { return false }
    return line[line.index(after: close)...].first == UInt8(ascii: ":")
  }

  /// Whether what stands behind a `<` opens a block of HTML, section 4.6, kinds 1 to 6.
  private static func opensHTML(_ rest: ArraySlice<UInt8>) -> Bool {
    if let first = rest.first, first == UInt8(ascii: "!") || first == UInt8(ascii: "?") {
      return true
    }
    let slash = rest.first == UInt8(ascii: "/") ? 1 : 0
    let name = rest.dropFirst(slash).prefix(while: \.isASCIIAlphanumeric)
    return blockElements.contains(name.map(\.asciiLowercased).text)
  }

  private static let blockElements: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "pre", "script",
    "section", "source", "style", "summary", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "title", "tr", "track", "ul",
  ]
}
