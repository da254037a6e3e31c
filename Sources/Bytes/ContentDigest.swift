/// A stand-in for bytes that are to be known again: 128 bits, made at several gigabytes a second.
///
/// It tells accidents apart, not forgeries: whoever writes the publication may write what they like
/// in any case. Of a million files two differing ones share a digest with a chance of one in 10^26.
/// The same bytes give the same digest in every run and on every machine.
public struct ContentDigest: Hashable, Sendable {
  /// The two halves of what was taken so far.
  public private(set) var low: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The other half.
  public private(set) var high: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// The digest of nothing.
  public init() {}

  /// The digest of `bytes`.
  public init(of bytes: [UInt8]) {
    add(bytes)
  }

  /// A digest that was made before.
  public init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Takes bytes, and with them their number: "ab", "c" is not "a", "bc".
  public mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
  }

  /// Takes text.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Takes bytes, and with them their number.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var place = 0
    while place + 16 <= bytes.count {
      take(
        bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
      place += 16
    }
    var rest: (UInt64, UInt64) = (0, 0)
    for index in place..<bytes.count {
      let shift = UInt64(index - place) * 8
      if shift < 64 {
        rest.0 |= UInt64(bytes[index]) << shift
      } else {
        rest.1 |= UInt64(bytes[index]) << (shift - 64)
      }
    }
    take(rest.0, rest.1)
    add(UInt64(bytes.count))
  }

  /// Takes a number.
  public mutating func add(_ number: UInt64) {
    take(number, 0x1656_67B1_9E37_79F9)
  }

  /// Takes another digest.
  public mutating func add(_ other: ContentDigest) {
    take(other.low, other.high)
  }

  /// Each half is mixed with both words by a multiplication whose upper and lower halves are folded,
  /// so that every bit taken reaches every bit kept within two steps.
  @inline(__always)
  private mutating func take(_ first: UInt64, _ second: UInt64) {
    let one = (low ^ first).multipliedFullWidth(by: second ^ 0xA076_1D64_78BD_642F | 1)
    let other = (high ^ second).multipliedFullWidth(by: first ^ 0xE703_7ED1_A0B4_28DB | 1)
    low = (one.high ^ one.low) &+ (high << 1 | high >> 63) &+ first
    high = (other.high ^ other.low) ^ (low &+ second)
  }
}
