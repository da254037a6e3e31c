/// A digest by which a file is known to be the one that was meant.
public enum Digest: String, Sendable, CaseIterable {
  /// RFC 1321; finds accidents, no forgeries.
  case md5
  /// FIPS 180-4, 160 bits; finds accidents, no forgeries.
  case sha1
  /// FIPS 180-4, 256 bits.
  case sha256
  /// FIPS 180-4, 512 bits.
  case sha512

  /// How many hexadecimal digits it is written with.
  public var digitCount: Int {
    switch self {
    case .md5: 32
    case .sha1: 40
    case .sha256: 64
    case .sha512: 128
    }
  }

  /// The digest of `bytes` in lower-case hexadecimal digits.
  public func text(of bytes: [UInt8]) -> String { Self.hexadecimal(self.bytes(of: bytes)) }

  /// The digest of `bytes` as bytes, for those who write it in other digits.
  public func bytes(of bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .md5: MD5.digest(of: bytes).flatMap { Self.bytes($0.byteSwapped) }
    case .sha1: SHA1.digest(of: bytes).flatMap { Self.bytes($0) }
    case .sha256: SHA2.digest256(of: bytes).flatMap { Self.bytes($0) }
    case .sha512: SHA2.digest512(of: bytes).flatMap { Self.bytes($0) }
    }
  }

  /// The bytes of a word, the most significant first.
  static func bytes(_ word: some FixedWidthInteger) -> [UInt8] {
    (0..<word.bitWidth / 8).map { UInt8(truncatingIfNeeded: word >> (word.bitWidth - 8 - $0 * 8)) }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }.text
  }

  /// Hands over block after block of `bytes`, the last filled up: a bit, zeros, the length in bits.
  ///
  /// - Parameters:
  ///   - size: The bytes of a block.
  ///   - lengthSize: The bytes in which the length stands.
  ///   - isLittleEndian: Whether the length's least significant byte stands first.
  static func forEachBlock(
    of bytes: [UInt8], size: Int, lengthSize: Int, isLittleEndian: Bool = false,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let whole = bytes.count / size * size
    bytes.withUnsafeBufferPointer { buffer in
      for start in stride(from: 0, to: whole, by: size) {
        body(UnsafeBufferPointer(rebasing: buffer[start..<start + size]))
      }
    }
    var rest = Array(bytes[whole...]) + [0x80]
    while rest.count % size != size - lengthSize { rest.append(0) }
    rest.append(contentsOf: [UInt8](repeating: 0, count: lengthSize - 8))
    let length = Self.bytes(UInt64(bytes.count) &* 8)
    // The zeros above stand for the upper half of a long length, which is never little-endian.
    rest.append(contentsOf: isLittleEndian ? length.reversed() : length)
    rest.withUnsafeBufferPointer { buffer in
      for start in stride(from: 0, to: buffer.count, by: size) {
        body(UnsafeBufferPointer(rebasing: buffer[start..<start + size]))
      }
    }
  }
}

extension FixedWidthInteger where Self: UnsignedInteger {
  /// The bits moved to the right, those that fall out coming in on the left.
  @inline(__always)
  func rotatedRight(_ count: Int) -> Self {
    self &>> Self(count) | self &<< Self(Self.bitWidth - count)
  }

  /// The bits moved to the left, those that fall out coming in on the right.
  @inline(__always)
  func rotatedLeft(_ count: Int) -> Self { rotatedRight(Self.bitWidth - count) }
}
