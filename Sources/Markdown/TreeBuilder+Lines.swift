import Bytes
import Diagnostics

/// Lines without the prefixes of the blocks that hold them.
extension TreeBuilder {
  /// A line without what the open containers take; see ``Containers/prefix(of:)``.
  func linePrefix(_ line: Int) -> (cursor: LineCursor, isLazy: Bool) {
    containers.prefix(of: line)
  }

  /// Makes lines the text that inlines are read from.
  mutating func loadText(_ range: ClosedRange<Int>) {
    text.removeAll()
    for line in range {
      var (cursor, isLazy) = linePrefix(line)
      // A lazy line keeps its indentation, which matters within code spans.
      if !isLazy || line == range.lowerBound { cursor.skipBlanks() }
      // Of a tab that the prefix takes a part of, spaces are left.
      let start = cursor.tabRest > 0 ? cursor.offset + 1 : cursor.offset
      text.append(start..<max(start, cursor.end), padding: cursor.tabRest)
    }
  }

  /// Makes lines the text to read, past the definitions at its start.
  mutating func beginText(lines range: ClosedRange<Int>) {
    loadText(range)
    nextLine = max(nextLine, range.upperBound + 1)
    takeDefinitionsInText()
    pieces.removeAll(keepingCapacity: true)
    inlineFrames.removeAll(keepingCapacity: true)
    isLost = false
    marks = []
    splitEnd = 0
  }

  /// Reads definitions from the lines before `line` that no block stands on.
  mutating func takeDefinitions(before line: Int) {
    while nextLine < line {
      let cursor = linePrefix(nextLine).cursor
      let first = cursor.indentation.offset
      guard first < cursor.end, body.bytes[first] == UInt8(ascii: "[") else {
        nextLine += 1
        continue
      }
      var last = nextLine
      while last + 1 < line, !linePrefix(last + 1).cursor.isBlank { last += 1 }
      loadText(nextLine...last)
      nextLine = last + 1
      takeDefinitionsInText()
    }
  }

  private mutating func takeDefinitionsInText() {
    while text.peek == UInt8(ascii: "["), let found = text.scanDefinition() {
      let label = SourceWord(
        text: labelText(found.label),
        span: body.span(found.label.lowerBound, found.label.upperBound))
      let span = body.span(found.destination.lowerBound, found.destination.upperBound)
      let destination = SourceWord(text: unescapedDestination(found.destination), span: span)
      let key = Self.labelKey(label.text)
      if definitionsByLabel[key] == nil { definitionsByLabel[key] = document.definitions.count }
      document.definitions.append(LinkDefinition(label: label, destination: destination))
    }
  }
}
