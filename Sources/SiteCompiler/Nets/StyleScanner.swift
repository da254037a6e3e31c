import Bytes

/// Finds the addresses that a style sheet fetches: `url(…)`, `@import` and `image-set(…)` (CSS
/// Syntax 3, section 4).
///
/// Strings elsewhere, comments and `@namespace` are no addresses.
struct StyleScanner {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var found: [Range<Int>] = []
  /// How many brackets are open, and at which depths strings are addresses.
  private var depth = 0
  private var setDepths: [Int] = []

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.index = bytes.startIndex
  }

  /// The addresses in `bytes`, as ranges of it. An escaped letter in the name of a function is read
  /// as that letter, as browsers read it.
  static func addresses(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var scanner = StyleScanner(bytes)
    scanner.scan()
    return scanner.found
  }

  /// What the address `bytes` means once its escapes are worked out; quotation marks around it, which
  /// may be written as character references, are not part of it.
  static func value(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = bytes.trimmingASCIIWhitespace()
    if bytes.count > 1, let quote = bytes.first, quote == .quote || quote == .apostrophe,
      bytes.last == quote
    {
      bytes = bytes.dropFirst().dropLast()
    }
    guard bytes.contains(.backslash) else { return Array(bytes) }
    var value: [UInt8] = []
    var scanner = StyleScanner(bytes)
    while scanner.index < bytes.endIndex {
      let byte = bytes[scanner.index]
      scanner.index += 1
      if byte != .backslash {
        value.append(byte)
      } else if !scanner.passNewline() {
        value += scanner.escaped()
      }
    }
    return value
  }

  private mutating func scan() {
    var expectsImport = false
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "/") where starts("/*"): passComment()
      case .quote, .apostrophe:
        let range = string()
        if expectsImport || setDepths.last == depth { found.append(range) }
        expectsImport = false
      case UInt8(ascii: "@"):
        index += 1
        let name = word()
        if name == "namespace" {
          while index < bytes.endIndex, bytes[index] != UInt8(ascii: ";") { index += 1 }
        }
        expectsImport = name == "import"
      case UInt8(ascii: "("):
        depth += 1
        index += 1
      case UInt8(ascii: ")"):
        if setDepths.last == depth { setDepths.removeLast() }
        depth = max(0, depth - 1)
        index += 1
      case let letter where letter.isASCIILetter || letter == .backslash || letter >= 0x80:
        function(word())
        expectsImport = false
      default:
        if !byte.isHTMLSpace { expectsImport = false }
        index += 1
      }
    }
  }

  /// Takes the opening bracket behind `name`, where one is there, and the address within.
  private mutating func function(_ name: String) {
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "(") else { return }
    index += 1
    depth += 1
    switch name {
    case "url", "src":
      while index < bytes.endIndex, bytes[index].isHTMLSpace { index += 1 }
      guard index < bytes.endIndex else { return }
      if bytes[index] == .quote || bytes[index] == .apostrophe {
        found.append(string())
      } else if name == "url" {
        let start = index
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: ")"), !bytes[index].isHTMLSpace {
          if bytes[index] == .backslash {
            index += 1
            _ = escaped()
          } else {
            index += 1
          }
        }
        found.append(start..<index)
      }
    case "image-set", "-webkit-image-set": setDepths.append(depth)
    default: return
    }
  }

  /// A name with its escapes worked out, in lower case.
  private mutating func word() -> String {
    var letters: [UInt8] = []
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || byte >= 0x80
      {
        letters.append(byte.asciiLowercased)
        index += 1
      } else if byte == .backslash {
        index += 1
        letters += escaped().map(\.asciiLowercased)
      } else {
        break
      }
    }
    return letters.text
  }

  /// What stands behind a backslash: up to six hexadecimal digits and a blank, or a letter itself
  /// (CSS Syntax 3, section 4.3.7).
  private mutating func escaped() -> [UInt8] {
    var value: UInt32 = 0
    var count = 0
    while index < bytes.endIndex, count < 6, let digit = bytes[index].hexDigitValue {
      value = value * 16 + UInt32(digit)
      count += 1
      index += 1
    }
    if count == 0 {
      guard index < bytes.endIndex else { return [] }
      defer { index += 1 }
      return [bytes[index]]
    }
    if !passNewline(), index < bytes.endIndex, bytes[index].isHTMLSpace { index += 1 }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return Array(String(scalar ?? "\u{FFFD}").utf8)
  }

  /// Passes over the end of a line, if one is here.
  private mutating func passNewline() -> Bool {
    guard index < bytes.endIndex, Self.isNewline(bytes[index]) else { return false }
    let isPair = bytes[index] == 0x0D && bytes[(index + 1)...].first == .newline
    index += isPair ? 2 : 1
    return true
  }

  /// Line feed, carriage return and form feed end lines.
  private static func isNewline(_ byte: UInt8) -> Bool {
    byte == .newline || byte == 0x0D || byte == 0x0C
  }

  /// The inside of a string; a line's end that no backslash hides ends it, too.
  private mutating func string() -> Range<Int> {
    let quote = bytes[index]
    index += 1
    let start = index
    while index < bytes.endIndex, bytes[index] != quote, !Self.isNewline(bytes[index]) {
      let isEscape = bytes[index] == .backslash
      index += 1
      if isEscape, !passNewline() { index += 1 }
    }
    let end = min(index, bytes.endIndex)
    index = min(end + 1, bytes.endIndex)
    return start..<end
  }

  private mutating func passComment() {
    index += 2
    while index < bytes.endIndex, !starts("*/") { index += 1 }
    index = min(index + 2, bytes.endIndex)
  }

  private func starts(_ mark: StaticString) -> Bool {
    mark.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }
}
