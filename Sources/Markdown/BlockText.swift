import Bytes

/// The text of one block as inlines are read from it: stretches of lines, without the prefixes of
/// the blocks about them, and a place in them.
///
/// Offsets are those of the source throughout. Between two stretches a single line feed is seen.
struct BlockText {
  /// Where a reader is.
  struct Position {
    var stretch = 0
    var offset = 0
    /// How many spaces are still to be seen before the byte at `offset`.
    var padding = 0
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var stretches: [Range<Int>] = []
  /// The spaces before a stretch that are what is left of a tab, by the stretch's number.
  private var paddings: [Int: Int] = [:]
  /// Where the reader is.
  private(set) var position = Position()
  private var end = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func removeAll() {
    stretches.removeAll(keepingCapacity: true)
    if !paddings.isEmpty { paddings.removeAll() }
    position = Position()
    end = 0
  }

  /// Adds a line's text; the first one is where reading begins.
  /// - Parameter padding: how many spaces stand before it that the source has as part of a tab.
  mutating func append(_ stretch: Range<Int>, padding: Int) {
    if padding > 0, !stretches.isEmpty { paddings[stretches.count] = padding }
    if stretches.isEmpty {
      position = Position(stretch: 0, offset: stretch.lowerBound)
      end = stretch.upperBound
    }
    stretches.append(stretch)
  }

  /// The first and last byte of the whole.
  var extent: Range<Int> {
    guard let first = stretches.first, let last = stretches.last else { return 0..<0 }
    return first.lowerBound..<max(first.lowerBound, last.upperBound)
  }

  /// The offset of the reader in the source.
  var offset: Int { position.offset }
  /// The end of the line that the reader is on.
  var lineEnd: Int { end }
  /// Whether all is read.
  var isAtEnd: Bool { position.offset >= end && position.stretch + 1 >= stretches.count }

  /// The next byte; LF between lines, 0 at the end.
  var peek: UInt8 {
    if position.padding > 0 { return UInt8(ascii: " ") }
    if position.offset < end { return bytes[position.offset] }
    return position.stretch + 1 < stretches.count ? .newline : 0
  }

  /// The byte after the next on the same line, or 0.
  var second: UInt8 { position.offset + 1 < end ? bytes[position.offset + 1] : 0 }

  /// Passes a byte, or a line's end.
  mutating func advance() {
    if position.padding > 0 {
      position.padding -= 1
    } else if position.offset < end {
      position.offset += 1
    } else if position.stretch + 1 < stretches.count {
      position.stretch += 1
      position.offset = stretches[position.stretch].lowerBound
      end = stretches[position.stretch].upperBound
      if !paddings.isEmpty { position.padding = paddings[position.stretch] ?? 0 }
    }
  }

  /// Goes to `offset`, which is on the reader's line.
  mutating func advance(to offset: Int) {
    position.offset = min(offset, end)
    position.padding = 0
  }

  /// Goes back, or forth, to a place where the reader was.
  mutating func go(to place: Position) {
    guard place.stretch < stretches.count else { return }
    position = place
    end = stretches[place.stretch].upperBound
  }

  /// The number of the stretch that holds `offset`, or of the next one.
  func stretchIndex(at offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].upperBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Passes `byte` where it is next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte, byte != 0 else { return false }
    advance()
    return true
  }

  /// Passes spaces and tabs.
  mutating func skipBlanks() {
    position.padding = 0
    while position.offset < end, bytes[position.offset] == .space || bytes[position.offset] == .tab
    {
      position.offset += 1
    }
  }

  /// Passes white space of every kind, line ends too.
  mutating func skipWhitespace() {
    while peek.isMarkdownSpace { advance() }
  }
}

extension UInt8 {
  /// Whether the byte is ASCII white space, vertical tab and form feed counted.
  var isMarkdownSpace: Bool { self == .space || self &- 9 < 5 }
}
