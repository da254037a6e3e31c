import Bytes
import CCMark
import Diagnostics

extension TreeBuilder {
  /// Takes words: follows them through the source, past escapes and entities.
  mutating func appendText(_ node: OpaquePointer) {
    let literal = Self.literal(of: node)
    let start = text.offset
    if case .autolink(_, let end)? = inlineFrames.last?.kind {
      // Its text is the address, in which backslashes escape nothing.
      let piece = Piece(
        kind: .text(literal.text), start: start + 1, end: end - 1, isVerbatim: false)
      pieces.append(piece)
      return
    }
    var isVerbatim = true
    if !isLost { isVerbatim = follow(literal) }
    pieces.append(
      Piece(
        kind: .text(literal.text), start: start, end: text.offset, isVerbatim: isVerbatim))
  }

  /// Passes the source of a text that stands on the reader's line.
  /// - Returns: whether it stands there as it is.
  private mutating func follow(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = body.bytes
    let end = text.lineEnd
    var offset = text.offset
    var index = 0
    var isVerbatim = true
    while index < literal.count, offset < end {
      let byte = bytes[offset]
      if byte == .backslash, offset + 1 < end, bytes[offset + 1].isASCIIPunctuation {
        guard bytes[offset + 1] == literal[index] else { break }
        isVerbatim = false
        offset += 2
        index += 1
      } else if byte == UInt8(ascii: "&"),
        let entity = entities.entity(in: bytes, at: offset, before: end)
      {
        guard literal[index...].starts(with: entity.bytes) else { break }
        isVerbatim = false
        offset += entity.length
        index += entity.bytes.count
      } else {
        guard byte == literal[index] else { break }
        if byte == UInt8(ascii: "@") {
          hasMarks = true
        } else if byte == UInt8(ascii: "["), offset > 0, bytes[offset - 1] == UInt8(ascii: "]") {
          hasMarks = true
        }
        offset += 1
        index += 1
      }
    }
    if index < literal.count { lose() }
    text.advance(to: offset)
    return isVerbatim
  }

  /// Takes code within a line.
  mutating func appendCode(_ node: OpaquePointer) {
    let literal = Array(Self.literal(of: node))
    let start = text.offset
    var source = SourceText(literal, at: place(start, start))
    if !isLost {
      if let content = takeCode() {
        source = codeText(literal, from: content.start, to: content.end)
      } else {
        lose()
      }
    }
    if isLost { source = SourceText(literal, at: place(start, start)) }
    pieces.append(Piece(kind: .code(document.codeSpans.count), start: start, end: text.offset))
    document.codeSpans.append(CodeSpan(text: source, span: place(start, text.offset)))
  }

  /// Passes a code span.
  /// - Returns: Where its content begins and ends.
  private mutating func takeCode() -> (start: BlockText.Position, end: Int)? {
    var fence = 0
    while text.take(UInt8(ascii: "`")) { fence += 1 }
    guard fence > 0 else { return nil }
    let start = text.position
    while !text.isAtEnd {
      let end = text.offset
      var count = 0
      while text.take(UInt8(ascii: "`")) { count += 1 }
      if count == fence { return (start, end) }
      if count == 0 { text.advance() }
    }
    return nil
  }

  /// Code and its places: lines are joined by a space, and one space at either end is left out.
  private mutating func codeText(
    _ literal: [UInt8], from start: BlockText.Position, to end: Int
  ) -> SourceText {
    let behind = text.position
    text.go(to: start)
    var runs = [run(text: 0, source: start.offset)]
    var count = 0
    while text.offset != end || text.position.stretch < behind.stretch && count < literal.count {
      let stretch = text.position.stretch
      text.advance()
      count += 1
      if text.position.stretch != stretch { runs.append(run(text: count, source: text.offset)) }
      if text.position.stretch == behind.stretch, text.offset >= end { break }
    }
    text.go(to: behind)
    // What was left out at the front moves every stretch but the first.
    let isStripped = count == literal.count + 2
    if isStripped {
      runs = runs.enumerated().map { index, held in
        index == 0
          ? SourceText.Run(text: 0, source: held.source + 1)
          : SourceText.Run(text: held.text - 1, source: held.source)
      }
    }
    let first = start.offset + (isStripped ? 1 : 0)
    let span = body.span(first, max(first, end - (isStripped ? 1 : 0)))
    return SourceText(literal, at: span, runs: runs.count > 1 ? runs : [])
  }
}
