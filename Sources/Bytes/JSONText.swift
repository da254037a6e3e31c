/// Writing JSON, RFC 8259, straight into bytes.
extension [UInt8] {
  /// Appends `text` as a JSON string with its quotes.
  ///
  /// `<`, `>`, `&`, U+2028 and U+2029 are escaped too, so that the result may stand in a script
  /// element.
  public mutating func appendJSONString(_ text: some StringProtocol) {
    append(.quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append(contentsOf: "\\\"".utf8)
      case "\\": append(contentsOf: "\\\\".utf8)
      case "\n": append(contentsOf: "\\n".utf8)
      case "\r": append(contentsOf: "\\r".utf8)
      case "\t": append(contentsOf: "\\t".utf8)
      case "<", ">", "&", "\u{2028}", "\u{2029}": appendJSONEscape(scalar)
      case _ where scalar.value < 0x20: appendJSONEscape(scalar)
      default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    append(.quote)
  }

  private mutating func appendJSONEscape(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    append(contentsOf: "\\u".utf8)
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    append(contentsOf: digits.utf8)
  }
}
