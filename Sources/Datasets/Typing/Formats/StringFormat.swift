import Bytes

/// Table Schema's formats of `string`: each gives the text back where it is one.
enum StringFormat {
  /// An address such as `name@example.org`: RFC 5321's mailbox with a dotted or quoted name and a
  /// domain of labels, the forms that are in use.
  static func email(_ text: String) -> Result<String, CellFault> {
    let bytes = Array(text.utf8)
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else {
      return .failure(CellFault(help: "an e-mail address has an '@'"))
    }
    let (local, domain) = (bytes[..<at], bytes[(at + 1)...])
    guard (1...64).contains(local.count), isDotted(local, isAtom) || isQuoted(local) else {
      return .failure(CellFault(cause: "what stands before the '@' is no mailbox"))
    }
    let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard domain.count <= 253, labels.count > 1, labels.allSatisfy(isLabel) else {
      return .failure(CellFault(cause: "what stands behind the '@' is no domain"))
    }
    return .success(text)
  }

  private static func isDotted(_ text: ArraySlice<UInt8>, _ isPart: (UInt8) -> Bool) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy(isPart) }
  }

  private static func isAtom(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte >= 0x80 || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }

  private static func isQuoted(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 2, text.first == .quote, text.last == .quote else { return false }
    return text.dropFirst().dropLast().allSatisfy { $0 >= 0x20 && $0 != .quote }
  }

  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
      && label.allSatisfy { $0.isASCIIAlphanumeric || $0 == hyphen || $0 >= 0x80 }
  }

  /// RFC 3986's URI: a scheme, a colon, and no character that must be escaped.
  static func uri(_ text: String) -> Result<String, CellFault> {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first,
      first.isASCIILetter,
      bytes[..<colon].allSatisfy({ $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) })
    else {
      return .failure(CellFault(help: "a URI begins with a scheme, such as https:"))
    }
    guard colon + 1 < bytes.count else { return .failure(CellFault(cause: "it ends too early")) }
    for (index, byte) in bytes.enumerated() where index > colon {
      if byte == UInt8(ascii: "%") {
        guard index + 2 < bytes.count, bytes[index + 1].isASCIIHexDigit,
          bytes[index + 2].isASCIIHexDigit
        else { return .failure(CellFault(cause: "a '%' stands without two hexadecimal digits")) }
      }
      // IRIs (RFC 3987) are what people write; they are URIs once their letters are escaped.
      guard byte > 0x20, byte != 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) else {
        return .failure(CellFault(cause: "'\([byte].text)' must be escaped with '%'"))
      }
    }
    return .success(text)
  }

  /// RFC 4648 section 4: base64, padded.
  static func binary(_ text: String) -> Result<String, CellFault> {
    let bytes = Array(text.utf8)
    let padding = UInt8(ascii: "=")
    let body = bytes.prefix { $0 != padding }
    guard bytes.count % 4 == 0 else {
      return .failure(CellFault(cause: "its length is no multiple of 4"))
    }
    guard bytes.count - body.count <= 2, bytes[body.count...].allSatisfy({ $0 == padding }),
      body.allSatisfy({
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
      })
    else { return .failure(CellFault()) }
    return .success(text)
  }

  /// RFC 4122: 32 hexadecimal digits, parted 8-4-4-4-12.
  static func uuid(_ text: String) -> Result<String, CellFault> {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard groups.map(\.count) == [8, 4, 4, 4, 12],
      groups.allSatisfy({ $0.allSatisfy(\.isASCIIHexDigit) })
    else {
      return .failure(
        CellFault(help: "a UUID looks like 123e4567-e89b-42d3-a456-426614174000"))
    }
    return .success(text)
  }
}
