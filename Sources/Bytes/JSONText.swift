/// Writing JSON, RFC 8259, straight into bytes.
extension [UInt8] {
  /// Appends `text` as a JSON string with its quotes.
  ///
  /// `<`, `>`, `&`, U+2028 and U+2029 are escaped too, so that the result may stand in a script
  /// element.
  public mutating func appendJSONString(_ text: some StringProtocol) {
    var text = String(text)
    append(.quote)
    text.withUTF8 { appendJSONContent($0) }
    append(.quote)
  }

  /// Appends what stands between the quotes: what needs no escape in runs, which is most of it.
  private mutating func appendJSONContent(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard Self.mayNeedJSONEscape(byte) else {
        index += 1
        continue
      }
      var length = 1
      if byte == 0xE2 {
        guard index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8
        else {
          index += 1
          continue
        }
        length = 3
      }
      append(contentsOf: bytes[start..<index])
      switch byte {
      case .quote: append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\n"): append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): append(contentsOf: "\\t".utf8)
      case 0xE2: appendJSONEscape(0x2000 | UInt32(bytes[index + 2] & 0x3F))
      default: appendJSONEscape(UInt32(byte))
      }
      index += length
      start = index
    }
    append(contentsOf: bytes[start...])
  }

  /// Whether it is escaped, or begins what may be.
  @inline(__always)
  private static func mayNeedJSONEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == .quote || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&") || byte == 0xE2
  }

  private mutating func appendJSONEscape(_ scalar: UInt32) {
    let digits = String(scalar, radix: 16)
    append(contentsOf: "\\u".utf8)
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    append(contentsOf: digits.utf8)
  }
}
