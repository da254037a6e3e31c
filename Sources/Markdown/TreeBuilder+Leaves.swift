import Bytes
import CCMark
import Diagnostics

/// Blocks that hold neither blocks nor inlines.
extension TreeBuilder {
  mutating func appendLeaf(_ node: OpaquePointer, _ type: cmark_node_type, line: Int) {
    let start = linePrefix(line).cursor.indentation.offset
    switch type {
    case CMARK_NODE_CODE_BLOCK:
      let literal = Array(Self.literal(of: node))
      if isFence(at: start, line) {
        appendFence(node, literal, line: line, start: start)
      } else {
        let last = line + max(0, literal.count { $0 == .newline } - 1)
        nextLine = max(nextLine, last + 1)
        append(.indentedCode(literal.text), start, max(start, lines.end(last)))
      }
    case CMARK_NODE_HTML_BLOCK:
      let literal = Array(Self.literal(of: node))
      let source = sourceText(literal, firstLine: line)
      nextLine = max(nextLine, line + max(1, literal.count { $0 == .newline }))
      // What stands in for the words that a footnote's first line lacks is no HTML of the author's.
      guard !body.isInserted(start) else { return }
      append(.html(document.rawHTML.count), start, max(start, lines.end(nextLine - 1)))
      document.rawHTML.append(RawHTML(text: source, isBlock: true))
    default:
      nextLine = max(nextLine, line + 1)
      append(.thematicBreak, start, max(start, lines.end(line)))
    }
  }

  /// Whether a code block is fenced: indented code begins four columns in, or stands behind a tab.
  private func isFence(at start: Int, _ line: Int) -> Bool {
    let indent = linePrefix(line).cursor.indentation
    guard indent.columns < 4, start + 2 < lines.end(line) else { return false }
    let mark = body.bytes[start]
    return (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"))
      && body.bytes[start + 1] == mark && body.bytes[start + 2] == mark
  }

  private mutating func appendFence(
    _ node: OpaquePointer, _ literal: [UInt8], line: Int, start: Int
  ) {
    let end = lines.end(line)
    var place = start
    while place < end, body.bytes[place] == body.bytes[start] { place += 1 }
    let fence = place - start
    while place < end, body.bytes[place].isMarkdownSpace { place += 1 }
    let info = place..<trimmedEnd(place..<end)
    let rows = literal.count { $0 == .newline }
    var last = min(line + rows, lines.count)
    if closesFence(last + 1, mark: body.bytes[start], count: fence) { last += 1 }
    nextLine = max(nextLine, last + 1)
    var scanner = AttributeScanner(body: body, range: info)
    let words = scanner.scanInfo()
    let span = body.span(start, max(start, lines.end(last)))
    let given = cmark_node_get_fence_info(node).map { Self.bytes(of: $0).text } ?? ""
    append(.fence(document.fences.count), start, max(start, lines.end(last)))
    document.fences.append(
      FencedBlock(
        name: SourceWord(
          text: unescapedDestination(words.name),
          span: body.span(words.name.lowerBound, words.name.upperBound)),
        attributes: words.attributes, strayInfoSpan: words.stray, info: given,
        infoSpan: body.span(info.lowerBound, info.upperBound),
        text: sourceText(literal, firstLine: line + 1), span: span))
  }

  /// Whether a line, in the blocks that are open, closes a fence of `count` marks.
  private func closesFence(_ line: Int, mark: UInt8, count: Int) -> Bool {
    guard line <= lines.count else { return false }
    let prefix = linePrefix(line)
    let indent = prefix.cursor.indentation
    guard !prefix.isLazy, indent.columns < 4 else { return false }
    var place = indent.offset
    while place < prefix.cursor.end, body.bytes[place] == mark { place += 1 }
    guard place - indent.offset >= count else { return false }
    while place < prefix.cursor.end, body.bytes[place].isMarkdownSpace { place += 1 }
    return place == prefix.cursor.end
  }

  /// A block's literal with its places: each of its lines is the end of a line of the source.
  private func sourceText(_ literal: [UInt8], firstLine: Int) -> SourceText {
    var runs: [TextRun] = []
    var line = firstLine
    var start = 0
    var first = lines.start(firstLine)
    var last = first
    while start < literal.count {
      let end = literal[start...].firstIndex(of: .newline) ?? literal.count
      let (source, surplus) = lineEnding(in: line, with: literal[start..<end])
      if surplus > 0 {
        // They stand for the tab before.
        if runs.isEmpty { first = max(lines.start(line), source - 1) }
        runs.append(TextRun(text: start, body: max(lines.start(line), source - 1)))
      } else if runs.isEmpty {
        first = source
      }
      // A line that goes on where the last one ended needs no stretch of its own.
      if runs.isEmpty || source != last || surplus > 0 {
        runs.append(TextRun(text: start + surplus, body: source))
      }
      last = source + (end - start - surplus) + (end < literal.count ? 1 : 0)
      line += 1
      start = end + 1
    }
    let end = max(first, min(last, body.bytes.count))
    return sourceText(literal, first, end, runs)
  }

  /// Where in a line of the source a line of a literal begins, which is its end.
  ///
  /// A tab that is consumed in part leaves spaces that the source does not have; how many is said
  /// too.
  private func lineEnding(
    in line: Int, with words: ArraySlice<UInt8>
  ) -> (offset: Int, surplus: Int) {
    var surplus = words.prefix { $0 == UInt8(ascii: " ") }.count
    let start = lines.start(line)
    var offset = max(start, lines.end(line) - (words.count - surplus))
    while surplus > 0, offset > start, body.bytes[offset - 1] == UInt8(ascii: " ") {
      offset -= 1
      surplus -= 1
    }
    return (offset, surplus)
  }
}
