/// Looks for ill-formed UTF-8 before anything reads the bytes as text.
public enum UTF8Check {
  /// The offset of the first byte that is not part of well-formed UTF-8, or nil where all is well.
  ///
  /// Follows table 3-7 of the Unicode Standard: no surrogates, no overlong forms, nothing above
  /// U+10FFFF.
  public static func firstIllFormedByte(in bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index < buffer.count {
        let lead = buffer[index]
        if lead < 0x80 {
          index = WordScan.skipASCII(buffer, from: index + 1)
          continue
        }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0:
          length = 3
          second = 0xA0...0xBF
        case 0xED:
          length = 3
          second = 0x80...0x9F
        case 0xE1...0xEF: length = 3
        case 0xF0:
          length = 4
          second = 0x90...0xBF
        case 0xF1...0xF3: length = 4
        case 0xF4:
          length = 4
          second = 0x80...0x8F
        default: return index
        }
        guard index + length <= buffer.count, second.contains(buffer[index + 1]) else {
          return index
        }
        for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(buffer[index + offset]) {
          return index
        }
        index += length
      }
      return nil
    }
  }

  /// The offset of the first NUL, or nil where there is none.
  public static func firstNUL(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { WordScan.firstNUL($0) }
  }

  /// The bytes with a question mark in the place of each that is ill-formed, so that all others
  /// stay where they were.
  public static func replacingIllFormed(in bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var start = 0
    while let index = firstIllFormedByte(in: result, from: start) {
      result[index] = UInt8(ascii: "?")
      start = index + 1
    }
    return result
  }
}
