import Bytes

/// Finds keys that are aliases or collections where many aliases could make them grow past all
/// bounds, before the parser behind us compares one with another.
///
/// Aliases share what they stand for until somebody walks through it, and keys are walked through
/// in search of two alike. Few aliases cannot stand for much, and documents without such keys are
/// counted as they are converted.
enum AliasGuard {
  /// Anchors and aliases up to which nothing can grow past some ten thousand nodes.
  private static let anchorLimit = 4
  private static let aliasLimit = 24

  /// The offset of such a key, or nil.
  static func firstUnboundedKey(in bytes: [UInt8]) -> Int? {
    var anchors = 0
    var aliases = 0
    var key: Int?
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "&") where isToken(at: index, bytes): anchors += 1
      case UInt8(ascii: "*") where isToken(at: index, bytes):
        aliases += 1
        var end = index + 1
        while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
        if isKey(endingAt: end, bytes) { key = key ?? index }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if isKey(endingAt: index + 1, bytes) { key = key ?? index }
      case UInt8(ascii: "?") where isToken(at: index, bytes, followedByBlank: true):
        key = key ?? index
      default: continue
      }
    }
    return anchors > anchorLimit && aliases > aliasLimit ? key : nil
  }

  private static func isToken(
    at index: Int, _ bytes: [UInt8], followedByBlank: Bool = false
  ) -> Bool {
    let before = index > 0 ? bytes[index - 1] : .newline
    guard before.isASCIIWhitespace || "[{,".utf8.contains(before) else { return false }
    guard index + 1 < bytes.count else { return followedByBlank }
    return followedByBlank ? bytes[index + 1].isASCIIWhitespace : isNameByte(bytes[index + 1])
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    !byte.isASCIIWhitespace && !",[]{}".utf8.contains(byte)
  }

  /// Whether a colon stands behind what ends at `end`; an alias may have taken it for its own.
  private static func isKey(endingAt end: Int, _ bytes: [UInt8]) -> Bool {
    if end > 0, bytes[end - 1] == UInt8(ascii: ":") { return true }
    return bytes[end...].first { $0 != .space && $0 != .tab } == UInt8(ascii: ":")
  }
}
