import Bytes

/// Works out the character references of attribute values (HTML 13.2.5.72).
enum CharacterReferences {
  /// Appends `bytes` to `output` with their references worked out.
  /// - Returns: False where one is known only by a name that few write, so that nobody can say what
  ///   the value is.
  static func decode(
    _ bytes: some RandomAccessCollection<UInt8>, into output: inout [UInt8]
  ) -> Bool {
    var rest = bytes[...]
    while let byte = rest.first {
      guard byte == UInt8(ascii: "&") else {
        output.append(byte)
        rest = rest.dropFirst()
        continue
      }
      let name = rest.dropFirst().prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "#") }
      let end = name.endIndex
      guard !name.isEmpty, end < rest.endIndex, rest[end] == UInt8(ascii: ";") else {
        // Without its semicolon it is text, as in `?a=1&b=2`.
        output.append(byte)
        rest = rest.dropFirst()
        continue
      }
      guard let scalar = scalar(name) else { return false }
      output.append(contentsOf: String(scalar).utf8)
      rest = rest[rest.index(after: end)...]
    }
    return true
  }

  /// The character that a reference without its `&` and `;` means; nil where nobody here knows it.
  static func scalar(_ name: some Collection<UInt8>) -> Unicode.Scalar? {
    let text = name.text
    guard text.hasPrefix("#") else { return named[text] }
    let digits = text.dropFirst()
    let value =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init)
  }

  /// The five that XML has, and what stands in addresses now and then.
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "colon": ":", "sol": "/", "num": "#", "period": ".", "quest": "?", "Tab": "\t",
    "NewLine": "\n", "lpar": "(", "rpar": ")", "lowbar": "_", "hyphen": "\u{2010}",
    "percnt": "%", "equals": "=", "commat": "@",
  ]
}
