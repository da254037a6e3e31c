import Bytes
import Diagnostics

/// From pieces to inlines.
extension TreeBuilder {
  /// Ends a block's text.
  mutating func finishText() -> [Inline] {
    var finished: [Piece] = []
    swap(&finished, &pieces)
    inlineFrames.removeAll(keepingCapacity: true)
    finished = struck(finished)
    resolvePunctuation(finished)
    let inlines = convert(finished, isInLink: false)
    // The storage is given back for the next block.
    finished.removeAll(keepingCapacity: true)
    swap(&finished, &pieces)
    return inlines
  }

  /// The inlines of siblings; mentions among them are found here. Depth is bounded by
  /// ``depthLimit``.
  private mutating func convert(_ pieces: [Piece], isInLink: Bool) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(pieces.count)
    let extents = extents(among: pieces, isInLink: isInLink)
    guard !extents.isEmpty else {
      for piece in pieces { result.append(inline(piece, isInLink: isInLink)) }
      return result
    }
    var next = 0
    for piece in pieces {
      // What stands before, between and behind the extents that touch the piece.
      var start = piece.start
      while next < extents.count, extents[next].start < piece.end {
        let extent = extents[next]
        if extent.start >= piece.start {
          appendPart(of: piece, start..<extent.start, to: &result)
          append(extent, pieces, piece, isInLink: isInLink, to: &result)
        }
        start = max(start, min(extent.end, piece.end))
        guard extent.end <= piece.end else { break }
        next += 1
      }
      if start == piece.start {
        result.append(inline(piece, isInLink: isInLink))
      } else {
        appendPart(of: piece, start..<piece.end, to: &result)
      }
    }
    return result
  }

  /// Adds a part of a text.
  private mutating func appendPart(
    of piece: Piece, _ range: Range<Int>, to result: inout [Inline]
  ) {
    guard !range.isEmpty, case .text = piece.kind else { return }
    result.append(words(range, isVerbatim: piece.isVerbatim))
  }

  /// The words that a range of the source stands for.
  private mutating func words(_ range: Range<Int>, isVerbatim: Bool) -> Inline {
    let span = body.span(range.lowerBound, range.upperBound)
    if !punctuation.isEmpty, let words = punctuated(range, isVerbatim: isVerbatim) {
      return .text(words, span)
    }
    return .text(isVerbatim ? string(range) : decode(range).bytes.text, span)
  }

  private mutating func inline(_ piece: Piece, isInLink: Bool) -> Inline {
    switch piece.kind {
    case .text: return words(piece.start..<piece.end, isVerbatim: piece.isVerbatim)
    case .literal(let words): return .text(words, place(piece.start, piece.end))
    case .softBreak: return .softBreak
    case .lineBreak: return .lineBreak
    case .code(let index): return .code(index)
    case .html(let index): return .html(index)
    case .emphasis(let children): return .emphasis(convert(children, isInLink: isInLink))
    case .strong(let children): return .strong(convert(children, isInLink: isInLink))
    case .strikethrough(let children):
      return .strikethrough(convert(children, isInLink: isInLink))
    case .image(let index, let children):
      // What stands for an image is words: a note could not be reached from it.
      imageDepth += 1
      defer { imageDepth -= 1 }
      return .image(index, convert(children, isInLink: true))
    case .link(let index, let children):
      guard document.links[index].form == .autolink else {
        return .link(index, convert(children, isInLink: true))
      }
      // An address is no prose: an `@` in it begins nothing.
      var texts: [Inline] = []
      for child in children { texts.append(inline(child, isInLink: true)) }
      return .link(index, texts)
    }
  }

  /// Adds what an extent stands for.
  private mutating func append(
    _ extent: Extent, _ pieces: [Piece], _ piece: Piece, isInLink: Bool, to result: inout [Inline]
  ) {
    switch extent.kind {
    case .mention(let isBracketed, let locator, let words):
      result.append(.mention(document.mentions.count))
      appendMention(
        extent.start..<extent.end, isBracketed, locator, words ?? Words(), pieces,
        isInLink: isInLink)
    case .footnote(let label):
      result.append(.footnote(document.footnoteReferences.count))
      document.footnoteReferences.append(
        FootnoteReference(
          label: SourceWord(
            text: labelText(label), span: body.span(label.lowerBound, label.upperBound)),
          span: body.span(extent.start, extent.end), home: openFootnote))
    case .address(let destination, let words):
      let span = body.span(extent.start, extent.end)
      result.append(.link(document.links.count, [.text(words, span)]))
      document.links.append(
        LinkReference(
          kind: .link, form: .bare, destination: destination, title: nil, destinationSpan: span,
          labelSpan: nil, definition: nil, span: span))
    case .abbreviation(let index):
      let words = words(extent.start..<extent.end, isVerbatim: piece.isVerbatim)
      result.append(.abbreviation(index, [words]))
    }
  }

  private mutating func appendMention(
    _ range: Range<Int>, _ isBracketed: Bool, _ opening: Int?, _ found: Words, _ pieces: [Piece],
    isInLink: Bool
  ) {
    var words = found
    let inner =
      isBracketed ? range.lowerBound + 1..<range.upperBound - 1 : range
    var locator: Range<Int>?
    if let opening {
      append(pieces, inner.lowerBound..<opening, to: &words)
      let start = words.bytes.count
      append(pieces, opening..<inner.upperBound, to: &words)
      locator = start..<words.bytes.count
    } else if !isBracketed {
      append(pieces, inner, to: &words)
    }
    document.mentions.append(
      Mention(
        text: sourceText(words.bytes, inner.lowerBound, inner.upperBound, words.runs),
        isBracketed: isBracketed, locator: locator, escaped: words.escaped,
        isInLink: isInLink, span: body.span(range.lowerBound, range.upperBound)))
  }
}
