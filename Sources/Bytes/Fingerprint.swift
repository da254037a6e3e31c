/// A short stand-in for bytes that are compared often and kept in great number: FNV-1a, 64 bits.
///
/// The same bytes give the same value in every run. Values of different bytes can be equal, once in
/// about 2^32 names; where that would hide a fault it is the price of not keeping the names.
public struct Fingerprint: Hashable, Sendable {
  /// The value so far.
  @inlinable public var value: UInt64 { state }
  @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// A fingerprint that was made before.
  public init(value: UInt64) {
    self.state = value
  }

  /// The fingerprint of nothing.
  @inlinable
  public init() {}

  /// The fingerprint of `bytes`.
  @inlinable
  public init(of bytes: some Sequence<UInt8>) {
    add(bytes)
  }

  /// Takes one byte more.
  @inlinable
  public mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Takes more bytes.
  @inlinable
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }
}
