import Bytes

/// Takes out of a style sheet what only its readers need: comments and spare white space.
///
/// Nothing is understood but what CSS Syntax Level 3 needs to tell words from space: strings,
/// addresses without quotation marks, escapes and comments stay what they are to a browser.
enum StyleCompaction {
  /// The sheet in as few bytes as that gives.
  static func compact(_ sheet: [UInt8]) -> [UInt8] {
    var compact: [UInt8] = []
    compact.reserveCapacity(sheet.count)
    var index = 0
    /// Whether white space stands between the last byte written and the next.
    var isApart = false
    func add(_ byte: UInt8) {
      if isApart, let last = compact.last, !isJoined(last, byte) { compact.append(space) }
      isApart = false
      if byte == closingBrace, compact.last == semicolon { compact.removeLast() }
      compact.append(byte)
    }
    while index < sheet.count {
      let byte = sheet[index]
      let next = index + 1 < sheet.count ? sheet[index + 1] : 0
      switch byte {
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        index = end(ofComment: index, in: sheet)
        isApart = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let stop = end(ofString: index, in: sheet)
        add(byte)
        compact += sheet[(index + 1)..<stop]
        index = stop
      case UInt8(ascii: "\\"):
        add(byte)
        if index + 1 < sheet.count { compact.append(next) }
        index = min(index + 2, sheet.count)
        // White space behind an escape may be a part of it.
        while index < sheet.count, sheet[index].isASCIIWhitespace {
          if compact.last != space { compact.append(space) }
          index += 1
        }
      case UInt8(ascii: "(") where isAddress(compact, next):
        let stop = sheet[index...].firstIndex(of: UInt8(ascii: ")")) ?? sheet.count
        compact += sheet[index..<stop]
        isApart = false
        index = stop
      default:
        if byte.isASCIIWhitespace { isApart = true } else { add(byte) }
        index += 1
      }
    }
    return compact
  }

  private static let space = UInt8(ascii: " ")
  private static let semicolon = UInt8(ascii: ";")
  private static let closingBrace = UInt8(ascii: "}")

  /// Whether white space between two bytes says nothing. Before a colon it does, since `a :hover` is
  /// not `a:hover`; and so it does about `+` and `-`, which `calc()` needs apart.
  private static func isJoined(_ left: UInt8, _ right: UInt8) -> Bool {
    switch right {
    case UInt8(ascii: "{"), closingBrace, semicolon, UInt8(ascii: ","), UInt8(ascii: ">"),
      UInt8(ascii: ")"):
      // A custom property may be nothing but white space, which is not the same as no value.
      return left != UInt8(ascii: ":")
    default: break
    }
    switch left {
    case UInt8(ascii: "{"), closingBrace, semicolon, UInt8(ascii: ","), UInt8(ascii: ">"),
      UInt8(ascii: "("), UInt8(ascii: ":"):
      return true
    default: return false
    }
  }

  /// The offset behind a comment; one that is not closed goes to the end.
  private static func end(ofComment start: Int, in sheet: [UInt8]) -> Int {
    var index = start + 2
    while index + 1 < sheet.count {
      if sheet[index] == UInt8(ascii: "*"), sheet[index + 1] == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    return sheet.count
  }

  /// The offset behind a string; one that is not closed goes to the end of its line.
  private static func end(ofString start: Int, in sheet: [UInt8]) -> Int {
    var index = start + 1
    while index < sheet.count {
      switch sheet[index] {
      case sheet[start]: return index + 1
      case UInt8(ascii: "\n"): return index
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return sheet.count
  }

  /// Whether a bracket begins an address without quotation marks, in which nothing is white space or
  /// comment.
  private static func isAddress(_ before: [UInt8], _ next: UInt8) -> Bool {
    guard next != UInt8(ascii: "\""), next != UInt8(ascii: "'") else { return false }
    let name = before.suffix(3).map { $0 | 0x20 }
    return name == Array("url".utf8)
  }
}
