/// Writes numbers and texts one behind the other, to be read by a ``BinaryReader``.
public struct BinaryWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// A writer that has written nothing.
  public init() {}

  /// A number in as few bytes as it needs, seven bits each, the lowest first (LEB128).
  public mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A number of either sign: the small ones of both are short.
  public mutating func write(_ number: Int) {
    write(UInt64(bitPattern: Int64(number << 1) ^ Int64(number >> 63)))
  }

  /// Yes or no.
  public mutating func write(_ flag: Bool) {
    bytes.append(flag ? 1 : 0)
  }

  /// Bytes with their number before them.
  public mutating func write(_ content: [UInt8]) {
    write(part: content[...])
  }

  /// The same, of bytes that are part of others.
  public mutating func write(part: ArraySlice<UInt8>) {
    write(UInt64(part.count))
    bytes += part
  }

  /// Text with the number of its bytes before it.
  public mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// A digest, in 16 bytes.
  public mutating func write(_ digest: ContentDigest) {
    for half in [digest.low, digest.high] {
      withUnsafeBytes(of: half.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }

  /// Numbers of eight bytes each, with how many there are before them.
  public mutating func write(fixed numbers: [UInt64]) {
    write(UInt64(numbers.count))
    for number in numbers {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }

  /// A list with the number of its elements before them.
  public mutating func write<Element>(
    list: some Collection<Element>, _ each: (inout BinaryWriter, Element) -> Void
  ) {
    write(UInt64(list.count))
    for element in list { each(&self, element) }
  }

  /// A value that may be missing.
  public mutating func write<Value>(
    optional value: Value?, _ each: (inout BinaryWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { each(&self, value) }
  }
}
