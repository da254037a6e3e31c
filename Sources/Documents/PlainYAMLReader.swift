import Bytes
import Diagnostics

/// Reads the YAML that people write nearly always, many times as fast as the whole language is read.
///
/// That is mappings and lists in blocks, lists and mappings in brackets on one line, and texts on one
/// line: plain ones, or quoted ones without escapes. Whatever else it meets, be it a comment, an
/// anchor or a mistake, it leaves the whole document to libyaml, so that there is one judge of what
/// is right; a test holds both against one another.
struct PlainYAMLReader {
  /// Deeper and longer documents are left to libyaml, whose limits are counted there.
  private static let depthLimit = 24
  private static let entryLimit = 64
  private static let keyLimit = 128
  private static let byteLimit = 65_536

  private let bytes: [UInt8]
  private let places: YAMLPlaces
  private var index = 0

  /// The document in `bytes`, or nil where that is for libyaml to say.
  static func read(_ bytes: [UInt8], _ places: YAMLPlaces) -> Node? {
    guard bytes.count <= byteLimit, isPrintable(bytes) else { return nil }
    var reader = PlainYAMLReader(bytes: bytes, places: places)
    guard reader.nextLine() == 0, let node = reader.mapping(at: 0, depth: 0),
      reader.index == bytes.count
    else { return nil }
    return node
  }

  private init(bytes: [UInt8], places: YAMLPlaces) {
    self.bytes = bytes
    self.places = places
  }

  // MARK: Lines

  /// Goes to the first byte of the next line that has any but blanks.
  /// - Returns: Its column; -1 at the end.
  private mutating func nextLine() -> Int {
    var start = index
    while index < bytes.count {
      switch bytes[index] {
      case .space: index += 1
      case .newline:
        index += 1
        start = index
      default: return index - start
      }
    }
    return -1
  }

  /// Passes the blanks to the end of the line, and to the next.
  /// - Returns: The column there, -1 at the end; nil where something else follows on this line, or
  ///   the next is part of what stands at `column`.
  private mutating func endValue(at column: Int) -> Int? {
    while index < bytes.count, bytes[index] == .space { index += 1 }
    guard index == bytes.count || bytes[index] == .newline else { return nil }
    let next = nextLine()
    return next > column ? nil : next
  }

  private func isAt(_ byte: UInt8) -> Bool { index < bytes.count && bytes[index] == byte }

  private func isBlankOrEnd(_ place: Int) -> Bool {
    place >= bytes.count || bytes[place] == .space || bytes[place] == .newline
  }

  private var isAtDash: Bool { isAt(UInt8(ascii: "-")) && isBlankOrEnd(index + 1) }

  // MARK: Blocks

  private mutating func mapping(at column: Int, depth: Int) -> Node? {
    guard depth < Self.depthLimit else { return nil }
    let start = index
    var entries: [Node.Entry] = []
    while true {
      guard let key = key(), isBlankOrEnd(index), entries.count < Self.entryLimit else {
        return nil
      }
      let name = bytes[key].text
      guard !entries.contains(where: { $0.key == name }) else { return nil }
      while isAt(.space) { index += 1 }
      guard let (value, next) = value(at: column, depth: depth) else { return nil }
      entries.append(Node.Entry(key: name, keySpan: places.span(key), value: value))
      if next != column || isAtDash {
        return Node(.mapping(entries), at: covering(start, entries.last?.value))
      }
    }
  }

  /// A letter, then letters, digits, `_` and `-`, with a colon behind them, which is passed.
  private mutating func key() -> Range<Int>? {
    let start = index
    guard isAtLetter else { return nil }
    while index < bytes.count, Self.isKeyByte(bytes[index]) { index += 1 }
    guard isAt(UInt8(ascii: ":")), index - start < Self.keyLimit else { return nil }
    index += 1
    return start..<index - 1
  }

  private var isAtLetter: Bool { index < bytes.count && bytes[index].isASCIILetter }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// What stands behind a key at `column`, on its line or below, and the column of what follows.
  private mutating func value(at column: Int, depth: Int) -> (Node, next: Int)? {
    guard index < bytes.count else { return nil }
    guard bytes[index] == .newline else { return inLine(at: column, depth: depth) }
    let inner = nextLine()
    let node: Node?
    if inner >= column, isAtDash {
      node = sequence(at: inner, depth: depth + 1)
    } else if inner > column {
      node = mapping(at: inner, depth: depth + 1)
    } else {
      return nil
    }
    return node.flatMap { node in currentColumn(within: inner).map { (node, $0) } }
  }

  private mutating func sequence(at column: Int, depth: Int) -> Node? {
    guard depth < Self.depthLimit else { return nil }
    let start = index
    var elements: [Node] = []
    while isAtDash {
      index += 1
      while isAt(.space) { index += 1 }
      guard index < bytes.count, !isAtDash else { return nil }
      if isAtKey {
        let inner = self.column
        guard let node = mapping(at: inner, depth: depth + 1) else { return nil }
        elements.append(node)
      } else {
        guard bytes[index] != .newline, let (node, _) = inLine(at: column, depth: depth) else {
          return nil
        }
        elements.append(node)
      }
      guard let next = currentColumn(within: column) else { return nil }
      if next != column { break }
    }
    return Node(.sequence(elements), at: covering(start, elements.last))
  }

