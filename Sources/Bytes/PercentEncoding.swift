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
    encode(String(path), keeping: pathPunctuation)
  }

  /// A query with its `?`: what may not stand in a URL is escaped, escapes that are there stay.
  public static func encodeQuery(_ query: some StringProtocol) -> String {
    encode(String(query), keeping: queryPunctuation)
  }

  /// A whole address: what may not stand in one is escaped (RFC 3986, section 2), what has a meaning
  /// there and escapes that are there stay.
  public static func encodeAddress(_ address: some StringProtocol) -> String {
    encode(String(address), keeping: addressPunctuation)
  }

  private static func encode(_ text: String, keeping kept: Kept) -> String {
    guard let first = text.utf8.firstIndex(where: { !kept.contains($0) }) else { return text }
    var bytes = Array(text.utf8[..<first])
    for byte in text.utf8[first...] {
      if kept.contains(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexadecimal(byte >> 4))
        bytes.append(hexadecimal(byte & 15))
      }
    }
    return bytes.text
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }

  /// Which ASCII bytes stay as they are: letters, digits and some signs.
  private struct Kept {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ signs: String) {
      for byte in signs.utf8 { insert(byte) }
      for byte in UInt8.min..<0x80 where byte.isASCIIAlphanumeric { insert(byte) }
    }

    private mutating func insert(_ byte: UInt8) {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }

    func contains(_ byte: UInt8) -> Bool {
      guard byte < 0x80 else { return false }
      return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 == 1
    }
  }

  /// unreserved, sub-delims, `@` and `/`, less `'`, which need not be safe in an attribute.
  private static let pathPunctuation = Kept(pathSigns)
  private static let queryPunctuation = Kept(pathSigns + ":?%")
  private static let addressPunctuation = Kept(pathSigns + ":?%#[]'")
  private static let pathSigns = "-._~!$&()*+,;=@/"
}
