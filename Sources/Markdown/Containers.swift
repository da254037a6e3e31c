import CCMark

/// The blocks about the one that is read, and what they take from the front of each line.
///
/// cmark says on which lines blocks stand; where in a line they begin is worked out here.
struct Containers {
  private enum Container {
    case quote
    /// An item, the line of its marker, and by how many columns its later lines are indented.
    case item(line: Int, width: Int)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lines: SourceLines
  private var stack: [Container] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: SourceLines) {
    self.bytes = bytes
    self.lines = lines
  }

  /// Strips from a line what the open containers take.
  /// - Returns: A cursor behind it, and whether the line is a lazy continuation, which lacks some
  ///   of the prefix.
  func prefix(of line: Int) -> (cursor: LineCursor, isLazy: Bool) {
    var cursor = LineCursor(bytes, start: lines.start(line), end: lines.end(line))
    for container in stack {
      switch container {
      case .quote:
        if !cursor.enterQuote() { return (cursor, true) }
      case .item(line, _): _ = cursor.enterItem()
      case .item(_, let width):
        if !cursor.continueItem(width: width) { return (cursor, true) }
      }
    }
    return (cursor, false)
  }

  /// Enters a quotation, a list or an item that begins on `line`, where `cursor` is behind the
  /// prefix.
  mutating func enter(_ type: cmark_node_type, line: Int, at cursor: LineCursor) {
    switch type {
    case CMARK_NODE_BLOCK_QUOTE: stack.append(.quote)
    case CMARK_NODE_ITEM:
      var cursor = cursor
      stack.append(.item(line: line, width: cursor.enterItem()))
    default: break
    }
  }

  /// Leaves what was entered last.
  mutating func leave(_ type: cmark_node_type) {
    if type != CMARK_NODE_LIST { stack.removeLast() }
  }

  /// Leaves all of them, for text that stands in none.
  mutating func leaveAll() { stack.removeAll() }
}
