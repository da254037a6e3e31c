/// Percent-encoding of URL paths, RFC 3986 section 2.1.
public enum PercentEncoding {
  /// The text with `%XX` turned into bytes, or nil where an escape is malformed or the bytes that
  /// result are not UTF-8.
  public static func decode(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var iterator = text.utf8.makeIterator()
    while let byte = iterator.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = iterator.next()?.hexDigitValue, let low = iterator.next()?.hexDigitValue
      else { return nil }
      bytes.append(UInt8(high * 16 + low))
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The path with every byte escaped that may not stand in a URL path; `/` stays. A colon is
  /// escaped too, so that no relative path is taken for one with a scheme (RFC 3986, section 4.2).
  public static func encodePath(_ path: some StringProtocol) -> String {
    encode(path, keeping: pathPunctuation)
  }

  /// A query with its `?`: what may not stand in a URL is escaped, escapes that are there stay.
  public static func encodeQuery(_ query: some StringProtocol) -> String {
    encode(query, keeping: pathPunctuation + Array(":?%".utf8))
  }

  /// A whole address: what may not stand in one is escaped (RFC 3986, section 2), what has a meaning
  /// there and escapes that are there stay.
  public static func encodeAddress(_ address: some StringProtocol) -> String {
    encode(address, keeping: pathPunctuation + Array(":?%#[]'".utf8))
  }

  private static func encode(_ text: some StringProtocol, keeping kept: [UInt8]) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte.isASCIIAlphanumeric || kept.contains(byte) {
        bytes.append(byte)
      } else {
        let digits: [UInt8] = Array("0123456789ABCDEF".utf8)
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
    }
    return bytes.text
  }

  /// unreserved, sub-delims, `@` and `/`, less `'`, which need not be safe in an attribute.
  private static let pathPunctuation: [UInt8] = Array("-._~!$&()*+,;=@/".utf8)
}
