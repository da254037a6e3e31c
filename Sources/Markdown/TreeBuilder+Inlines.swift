import Bytes
import CCMark
import Diagnostics

extension TreeBuilder {
  /// An inline whose children are being read, or the block that holds them all.
  struct InlineFrame {
    enum Kind {
      case paragraph
      case heading(level: Int, start: Int)
      case emphasis, strong
      case link(Int)
      case image(Int)
      /// A link in angle brackets, and where it ends.
      case autolink(Int, end: Int)
    }

    let kind: Kind
    /// Where its children begin among the pieces.
    let base: Int
    /// The offset of its first byte.
    let start: Int
    /// Whether it is nested too deep to be kept; its children become its parent's.
    let isFlat: Bool
  }

  /// Begins an inline, or takes one without children whole.
  mutating func enterInline(_ node: OpaquePointer, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_TEXT: appendText(node)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: appendBreak(type)
    case CMARK_NODE_CODE: appendCode(node)
    case CMARK_NODE_EMPH: enterDelimited(.emphasis, count: 1)
    case CMARK_NODE_STRONG: enterDelimited(.strong, count: 2)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: enterLink(node, isImage: type == CMARK_NODE_IMAGE)
    default: appendInlineHTML(node)
    }
  }

  /// Ends an inline that has children.
  mutating func exitInline(_ type: cmark_node_type) {
    guard inlineFrames.count > 1, let frame = inlineFrames.popLast() else { return }
    switch frame.kind {
    case .paragraph, .heading: break
    case .emphasis:
      takeDelimiters(1)
      close(frame) { .emphasis($0) }
    case .strong:
      takeDelimiters(2)
      close(frame) { .strong($0) }
    case .link(let index):
      takeLinkTail(index, frame)
      close(frame) { .link(index, $0) }
    case .image(let index):
      takeLinkTail(index, frame)
      close(frame) { .image(index, $0) }
    case .autolink(let index, let end):
      text.advance(to: end)
      close(frame) { .link(index, $0) }
    }
  }

  /// Makes the pieces since a frame began its children.
  private mutating func close(_ frame: InlineFrame, _ make: ([Piece]) -> Piece.Kind) {
    guard !frame.isFlat else { return }
    let children = struck(Array(pieces[frame.base...]))
    pieces.removeSubrange(frame.base...)
    pieces.append(Piece(kind: make(children), start: frame.start, end: text.offset))
  }

  /// Says that the reader is not where the tree says it should be.
  ///
  /// No input is known that leads here; were there one, its block's places would be the block's
  /// own, and nothing worse.
  mutating func lose() {
    guard !isLost else { return }
    isLost = true
    lostBlocks += 1
    marks = []
  }

  private mutating func enterDelimited(_ kind: InlineFrame.Kind, count: Int) {
    let start = text.offset
    takeDelimiters(count)
    pushInline(kind, start: start)
  }

  /// Opens a frame, or one that keeps nothing where there are too many.
  mutating func pushInline(_ kind: InlineFrame.Kind, start: Int) {
    let isDeep = inlineFrames.count > Self.depthLimit
    if isDeep, !isTooDeep {
      isTooDeep = true
      diagnostics.append(
        Diagnostic(
          .markdownTooDeep, "emphasis and links nest deeper than \(Self.depthLimit) here",
          at: body.span(start, max(start, text.offset)),
          help: "an asterisk or underscore that is meant as such is written with a backslash"))
    }
    inlineFrames.append(
      InlineFrame(kind: kind, base: pieces.count, start: start, isFlat: isDeep))
  }

  private mutating func takeDelimiters(_ count: Int) {
    guard !isLost else { return }
    for _ in 0..<count {
      let byte = text.peek
      guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") else { return lose() }
      text.advance()
    }
  }

  private mutating func appendBreak(_ type: cmark_node_type) {
    let start = text.offset
    if !isLost {
      let isEscape = type == CMARK_NODE_LINEBREAK && text.take(.backslash)
      while text.peek.isMarkdownSpace, text.peek != .newline { text.advance() }
      if !text.take(.newline) { lose() }
      // Behind a backslash the indentation of a lazy line counts as words.
      if !isEscape { text.skipBlanks() }
    }
    let kind: Piece.Kind = type == CMARK_NODE_LINEBREAK ? .lineBreak : .softBreak
    pieces.append(Piece(kind: kind, start: start, end: text.offset))
  }

  private mutating func appendInlineHTML(_ node: OpaquePointer) {
    let literal = Self.literal(of: node)
    let start = text.offset
    var runs: [TextRun] = []
    for (index, byte) in literal.enumerated() where !isLost {
      guard text.peek == byte else {
        lose()
        break
      }
      let stretch = text.position.stretch
      text.advance()
      if text.position.stretch != stretch {
        if runs.isEmpty { runs.append(TextRun(text: 0, body: start)) }
        appendLineRuns(at: index + 1, to: &runs)
      }
    }
    let source =
      isLost
      ? SourceText(Array(literal), at: place(start, start))
      : sourceText(Array(literal), start, text.offset, runs)
    pieces.append(
      Piece(kind: .html(document.rawHTML.count), start: start, end: text.offset))
    document.rawHTML.append(RawHTML(text: source, isBlock: false))
  }

  /// The span of what was just read; the block's where the reader has lost its way.
  func place(_ start: Int, _ end: Int) -> SourceSpan {
    let extent = text.extent
    return isLost ? body.span(extent.lowerBound, extent.upperBound) : body.span(start, end)
  }

  /// The bytes that cmark holds for a node; good only as long as the node.
  static func literal(of node: OpaquePointer) -> UnsafeBufferPointer<UInt8> {
    guard let pointer = cmark_node_get_literal(node) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return bytes(of: pointer)
  }

  /// The bytes of a string of C, without the NUL at its end.
  static func bytes(of pointer: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    let raw = UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: raw, count: cmark_shim_length(pointer))
  }
}
