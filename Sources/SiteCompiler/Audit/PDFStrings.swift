import Bytes

/// Reads the strings in a PDF or in one of its streams (ISO 32000, section 7.3.4), one behind the
/// other, so that neither an escape, hexadecimal digits nor the gaps between letters part a word.
enum PDFStrings {
  /// The strings, each in brackets or in digits, joined; letters of two bytes lose the empty one.
  static func joined(in bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("): index = literal(bytes, index + 1, &text)
      case UInt8(ascii: "<"): index = hexadecimal(bytes, index + 1, &text)
      // The array of a line ends, or the text itself: a word does not go on behind it.
      case UInt8(ascii: "]"), UInt8(ascii: "\n"), UInt8(ascii: "/"):
        if text.last != .space { text.append(.space) }
        index += 1
      default: index += 1
      }
    }
    return text.filter { $0 != 0 }
  }

  /// Appends the string in brackets that begins at `start`; gives the index behind it.
  private static func literal(_ bytes: [UInt8], _ start: Int, _ text: inout [UInt8]) -> Int {
    var depth = 1
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case .backslash where index < bytes.count:
        let digits = bytes[index...].prefix(3).prefix { (0x30...0x37).contains($0) }
        if digits.isEmpty {
          text.append(bytes[index])
          index += 1
        } else {
          text.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }))
          index += digits.count
        }
        continue
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      text.append(byte)
    }
    return index
  }

  /// Appends the string in hexadecimal digits that begins at `start`, if it is one; gives the index
  /// behind it.
  private static func hexadecimal(_ bytes: [UInt8], _ start: Int, _ text: inout [UInt8]) -> Int {
    var digits: [UInt8] = []
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue {
        digits.append(UInt8(digit))
      } else if bytes[index] > .space {
        return start
      }
      index += 1
    }
    if digits.count % 2 == 1 { digits.append(0) }
    for place in stride(from: 0, to: digits.count, by: 2) {
      text.append(digits[place] << 4 | digits[place + 1])
    }
    return index + 1
  }
}
