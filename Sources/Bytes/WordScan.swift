/// Looks at eight bytes at once.
enum WordScan {
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let lowBits: UInt64 = 0x0101_0101_0101_0101

  /// The offset of the first byte from `start` that may not be ASCII; all before it are.
  @inline(__always)
  static func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & highBits != 0 { break }
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The offset of the first zero byte.
  static func firstNUL(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // Taking one from each byte borrows from the highest bit of those that are zero.
      if (word &- lowBits) & ~word & highBits != 0 { break }
      index += 8
    }
    while index < bytes.count {
      if bytes[index] == 0 { return index }
      index += 1
    }
    return nil
  }
}
