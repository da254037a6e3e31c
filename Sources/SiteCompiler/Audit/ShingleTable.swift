/// Where each of many shingles stands first.
///
/// Nearly all shingles that are sought are not there: a bit for each hash says so at once.
struct ShingleTable: Sendable {
  /// A place in one of many texts.
  struct Place: Sendable {
    /// Which of the texts.
    let text: UInt32
    /// The offset of the byte in the plain text.
    let offset: UInt32
  }

  private var places: [Shingle: Place] = [:]
  private var bits: [UInt64]
  private let shift: UInt64

  /// An empty table for about `count` shingles.
  init(capacity count: Int) {
    var width: UInt64 = 16
    while width < 32, 1 << Int(width) < count * 16 { width += 1 }
    bits = [UInt64](repeating: 0, count: 1 << Int(width - 6))
    shift = 64 - width
    places.reserveCapacity(count)
  }

  var isEmpty: Bool { places.isEmpty }

  private func bit(_ shingle: Shingle) -> UInt64 { (shingle &* 0x9E37_79B9_7F4A_7C15) >> shift }

  private func mayHave(_ shingle: Shingle) -> Bool {
    let bit = bit(shingle)
    return bits[Int(bit >> 6)] & (1 << (bit & 63)) != 0
  }

  /// Adds a shingle; one that is there keeps its place.
  mutating func insert(_ shingle: Shingle, at place: Place) {
    let bit = bit(shingle)
    bits[Int(bit >> 6)] |= 1 << (bit & 63)
    if places[shingle] == nil { places[shingle] = place }
  }

  /// Takes a shingle out.
  mutating func remove(_ shingle: Shingle) {
    if mayHave(shingle) { places[shingle] = nil }
  }

  /// Where `shingle` stands; nil where it is not there.
  subscript(shingle: Shingle) -> Place? { mayHave(shingle) ? places[shingle] : nil }
}
