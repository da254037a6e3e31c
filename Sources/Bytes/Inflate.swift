/// Takes compressed bytes apart: DEFLATE (RFC 1951), by itself or within zlib (RFC 1950) or gzip
/// (RFC 1952).
///
/// It reads what others packed so that it can be looked through, so nothing is verified: a wrong
/// check sum is none of its business, and what is cut off gives what there is.
public struct Inflate {
  /// Why a stream ends before its end.
  private enum Fault: Error {
    case malformed
    case tooLong
  }

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private let limit: Int

  /// What `bytes` say, which are DEFLATE by itself.
  /// - Parameter limit: How many bytes are given at most: a small stream may grow without end.
  /// - Returns: The bytes, as many as could be read, and how many of `bytes` that took.
  public static func deflated(
    _ bytes: ArraySlice<UInt8>, limit: Int
  ) -> (bytes: [UInt8], used: Int) {
    var reader = Inflate(bytes, limit: limit)
    do {
      try reader.read()
    } catch {
      // What came before the fault is what there is to look through.
      return (reader.output, reader.index - bytes.startIndex)
    }
    return (reader.output, reader.index - bytes.startIndex)
  }

  /// What `bytes` say, which are a zlib stream; nil where they do not begin like one.
  public static func zlib(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    guard bytes.count > 2 else { return nil }
    let (method, flags) = (bytes[bytes.startIndex], bytes[bytes.startIndex + 1])
    guard method & 0x0F == 8, (Int(method) << 8 | Int(flags)) % 31 == 0, flags & 0x20 == 0 else {
      return nil
    }
    return deflated(bytes.dropFirst(2), limit: limit).bytes
  }

  /// What `bytes` say, which are a gzip file of one member or more; nil where they do not begin
  /// like one.
  public static func gzip(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var rest = bytes
    var all: [UInt8]?
    while let start = headerEnd(rest), all?.count ?? 0 < limit {
      let (member, used) = deflated(rest[start...], limit: limit - (all?.count ?? 0))
      all = (all ?? []) + member
      // The check sum and the length stand behind the stream.
      rest = rest[min(rest.endIndex, start + used + 8)...]
    }
    return all
  }

  /// Where the stream of a gzip member begins.
  private static func headerEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > 18, bytes.prefix(3).elementsEqual([0x1F, 0x8B, 8]) else { return nil }
    let flags = bytes[bytes.startIndex + 3]
    var index = bytes.startIndex + 10
    if flags & 4 != 0, index + 2 <= bytes.endIndex {
      index += 2 + Int(bytes[index]) + Int(bytes[index + 1]) << 8
    }
    for flag: UInt8 in [8, 16] where flags & flag != 0 && index < bytes.endIndex {
      guard let end = bytes[index...].firstIndex(of: 0) else { return nil }
      index = end + 1
    }
    if flags & 2 != 0 { index += 2 }
    return index < bytes.endIndex ? index : nil
  }

  private init(_ bytes: ArraySlice<UInt8>, limit: Int) {
    self.bytes = bytes
    self.index = bytes.startIndex
    self.limit = limit
  }

  private mutating func read() throws(Fault) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try readStored()
      case 1: try readBlock(Self.fixed.literals, Self.fixed.distances)
      case 2:
        let (literals, distances) = try readCodes()
        try readBlock(literals, distances)
      default: throw .malformed
      }
    }
  }

  private mutating func take(_ count: Int) throws(Fault) -> Int {
    while bitCount < count {
      guard index < bytes.endIndex else { throw .malformed }
      bits |= UInt32(bytes[index]) << UInt32(bitCount)
      bitCount += 8
      index += 1
    }
    let value = bits & (1 << UInt32(count) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func readStored() throws(Fault) {
    bits = 0
    bitCount = 0
    guard index + 4 <= bytes.endIndex else { throw .malformed }
    let count = Int(bytes[index]) | Int(bytes[index + 1]) << 8
    index += 4
    let end = min(index + count, bytes.endIndex)
    guard output.count + count <= limit else { throw .tooLong }
    output += bytes[index..<end]
    let isWhole = end == index + count
    index = end
    if !isWhole { throw .malformed }
  }

  private mutating func readBlock(_ literals: Code, _ distances: Code) throws(Fault) {
    while true {
      let symbol = try symbol(literals)
      if symbol < 256 {
        guard output.count < limit else { throw .tooLong }
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol < 286 else { throw .malformed }
      let length = Self.lengths[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
      let place = try self.symbol(distances)
      guard place < 30 else { throw .malformed }
      let distance = Self.distances[place] + (try take(Self.distanceBits[place]))
      guard distance <= output.count else { throw .malformed }
      guard output.count + length <= limit else { throw .tooLong }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  /// The codes that stand at the head of a block (RFC 1951, section 3.2.7).
  private mutating func readCodes() throws(Fault) -> (literals: Code, distances: Code) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    var lengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for place in 0..<(try take(4) + 4) { lengths[order[place]] = try take(3) }
    let code = Code(lengths)
    var all: [Int] = []
    while all.count < literalCount + distanceCount {
      switch try symbol(code) {
      case 16:
        guard let last = all.last else { throw .malformed }
        all += [Int](repeating: last, count: 3 + (try take(2)))
      case 17: all += [Int](repeating: 0, count: 3 + (try take(3)))
      case 18: all += [Int](repeating: 0, count: 11 + (try take(7)))
      case let length: all.append(length)
      }
    }
    guard all.count == literalCount + distanceCount else { throw .malformed }
    return (Code(all[..<literalCount]), Code(all[literalCount...]))
  }

  /// A code of Huffman's, as how many symbols have each length, and the symbols in order.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: some Collection<Int>) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      symbols = lengths.enumerated().filter { $0.element > 0 }
        .sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }.map(\.offset)
    }
  }

  private mutating func symbol(_ code: Code) throws(Fault) -> Int {
    var (value, first, place) = (0, 0, 0)
    for length in 1..<16 {
      value |= try take(1)
      let count = code.counts[length]
      if value - first < count { return code.symbols[place + value - first] }
      place += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .malformed
  }

  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
  private static let fixed = (
    literals: Code((0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }),
    distances: Code([Int](repeating: 5, count: 30))
  )
}
