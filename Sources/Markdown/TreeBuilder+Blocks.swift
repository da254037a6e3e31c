import Bytes
import CCMark
import Diagnostics

extension TreeBuilder {
  /// Begins a block.
  /// - Returns: false where its children must not be read.
  mutating func enterBlock(_ node: OpaquePointer, _ type: cmark_node_type) -> Bool {
    let first = Int(cmark_node_get_start_line(node))
    switch type {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM:
      takeDefinitions(before: first)
      let prefix = linePrefix(first)
      guard blockFrames.count <= Self.depthLimit else {
        reportTooDeep(at: prefix.cursor.indentation.offset, first)
        nextLine = max(nextLine, Int(cmark_node_get_end_line(node)) + 1)
        return false
      }
      enterContainer(node, type, line: first, at: prefix.cursor)
    case CMARK_NODE_PARAGRAPH:
      takeDefinitions(before: first)
      beginText(lines: first...last(node))
      inlineFrames.append(
        InlineFrame(kind: .paragraph, base: 0, start: text.offset, isFlat: false))
    case CMARK_NODE_HEADING where first <= rewritten.rewriting.cells.count:
      cellNodes.append(node)
      return false
    case CMARK_NODE_HEADING:
      takeDefinitions(before: first)
      if let role = role(ofLine: first) {
        nextLine = max(nextLine, first + 1)
        if case .table(let index) = role { appendTable(index) }
        return false
      }
      let level = Int(cmark_node_get_heading_level(node))
      beginHeading(lines: first...last(node), level: level)
    default:
      takeDefinitions(before: first)
      appendLeaf(node, type, line: first)
    }
    return true
  }

  /// The last line of a node, never before its first.
  private func last(_ node: OpaquePointer) -> Int {
    let first = Int(cmark_node_get_start_line(node))
    return max(first, min(Int(cmark_node_get_end_line(node)), lines.count))
  }

  private mutating func enterContainer(
    _ node: OpaquePointer, _ type: cmark_node_type, line: Int, at cursor: LineCursor
  ) {
    let start = cursor.indentation.offset
    let kind = kind(of: type, line: line)
    containers.enter(type, line: line, at: cursor)
    switch type {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM:
      blockFrames.append(BlockFrame(kind: kind, start: start))
    default:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      let number = isOrdered ? Int(cmark_node_get_list_start(node)) : nil
      let isTight = cmark_node_get_list_tight(node) != 0
      blockFrames.append(
        BlockFrame(kind: .list(start: number, isTight: isTight), start: start))
    }
  }

  /// What an item or a quotation that begins on `line` is.
  private mutating func kind(of type: cmark_node_type, line: Int) -> BlockFrame.Kind {
    guard type == CMARK_NODE_ITEM else { return .quote }
    guard case .footnote(let index)? = role(ofLine: line) else { return .item }
    return .footnote(beginFootnote(index))
  }

  /// Ends a block that holds others or inlines.
  mutating func exitBlock(_ node: OpaquePointer, _ type: cmark_node_type) {
    let last = last(node)
    switch type {
    case CMARK_NODE_PARAGRAPH:
      finishParagraph()
    case CMARK_NODE_HEADING:
      finishHeading()
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM:
      if type != CMARK_NODE_LIST {
        takeDefinitions(before: last + 1)
      }
      containers.leave(type)
      guard blockFrames.count > 1, let frame = blockFrames.popLast() else { return }
      finish(frame, end: max(frame.start, lines.end(last)))
    default: break
    }
  }

  private mutating func finish(_ frame: BlockFrame, end: Int) {
    let end = trimmedEnd(frame.start..<end)
    switch frame.kind {
    case .document: break
    case .quote:
      let kind = frame.alert.map { Block.Kind.alert($0, frame.blocks) } ?? .blockQuote(frame.blocks)
      append(kind, frame.start, end)
    case .footnote(let index): document.footnotes[index].blocks = frame.blocks
    case .list where frame.items.isEmpty: break
    case .list(let start, let isTight):
      let list = ListBlock(start: start, isTight: isTight, items: frame.items)
      append(.list(list), frame.start, end)
    case .item:
      let item = ListItem(
        blocks: frame.blocks, task: frame.task, span: body.span(frame.start, end))
      blockFrames[blockFrames.count - 1].items.append(item)
    }
  }

  /// Adds a block to the one that is open.
  mutating func append(_ kind: Block.Kind, _ start: Int, _ end: Int) {
    let block = Block(kind: kind, span: body.span(start, end))
    blockFrames[blockFrames.count - 1].blocks.append(block)
  }

  /// The end of a range, white space at its end left out.
  func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, body.bytes[end - 1].isMarkdownSpace { end -= 1 }
    return end
  }

  mutating func reportTooDeep(at start: Int, _ line: Int) {
    guard !isTooDeep else { return }
    isTooDeep = true
    diagnostics.append(
      Diagnostic(
        .markdownTooDeep, "blocks nest deeper than \(Self.depthLimit) here",
        at: body.span(start, max(start, lines.end(line))),
        help: "a list and its item count as two; what lies deeper is left out"))
  }
}
