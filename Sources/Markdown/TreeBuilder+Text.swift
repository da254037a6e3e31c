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
      pieces.append(Piece(kind: .literal(literal.text), start: start + 1, end: end - 1))
    } else if let piece = isLost ? nil : follow(literal) {
      marks.formUnion(piece.marks)
      // Text that was parted by marks which came to nothing is one.
      if let last = pieces.last, case .text = last.kind, case .text = piece.kind,
        last.end == piece.start, pieces.count > inlineFrames.last?.base ?? 0
      {
        pieces[pieces.count - 1] = Piece(
          kind: .text, start: last.start, end: piece.end,
          isVerbatim: last.isVerbatim && piece.isVerbatim, marks: last.marks.union(piece.marks))
      } else {
        pieces.append(piece)
      }
    } else {
      lose()
      pieces.append(Piece(kind: .literal(literal.text), start: start, end: start))
    }
  }

  /// Passes the source of a text that stands on the reader's line.
  /// - Returns: The text, or nil where something else stands there.
  private mutating func follow(_ literal: UnsafeBufferPointer<UInt8>) -> Piece? {
    let start = text.offset
    guard text.position.padding == 0, literal.count <= text.lineEnd - start,
      let marks = Self.compare(literal, body.bytes, at: start), !marks.contains(.escapes)
    else { return followEscapes(literal) }
    text.advance(to: start + literal.count)
    return Piece(kind: .text, start: start, end: start + literal.count, marks: marks)
  }

  /// Compares a text with its source.
  /// - Returns: What the text has that must be looked at, or nil where they differ.
  private static func compare(
    _ literal: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> TextMarks? {
    var marks: TextMarks = []
    var index = 0
    let count = literal.count
    guard let left = UnsafeRawPointer(literal.baseAddress),
      let right = UnsafeRawPointer(bytes.baseAddress).map({ $0 + start })
    else { return marks }
    while index < count {
      // Words come by the eight bytes.
      while index &+ 8 <= count {
        let word = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        guard word == right.loadUnaligned(fromByteOffset: index, as: UInt64.self) else {
          return nil
        }
        guard ByteWords.areWords(word) else { break }
        index &+= 8
      }
      let end = min(index &+ 8, count)
      while index < end {
        let byte = literal[index]
        guard byte == bytes[start &+ index] else { return nil }
        index &+= 1
        guard Self.interesting(byte) else { continue }
        marks.formUnion(Self.marks(of: byte, before: index, in: literal))
      }
    }
    return marks
  }

  /// The bytes of ``marks(of:before:in:)``, as bits.
  private static func interesting(_ byte: UInt8) -> Bool {
    let low: UInt64 = 0x0400_60C4_0000_0000
    let high: UInt64 = 0x4000_0000_3800_0001
    let bits = byte < 64 ? low : byte < 128 ? high : 0
    return (bits &>> UInt64(byte & 63)) & 1 != 0
  }

  private static func marks(
    of byte: UInt8, before index: Int, in literal: UnsafeBufferPointer<UInt8>
  ) -> TextMarks {
    func next(_ place: Int) -> UInt8 { place < literal.count ? literal[place] : 0 }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"): return .brackets
    case UInt8(ascii: "@"): return [.brackets, .addresses]
    case UInt8(ascii: "~"): return .tildes
    case UInt8(ascii: "\\"), UInt8(ascii: "&"): return .escapes
    case .quote, .apostrophe: return .punctuation
    case UInt8(ascii: "-"): return next(index) == byte ? .punctuation : []
    case UInt8(ascii: "."):
      if next(index) == byte, next(index + 1) == byte { return .punctuation }
      return index > 3 && literal[index - 2] | 0x20 == UInt8(ascii: "w") ? .addresses : []
    case UInt8(ascii: ":"): return next(index) == UInt8(ascii: "/") ? .addresses : []
    default: return []
    }
  }

  /// Passes the source of a text that has escapes or entities, or what is left of a tab.
  private mutating func followEscapes(_ literal: UnsafeBufferPointer<UInt8>) -> Piece? {
    let bytes = body.bytes
    let end = text.lineEnd
    let start = text.offset
    var offset = start
    var index = 0
    var isVerbatim = true
    var marks: TextMarks = []
    var isLiteral = false
    while text.position.padding > 0, index < literal.count, literal[index] == UInt8(ascii: " ") {
      isLiteral = true
      text.advance()
      index += 1
    }
    scan: while index < literal.count, offset < end {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\\") where offset + 1 < end && bytes[offset + 1].isASCIIPunctuation:
        guard bytes[offset + 1] == literal[index] else { break scan }
        isVerbatim = false
        offset += 2
        index += 1
        continue
      case UInt8(ascii: "&"):
        guard let entity = entities.entity(in: bytes, at: offset, before: end) else { break }
        guard literal[index...].starts(with: entity.bytes) else { break scan }
        isVerbatim = false
        offset += entity.length
        index += entity.bytes.count
        continue
      default: break
      }
      guard byte == literal[index] else { break }
      offset += 1
      index += 1
      if Self.interesting(byte) {
        marks.formUnion(Self.marks(of: byte, before: index, in: literal))
      }
    }
    guard index == literal.count else { return nil }
    text.advance(to: offset)
    if isLiteral { return Piece(kind: .literal(literal.text), start: start, end: offset) }
    return Piece(
      kind: .text, start: start, end: offset, isVerbatim: isVerbatim,
      marks: marks.subtracting(.escapes))
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

  /// Adds the stretch of a text that begins with the line where the reader is; what is left of a
  /// tab before it has a stretch of its own.
  func appendLineRuns(at count: Int, to runs: inout [TextRun]) {
    let padding = text.position.padding
    for offset in 0..<padding { runs.append(TextRun(text: count + offset, body: text.offset - 1)) }
    runs.append(TextRun(text: count + padding, body: text.offset))
  }

  /// Code and its places: lines are joined by a space, and one space at either end is left out.
  private mutating func codeText(
    _ literal: [UInt8], from start: BlockText.Position, to end: Int
  ) -> SourceText {
    let behind = text.position
    text.go(to: start)
    var runs = [TextRun(text: 0, body: start.offset)]
    var count = 0
    while text.position.stretch < behind.stretch || text.offset < end {
      let stretch = text.position.stretch
      text.advance()
      count += 1
      if text.position.stretch != stretch { appendLineRuns(at: count, to: &runs) }
    }
    text.go(to: behind)
    // What was left out at the front moves every stretch but the first.
    let isStripped = count == literal.count + 2
    if isStripped {
      for index in runs.indices {
        if index == 0 { runs[index].body += 1 } else { runs[index].text -= 1 }
      }
    }
    let first = start.offset + (isStripped ? 1 : 0)
    return sourceText(literal, first, max(first, end - (isStripped ? 1 : 0)), runs)
  }
}
