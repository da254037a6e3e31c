import Bytes

extension PlainYAMLReader {
  /// Whether all is text in lines that end in a line feed: no tabs, no other line ends, and nothing
  /// that YAML forbids (YAML 1.1 section 4.1).
  static func isPrintable(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 {
        guard byte >= 0x20 && byte != 0x7F || byte == .newline else { return false }
        continue
      }
      guard index < bytes.count else { return false }
      let next = bytes[index]
      let last = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch (byte, next) {
      // Controls and U+0085.
      case (0xC2, ..<0xA0): return false
      // U+2028 and U+2029.
      case (0xE2, 0x80) where last == 0xA8 || last == 0xA9: return false
      // Byte order marks, U+FFFE and U+FFFF.
      case (0xEF, 0xBB) where last == 0xBF: return false
      case (0xEF, 0xBF) where last >= 0xBE: return false
      default: continue
      }
    }
    return true
  }
}
