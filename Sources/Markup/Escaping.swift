import Bytes

/// The one place where text becomes markup.
extension [UInt8] {
  /// Appends text with `&`, `<`, `>`, `"` and `'` escaped, fit for elements and for quoted
  /// attributes in HTML and XML alike; control characters that XML 1.0 forbids become U+FFFD.
  ///
  /// Works on runs of bytes rather than on each: nearly all of a text needs no escape.
  public mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        // `>` is the last of them in ASCII, and most bytes are letters, which stand behind it.
        guard bytes[index] <= UInt8(ascii: ">"), let escape = Self.escape(bytes[index]) else {
          continue
        }
        append(contentsOf: bytes[start..<index])
        escape.withUTF8Buffer { append(contentsOf: $0) }
        start = index + 1
      }
      append(contentsOf: bytes[start...])
    }
  }

  private static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0..<0x20 where !byte.isASCIIWhitespace: "\u{FFFD}"
    default: nil
    }
  }
}