  /// Whether a key with its colon stands here.
  private var isAtKey: Bool {
    var ahead = self
    return ahead.key() != nil && ahead.isBlankOrEnd(ahead.index)
  }

  /// Where in its line the reader is.
  private var column: Int {
    index - (bytes[..<index].lastIndex(of: .newline).map { $0 + 1 } ?? 0)
  }

  /// The column of the line that a block has ended before, -1 at the end; nil where that line
  /// belongs to the block that begins at `column`, and no more is known of it.
  private func currentColumn(within column: Int) -> Int? {
    guard index < bytes.count else { return -1 }
    return self.column <= column ? self.column : nil
  }

  private func covering(_ start: Int, _ last: Node?) -> SourceSpan {
    let here = places.span(start..<start)
    let end = max(here.range.lowerBound, last?.span.range.upperBound ?? 0)
    return SourceSpan(here.file, here.range.lowerBound..<end)
  }

  // MARK: Values on one line

  private mutating func inLine(at column: Int, depth: Int) -> (Node, next: Int)? {
    let node: Node?
    switch bytes[index] {
    case .quote, .apostrophe: node = quoted()
    case UInt8(ascii: "["), UInt8(ascii: "{"): node = flow(depth: depth + 1)
    default: node = plain()
    }
    guard let node, let next = endValue(at: column) else { return nil }
    return (node, next)
  }

  /// A text to the end of the line, without what could be a comment or a key.
  private mutating func plain() -> Node? {
    let start = index
    guard Self.mayBegin(bytes[index]) else { return nil }
    var end = start
    while index < bytes.count, bytes[index] != .newline {
      if bytes[index] == UInt8(ascii: ":"), isBlankOrEnd(index + 1) { return nil }
      if bytes[index] == UInt8(ascii: "#"), bytes[index - 1] == .space { return nil }
      if bytes[index] != .space { end = index + 1 }
      index += 1
    }
    return scalar(start..<end, isQuoted: false)
  }

  /// What begins neither anything else nor a number with a sign.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "(")
  }

  private mutating func quoted() -> Node? {
    let quote = bytes[index]
    let start = index + 1
    guard
      let end = bytes[start...].firstIndex(where: {
        $0 == quote || $0 == .newline || $0 == .backslash && quote == .quote
      }), bytes[end] == quote, end + 1 == bytes.count || bytes[end + 1] != quote
    else { return nil }
    index = end + 1
    return scalar(start..<end, isQuoted: true)
  }

  private func scalar(_ range: Range<Int>, isQuoted: Bool) -> Node {
    Node(.scalar(bytes[range].text, isQuoted: isQuoted), at: places.span(range))
  }

  /// A list or mapping in brackets.
  private mutating func flow(depth: Int) -> Node? {
    guard depth < Self.depthLimit else { return nil }
    let start = index
    let isMapping = bytes[start] == UInt8(ascii: "{")
    let closer = UInt8(ascii: isMapping ? "}" : "]")
    var elements: [Node] = []
    var entries: [Node.Entry] = []
    repeat {
      index += 1
      while isAt(.space) { index += 1 }
      var key: Range<Int>?
      if isMapping {
        key = self.key()
        guard key != nil, isAt(.space), entries.count < Self.entryLimit else { return nil }
        while isAt(.space) { index += 1 }
      }
      guard let node = flowValue(depth: depth) else { return nil }
      if let key {
        let name = bytes[key].text
        guard !entries.contains(where: { $0.key == name }) else { return nil }
        entries.append(Node.Entry(key: name, keySpan: places.span(key), value: node))
      } else {
        elements.append(node)
      }
      while isAt(.space) { index += 1 }
    } while isAt(UInt8(ascii: ","))
    guard isAt(closer) else { return nil }
    index += 1
    return isMapping
      ? Node(.mapping(entries), at: covering(start, entries.last?.value))
      : Node(.sequence(elements), at: covering(start, elements.last))
  }

  private mutating func flowValue(depth: Int) -> Node? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case .quote, .apostrophe: return quoted()
    case UInt8(ascii: "["), UInt8(ascii: "{"): return flow(depth: depth + 1)
    default: break
    }
    let start = index
    guard Self.mayBegin(bytes[index]) else { return nil }
    var end = start
    while index < bytes.count, !",[]{}\n".utf8.contains(bytes[index]) {
      // What these mean in brackets depends on what stands about them.
      if ":?#".utf8.contains(bytes[index]) { return nil }
      if bytes[index] != .space { end = index + 1 }
      index += 1
    }
    return scalar(start..<end, isQuoted: false)
  }
}
