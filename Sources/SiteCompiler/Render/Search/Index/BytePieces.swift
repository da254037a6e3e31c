import Bytes

/// Pieces of bytes that lie one behind the other, so that a piece costs no allocation.
struct BytePieces: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each piece ends.
  private(set) var ends: [Int] = []

  /// How many pieces there are.
  var count: Int { ends.count }

  /// The piece `number`.
  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  /// Adds a piece behind the others.
  mutating func append(_ piece: some Collection<UInt8>) {
    bytes.append(contentsOf: piece)
    ends.append(bytes.count)
  }

  /// Adds a piece that `make` writes behind the bytes that it is handed.
  mutating func append(_ make: (inout [UInt8]) -> Void) {
    make(&bytes)
    ends.append(bytes.count)
  }

  /// Adds all pieces of another.
  mutating func append(_ others: BytePieces) {
    let start = bytes.count
    bytes += others.bytes
    ends.reserveCapacity(ends.count + others.ends.count)
    for end in others.ends { ends.append(start + end) }
  }
}

extension BinaryWriter {
  mutating func write(_ pieces: BytePieces) {
    write(fixed: pieces.ends.map(UInt64.init))
    write(pieces.bytes)
  }
}

extension BinaryReader {
  mutating func readPieces() throws(Malformed) -> BytePieces {
    let ends = try readFixed()
    let bytes = try readBytes()
    var last: UInt64 = 0
    for end in ends {
      guard end >= last, end <= UInt64(bytes.count) else { throw malformed }
      last = end
    }
    guard last == UInt64(bytes.count) else { throw malformed }
    return BytePieces(bytes: bytes, ends: ends.map(Int.init))
  }
}
