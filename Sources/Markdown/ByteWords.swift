/// Eight bytes at a time, as one number, for loops that pass over most of them.
enum ByteWords {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Whether each byte is a letter, a space or beyond ASCII.
  @inline(__always)
  static func areWords(_ word: UInt64) -> Bool {
    let low = word & ~highs
    let folded = low | (ones &* 0x20)
    let isLetter = (folded &+ ones &* (0x80 - 0x61)) & ~(folded &+ ones &* (0x80 - 0x7B))
    let isSpace = ~((low ^ (ones &* 0x20)) &+ ones &* 0x7F)
    return (isLetter | isSpace | word) & highs == highs
  }

  /// Whether a byte is below `limit`, which is at most 128, or is `mark`.
  @inline(__always)
  static func have(below limit: UInt8, or mark: UInt8, in word: UInt64) -> Bool {
    let low = (word &- ones &* UInt64(limit)) & ~word
    let difference = word ^ (ones &* UInt64(mark))
    return (low | ((difference &- ones) & ~difference)) & highs != 0
  }
}
