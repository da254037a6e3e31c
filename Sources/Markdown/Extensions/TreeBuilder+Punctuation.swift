import Bytes

/// Quotation marks, dashes and ellipses as print has them, for those that keyboards have.
extension TreeBuilder {
  /// What stands in the place of some bytes of a text.
  struct Punctuation {
    let range: Range<Int>
    let words: String
  }

  private struct Quote {
    /// Its index in ``punctuation``.
    let index: Int
    let isDouble: Bool
    let canOpen: Bool
    let canClose: Bool
  }

  /// Works out what becomes of the marks in a block.
  mutating func resolvePunctuation(_ pieces: [Piece]) {
    punctuation.removeAll(keepingCapacity: true)
    guard let language = options.quotationMarks, marks.contains(.punctuation), !isLost else {
      return
    }
    var quotes: [Quote] = []
    collect(pieces, language, &quotes)
    // A quotation mark closes the nearest one of its kind that is open; single marks, which may be
    // apostrophes, close none beyond a quotation that is open within.
    var open: [Quote] = []
    for quote in quotes {
      let nearest = quote.isDouble ? open.lastIndex(where: \.isDouble) : open.indices.last
      if quote.canClose, let nearest, open[nearest].isDouble == quote.isDouble {
        let pair = quote.isDouble ? language.double : language.single
        replace(open[nearest].index, by: pair.opening)
        replace(quote.index, by: pair.closing)
        open.removeSubrange(nearest...)
      } else if quote.canOpen {
        open.append(quote)
      }
    }
  }

  private mutating func replace(_ index: Int, by words: String) {
    punctuation[index] = Punctuation(range: punctuation[index].range, words: words)
  }

  private mutating func collect(
    _ pieces: [Piece], _ language: MarkdownOptions.QuotationMarks, _ quotes: inout [Quote]
  ) {
    for piece in pieces {
      switch piece.kind {
      case .text where piece.marks.contains(.punctuation): collect(piece, language, &quotes)
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .image(_, let children):
        collect(children, language, &quotes)
      case .link(let index, let children) where document.links[index].form != .autolink:
        collect(children, language, &quotes)
      default: continue
      }
    }
  }

  private mutating func collect(
    _ piece: Piece, _ language: MarkdownOptions.QuotationMarks, _ quotes: inout [Quote]
  ) {
    let bytes = body.bytes
    let line = line(of: piece)
    var offset = piece.start
    while offset < piece.end {
      let byte = bytes[offset]
      var length = 1
      switch byte {
      case .backslash where !piece.isVerbatim: length = 2
      case .quote, .apostrophe:
        let flanking = Flanking(bytes, run: offset..<offset + 1, line: line)
        let before = flanking.before
        let isInner = before == "(" || before == "["
        let canOpen =
          flanking.isLeft && (!flanking.isRight || isInner) && before != "]" && before != ")"
        // Between letters stands an apostrophe, and before the digits of a year.
        let isApostrophe =
          byte == .apostrophe
          && (flanking.isRight && flanking.isLeft && !isInner
            || offset + 1 < piece.end && bytes[offset + 1].isASCIIDigit)
        if !isApostrophe {
          quotes.append(
            Quote(
              index: punctuation.count, isDouble: byte == .quote, canOpen: canOpen,
              canClose: flanking.isRight))
        }
        // What stands alone: an apostrophe, an inch.
        let alone =
          byte == .apostrophe ? "\u{2019}" : canOpen ? language.double.opening : "\""
        punctuation.append(Punctuation(range: offset..<offset + 1, words: alone))
      case UInt8(ascii: "-"), UInt8(ascii: "."):
        while offset + length < piece.end, bytes[offset + length] == byte { length += 1 }
        if let words = byte == UInt8(ascii: "-") ? Self.dashes(length) : Self.dots(length) {
          punctuation.append(Punctuation(range: offset..<offset + length, words: words))
        }
      default: break
      }
      offset += length
    }
  }

  /// Dashes for hyphens, as the reference parser makes them: three are an em dash, two an en dash.
  private static func dashes(_ count: Int) -> String? {
    guard count > 1 else { return nil }
    var em = 0
    var en = 0
    switch count {
    case _ where count.isMultiple(of: 3): em = count / 3
    case _ where count.isMultiple(of: 2): en = count / 2
    case _ where count % 3 == 2: (em, en) = ((count - 2) / 3, 1)
    default: (em, en) = ((count - 4) / 3, 2)
    }
    return String(repeating: "\u{2014}", count: em) + String(repeating: "\u{2013}", count: en)
  }

  private static func dots(_ count: Int) -> String? {
    guard count > 2 else { return nil }
    return String(repeating: "\u{2026}", count: count / 3)
      + String(repeating: ".", count: count % 3)
  }

  /// The words of a range with what stands in the place of its marks; nil where it has none.
  mutating func punctuated(_ range: Range<Int>, isVerbatim: Bool) -> String? {
    var index = punctuation.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    guard index < punctuation.count, punctuation[index].range.lowerBound < range.upperBound else {
      return nil
    }
    var result = ""
    var start = range.lowerBound
    func words(_ part: Range<Int>, _ builder: inout TreeBuilder) -> String {
      isVerbatim ? builder.string(part) : builder.decode(part).bytes.text
    }
    while index < punctuation.count, punctuation[index].range.lowerBound < range.upperBound {
      let mark = punctuation[index]
      result += words(start..<mark.range.lowerBound, &self) + mark.words
      start = min(mark.range.upperBound, range.upperBound)
      index += 1
    }
    return result + words(start..<range.upperBound, &self)
  }
}
