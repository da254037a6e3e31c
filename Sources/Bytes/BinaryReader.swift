/// Reads what a ``BinaryWriter`` wrote, in the same order.
///
/// Bytes that no writer wrote give an error, never a crash, and never more memory than they have
/// themselves.
public struct BinaryReader: Sendable {
  /// The bytes are not what was to be read.
  public struct Malformed: Error, Hashable, Sendable {
    /// Where, in bytes from the start.
    public let offset: Int
  }

  private let bytes: [UInt8]
  /// How many bytes were read.
  public private(set) var offset: Int

  /// A reader of `bytes` from `offset` on.
  public init(_ bytes: [UInt8], at offset: Int = 0) {
    self.bytes = bytes
    self.offset = min(max(offset, 0), bytes.count)
  }

  /// Whether everything was read.
  public var isAtEnd: Bool { offset == bytes.count }

  /// An error at the present place.
  public var malformed: Malformed { Malformed(offset: offset) }

  /// A number without a sign.
  public mutating func readUInt64() throws(Malformed) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw malformed
  }

  /// A number of either sign.
  public mutating func readInt() throws(Malformed) -> Int {
    let number = try readUInt64()
    return Int(truncatingIfNeeded: number >> 1) ^ -Int(truncatingIfNeeded: number & 1)
  }

  /// How many things follow, each of which takes at least one byte.
  public mutating func readCount() throws(Malformed) -> Int {
    let count = try readUInt64()
    guard count <= UInt64(bytes.count - offset) else { throw malformed }
    return Int(count)
  }

  /// Yes or no.
  public mutating func readBool() throws(Malformed) -> Bool {
    guard offset < bytes.count, bytes[offset] < 2 else { throw malformed }
    offset += 1
    return bytes[offset - 1] == 1
  }

  /// Bytes with their number before them.
  public mutating func readBytes() throws(Malformed) -> [UInt8] {
    let count = try readCount()
    offset += count
    return Array(bytes[offset - count..<offset])
  }

  /// Bytes with their number before them, which are not copied.
  public mutating func readPart() throws(Malformed) -> ArraySlice<UInt8> {
    let count = try readCount()
    offset += count
    return bytes[offset - count..<offset]
  }

  /// Text with the number of its bytes before it.
  public mutating func readString() throws(Malformed) -> String {
    let count = try readCount()
    offset += count
    return String(decoding: bytes[offset - count..<offset], as: UTF8.self)
  }

  /// A digest.
  public mutating func readDigest() throws(Malformed) -> ContentDigest {
    guard bytes.count - offset >= 16 else { throw malformed }
    func half(_ start: Int) -> UInt64 {
      bytes.withUnsafeBytes {
        UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      }
    }
    offset += 16
    return ContentDigest(low: half(offset - 16), high: half(offset - 8))
  }

  /// Numbers of eight bytes each, with how many there are before them.
  public mutating func readFixed() throws(Malformed) -> [UInt64] {
    let count = try readCount()
    guard count <= (bytes.count - offset) / 8 else { throw malformed }
    let start = offset
    offset += count * 8
    return bytes.withUnsafeBytes { bytes in
      (0..<count).map {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + $0 * 8, as: UInt64.self))
      }
    }
  }

  /// A list with the number of its elements before them.
  public mutating func readList<Element>(
    _ each: (inout BinaryReader) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    let count = try readCount()
    var list: [Element] = []
    list.reserveCapacity(min(count, 65_536))
    for _ in 0..<count { list.append(try each(&self)) }
    return list
  }

  /// A value that may be missing.
  public mutating func readOptional<Value>(
    _ each: (inout BinaryReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try readBool() ? try each(&self) : nil
  }
}
