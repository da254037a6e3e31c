import Bytes

/// A text of which only letters and digits count: small letters, and a single space where anything
/// else stood. So a title, the id that was made of it and the words in a picture are one.
struct PlainText: Sendable {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where each byte comes from, an offset in the original.
  private(set) var offsets: [UInt32] = []

  /// The text of `source`, which is UTF-8; what is none of it parts words.
  init(_ source: some RandomAccessCollection<UInt8>) {
    bytes.reserveCapacity(source.count)
    offsets.reserveCapacity(source.count)
    let source = Array(source)
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte < 0x80 {
        if byte.isASCIIAlphanumeric {
          append(byte.asciiLowercased, index)
        } else {
          part(index)
        }
        index += 1
      } else {
        index = takeScalar(source, index)
      }
    }
    if bytes.last == .space {
      bytes.removeLast()
      offsets.removeLast()
    }
  }

  private mutating func append(_ byte: UInt8, _ offset: Int) {
    bytes.append(byte)
    offsets.append(UInt32(truncatingIfNeeded: offset))
  }

  private mutating func part(_ offset: Int) {
    if let last = bytes.last, last != .space { append(.space, offset) }
  }

  private mutating func takeScalar(_ source: [UInt8], _ index: Int) -> Int {
    var decoder = UTF8()
    var bytes = source[index..<min(index + 4, source.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else {
      part(index)
      return index + 1
    }
    let width = UTF8.width(scalar)
    switch scalar.value {
    // Where a word may be parted is no part of it.
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: break
    default:
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
      {
        for byte in properties.lowercaseMapping.utf8 { append(byte, index) }
      } else {
        part(index)
      }
    }
    return index + width
  }
}

/// Some bytes of a ``PlainText`` in a row, as a number: what can be told from another text.
typealias Shingle = UInt64

extension PlainText {
  /// How many bytes the shortest shingle has.
  static let width = 8

  /// The shingles that begin with a word, each with its place.
  func forEachAtWord(_ body: (Shingle, Int) -> Void) {
    forEach { shingle, place in
      if place == 0 || bytes[place - 1] == .space { body(shingle, place) }
    }
  }

  /// All shingles, each with its place: of eight bytes, and of twelve, sixteen and twenty-four, since
  /// words may each stand elsewhere that nowhere stand in that order.
  func forEach(_ body: (Shingle, Int) -> Void) {
    let count = bytes.count - Self.width + 1
    guard count > 0 else { return }
    var eights = [Shingle](repeating: 0, count: count)
    var shingle: Shingle = 0
    for (index, byte) in bytes.enumerated() {
      shingle = shingle << 8 | Shingle(byte)
      if index >= Self.width - 1 { eights[index - Self.width + 1] = shingle }
    }
    for place in 0..<count {
      let first = eights[place]
      body(first, place)
      if place + 4 < count { body(Self.joined(first, eights[place + 4], 1), place) }
      if place + 8 < count {
        let two = Self.joined(first, eights[place + 8], 2)
        body(two, place)
        if place + 16 < count { body(Self.joined(two, eights[place + 16], 3), place) }
      }
    }
  }

  /// One number for two, which any other two hardly ever give.
  private static func joined(_ left: Shingle, _ right: Shingle, _ kind: Shingle) -> Shingle {
    var mixed = (left ^ kind) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 32 ^ right) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 29
  }
}
