import Bytes

/// Finds nesting so deep that a recursive reader could run out of stack, before one sees it.
enum NestingGuard {
  /// The offset at which collections nest deeper than the limit, or nil.
  ///
  /// Counts flow brackets, and the dashes and question marks with which a line of YAML opens
  /// block collections. Brackets in quoted text count too: a text with 200 that never close is no
  /// title, and the guard must not depend on reading what it guards.
  static func firstTooDeep(in bytes: [UInt8]) -> Int? {
    var flow = 0
    var opening = 0
    var atLineStart = true
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): flow += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): flow = max(0, flow - 1)
      default: break
      }
      switch byte {
      case .newline, .carriageReturn:
        atLineStart = true
        opening = 0
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        if atLineStart { opening += 1 }
      case .space, .tab: break
      default: atLineStart = false
      }
      // A rule of dashes is one scalar; only dashes with blanks between them nest.
      if flow > DocumentLimits.depth { return index }
      if opening > DocumentLimits.depth * 2, byte == .space { return index }
    }
    return nil
  }
}
