import Bytes

/// The one place where text becomes markup.
extension [UInt8] {
  /// Appends UTF-8 text with `&`, `<`, `>`, `"` and `'` escaped, fit for elements and for quoted
  /// attributes in HTML and XML alike; control characters that XML 1.0 forbids become U+FFFD.
  public mutating func appendEscaped(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
      case 0..<0x20 where !byte.isASCIIWhitespace: append(contentsOf: "\u{FFFD}".utf8)
      default: append(byte)
      }
    }
  }
}
