import Bytes
public import Diagnostics

/// Reads JSON, RFC 8259, into nodes with places.
public enum JSONReader {
  /// Reads one JSON text.
  ///
  /// - Returns: The value, or nil with the diagnostic `json-invalid` at the first fault. A key
  ///   that stands twice in one object is a fault.
  public static func read(
    _ bytes: [UInt8], in file: SourceFileID, at offset: Int = 0
  ) -> Outcome<Node?> {
    var parser = JSONParser(bytes: bytes, file: file, offset: offset)
    do {
      return Outcome(try parser.document())
    } catch {
      let end = min(error.index + 1, bytes.count)
      let span = SourceSpan(file, min(error.index, end) + offset..<end + offset)
      return Outcome(nil, [Diagnostic(.jsonInvalid, error.message, at: span)])
    }
  }
}

private struct JSONFault: Error {
  let index: Int
  let message: String
}

private struct JSONParser {
  let bytes: [UInt8]
  let file: SourceFileID
  let offset: Int
  var index = 0

  init(bytes: [UInt8], file: SourceFileID, offset: Int) {
    self.bytes = bytes
    self.file = file
    self.offset = offset
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func document() throws(JSONFault) -> Node {
    let node = try value(depth: 0)
    skipBlanks()
    guard index == bytes.count else { throw fault("there is more after the end of this JSON") }
    return node
  }

  private func fault(_ message: String) -> JSONFault { JSONFault(index: index, message: message) }

  private func span(from start: Int) -> SourceSpan {
    SourceSpan(file, start + offset..<index + offset)
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index].isASCIIWhitespace { index += 1 }
  }

  private mutating func value(depth: Int) throws(JSONFault) -> Node {
    guard depth <= DocumentLimits.depth else {
      throw fault("this JSON nests deeper than \(DocumentLimits.depth)")
    }
    skipBlanks()
    guard index < bytes.count else { throw fault("this JSON ends where a value should stand") }
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "{"): return Node(.mapping(try members(depth)), at: span(from: start))
    case UInt8(ascii: "["): return Node(.sequence(try elements(depth)), at: span(from: start))
    case .quote:
      let text = try string()
      let inner = SourceSpan(file, start + 1 + offset..<index - 1 + offset)
      return Node(.scalar(text, isQuoted: true), at: inner)
    default: return try word(from: start)
    }
  }

  private mutating func word(from start: Int) throws(JSONFault) -> Node {
    while index < bytes.count, bytes[index].isASCIIAlphanumeric || "+-.".utf8.contains(bytes[index])
    {
      index += 1
    }
    let text = bytes[start..<index].text
    let node = Node(.scalar(text, isQuoted: false), at: span(from: start))
    guard node.number != nil || ["true", "false", "null"].contains(text) else {
      index = start
      throw fault(
        text.isEmpty
          ? "here should stand a value of JSON"
          : text.utf8.count > 80
            ? "this is no value of JSON" : "'\(text)' is no value of JSON")
    }
    return node
  }

  private mutating func members(_ depth: Int) throws(JSONFault) -> [Node.Entry] {
    index += 1
    var entries: [Node.Entry] = []
    var seen: Set<String> = []
    skipBlanks()
    if next(is: UInt8(ascii: "}")) { return [] }
    while true {
      skipBlanks()
      guard index < bytes.count, bytes[index] == .quote else {
        throw fault("here should stand a key in quotation marks")
      }
      let start = index
      let key = try string()
      guard seen.insert(key).inserted else {
        index = start
        throw fault("the key '\(key)' stands twice in one object")
      }
      let keySpan = SourceSpan(file, start + 1 + offset..<index - 1 + offset)
      skipBlanks()
      guard next(is: UInt8(ascii: ":")) else { throw fault("here should stand a colon") }
      entries.append(Node.Entry(key: key, keySpan: keySpan, value: try value(depth: depth + 1)))
      skipBlanks()
      if next(is: UInt8(ascii: "}")) { return entries }
      guard next(is: UInt8(ascii: ",")) else { throw fault("here should stand ',' or '}'") }
    }
  }

  private mutating func elements(_ depth: Int) throws(JSONFault) -> [Node] {
    index += 1
    var elements: [Node] = []
    skipBlanks()
    if next(is: UInt8(ascii: "]")) { return [] }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if next(is: UInt8(ascii: "]")) { return elements }
      guard next(is: UInt8(ascii: ",")) else { throw fault("here should stand ',' or ']'") }
    }
  }

  private mutating func next(is byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func string() throws(JSONFault) -> String {
    index += 1
    var result: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case .quote:
        index += 1
        return result.text
      case .backslash: try escape(into: &result)
      case 0..<0x20: throw fault("a control character stands in this JSON string unescaped")
      default:
        result.append(byte)
        index += 1
      }
    }
    throw fault("this JSON string never ends")
  }

  private mutating func escape(into result: inout [UInt8]) throws(JSONFault) {
    guard index + 1 < bytes.count else { throw fault("this JSON string never ends") }
    let letter = bytes[index + 1]
    let plain: [UInt8: UInt8] = [
      .quote: .quote, .backslash: .backslash, UInt8(ascii: "/"): UInt8(ascii: "/"),
      UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): .newline,
      UInt8(ascii: "r"): .carriageReturn, UInt8(ascii: "t"): .tab,
    ]
    if let byte = plain[letter] {
      result.append(byte)
      index += 2
      return
    }
    guard letter == UInt8(ascii: "u"), let unit = codeUnit(at: index) else {
      throw fault("this JSON string has an escape that JSON does not know")
    }
    index += 6
    var scalar = Unicode.Scalar(UInt32(unit))
    if UTF16.isLeadSurrogate(unit), let low = codeUnit(at: index), UTF16.isTrailSurrogate(low) {
      index += 6
      scalar = UTF16.decode(UTF16.EncodedScalar([unit, low]))
    }
    result.append(contentsOf: String(scalar ?? "\u{FFFD}").utf8)
  }

  private func codeUnit(at start: Int) -> UInt16? {
    guard start + 6 <= bytes.count, bytes[start] == .backslash,
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[start + 2..<start + 6] {
      guard let digit = byte.hexDigitValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
