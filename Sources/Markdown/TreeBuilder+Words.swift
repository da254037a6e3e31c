import Bytes

/// Words put together from pieces of the source.
extension TreeBuilder {
  struct Words {
    var bytes: [UInt8] = []
    var runs: [TextRun] = []
    /// Offsets of bytes that were written as escapes or entities.
    var escaped: [Int] = []
  }

  /// The words that a range of the source stands for, which is on one line.
  mutating func decode(_ range: Range<Int>) -> Words {
    var words = Words()
    append(range, to: &words)
    return words
  }

  private mutating func append(_ range: Range<Int>, to words: inout Words) {
    var offset = range.lowerBound
    var isContinued = false
    func begin(_ words: inout Words, _ source: Int) {
      words.runs.append(TextRun(text: words.bytes.count, body: source))
    }
    while offset < range.upperBound {
      let byte = body.bytes[offset]
      if byte == .backslash, offset + 1 < range.upperBound,
        body.bytes[offset + 1].isASCIIPunctuation
      {
        begin(&words, offset + 1)
        words.escaped.append(words.bytes.count)
        words.bytes.append(body.bytes[offset + 1])
        offset += 2
        isContinued = true
      } else if byte == UInt8(ascii: "&"),
        let entity = entities.entity(in: body.bytes, at: offset, before: range.upperBound)
      {
        begin(&words, offset)
        for place in entity.bytes.indices { words.escaped.append(words.bytes.count + place) }
        words.bytes.append(contentsOf: entity.bytes)
        offset += entity.length
        isContinued = false
      } else {
        if !isContinued { begin(&words, offset) }
        isContinued = true
        let start = offset
        repeat {
          offset += 1
        } while offset < range.upperBound
          && body.bytes[offset] != UInt8(ascii: "\\") && body.bytes[offset] != UInt8(ascii: "&")
        words.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: body.bytes[start..<offset]))
      }
    }
  }

  /// Adds the words of what lies in `range`, markup left out.
  mutating func append(_ pieces: [Piece], _ range: Range<Int>, to words: inout Words) {
    // Pieces are in order; those before the range are passed over by halves.
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].end <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    for piece in pieces[low...] {
      guard piece.start < range.upperBound else { break }
      switch piece.kind {
      case .text:
        append((piece.start..<piece.end).clamped(to: range), to: &words)
      case .softBreak, .lineBreak:
        words.runs.append(TextRun(text: words.bytes.count, body: piece.start))
        words.bytes.append(.space)
      case .code(let index):
        // Its places are those of the whole: no key begins in code.
        let code = document.codeSpans[index].text.bytes
        words.runs.append(TextRun(text: words.bytes.count, body: piece.start))
        words.escaped.append(contentsOf: words.bytes.count..<words.bytes.count + code.count)
        words.bytes.append(contentsOf: code)
      case .html, .literal: break
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, let children), .image(_, let children):
        append(children, range, to: &words)
      }
    }
  }
}
