import Bytes
import CCMark
import Diagnostics

extension TreeBuilder {
  /// Makes a heading's words the text to read.
  mutating func beginHeading(lines range: ClosedRange<Int>, level: Int) {
    let start = linePrefix(range.lowerBound).cursor.indentation.offset
    let underline = underline(of: range)
    if let underline {
      beginText(lines: range.lowerBound...underline - 1)
      nextLine = max(nextLine, underline + 1)
    } else {
      beginText(lines: range)
      let end = text.lineEnd
      var first = start
      while first < end, body.bytes[first] == UInt8(ascii: "#") { first += 1 }
      text.advance(to: first)
      text.skipBlanks()
    }
    let frame = InlineFrame(
      kind: .heading(level: level, start: underline == nil ? start : text.offset), base: 0,
      start: text.offset, isFlat: false)
    inlineFrames.append(frame)
  }

  /// The line that underlines a heading; nil where it begins with number signs.
  ///
  /// cmark closes such a heading one line late, but not at the end of the text.
  private mutating func underline(of range: ClosedRange<Int>) -> Int? {
    guard range.count > 1 else { return nil }
    let last = range.upperBound
    guard range.count > 2, isUnderline(last - 1) else { return isUnderline(last) ? last : last - 1 }
    guard last >= lines.count - 1, isUnderline(last) else { return last - 1 }
    // Below definitions alone, what looks like an underline is words.
    loadText(range.lowerBound...last - 2)
    while text.peek == UInt8(ascii: "["), text.scanDefinition() != nil {}
    return text.isAtEnd ? last : last - 1
  }

  /// Whether a line, without its prefix, is all `=` or all `-`.
  private func isUnderline(_ line: Int) -> Bool {
    let prefix = linePrefix(line)
    let indent = prefix.cursor.indentation
    let words = body.bytes[indent.offset..<trimmedEnd(indent.offset..<prefix.cursor.end)]
    guard !prefix.isLazy, indent.columns < 4, let mark = words.first else { return false }
    return (mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"))
      && words.allSatisfy { $0 == mark }
  }

  /// Ends a heading.
  mutating func finishHeading() {
    guard case .heading(let level, let start)? = inlineFrames.first?.kind else { return }
    let attributes = options.headingAttributes ? takeHeadingAttributes() : Attributes()
    let plain = unpunctuatedWords()
    let inlines = finishText()
    let words = plain ?? document.plainText(of: inlines, keepsCitations: true)
    let end = trimmedEnd(start..<max(start, lines.end(nextLine - 1)))
    append(.heading(document.headings.count), start, end)
    document.headings.append(
      Heading(
        level: level, id: HeadingID.make(from: words), attributes: attributes,
        inlines: inlines, plainText: document.plainText(of: inlines), span: body.span(start, end)))
  }

  /// The heading's words before quotation marks and dashes take their places in them, which its id
  /// is to know nothing of; nil where there are none.
  private mutating func unpunctuatedWords() -> String? {
    guard options.quotationMarks != nil, marks.contains(.punctuation), let last = pieces.last else {
      return nil
    }
    var words = Words()
    append(pieces, inlineFrames[0].start..<max(inlineFrames[0].start, last.end), to: &words)
    return words.bytes.text
  }

  /// Takes the attributes at the end of a heading from its pieces.
  private mutating func takeHeadingAttributes() -> Attributes {
    guard !isLost, let last = pieces.last, case .text = last.kind, last.end > 0,
      body.bytes[last.end - 1] == UInt8(ascii: "}")
    else { return Attributes() }
    // Braces that are no attributes are words; none of use are longer than this.
    let line = text.stretches[min(text.stretchIndex(at: last.end), text.stretches.count - 1)]
    let from = max(line.lowerBound, inlineFrames[0].start, last.end - 1000)
    for start in from..<last.end where body.bytes[start] == UInt8(ascii: "{") {
      guard start == inlineFrames[0].start || body.bytes[start - 1].isMarkdownSpace else {
        continue
      }
      var scanner = AttributeScanner(body: body, range: start..<last.end)
      guard let attributes = scanner.scanAttributes(), scanner.isAtEnd else { continue }
      return cutPieces(at: start) ? attributes : Attributes()
    }
    return Attributes()
  }

  /// Leaves out what begins at `start` or later, and the white space before it.
  /// - Returns: false where `start` lies within emphasis or a link.
  private mutating func cutPieces(at start: Int) -> Bool {
    guard let index = pieces.lastIndex(where: { $0.start <= start }),
      case .text = pieces[index].kind
    else { return false }
    let piece = pieces[index]
    pieces.removeSubrange(index...)
    let end = trimmedEnd(piece.start..<start)
    if end > piece.start {
      pieces.append(
        Piece(
          kind: .text, start: piece.start, end: end, isVerbatim: piece.isVerbatim,
          marks: piece.marks))
    }
    return true
  }

  /// Gives every heading an id: the author's, or GitHub's, which yields to the author's.
  mutating func assignHeadingIDs() {
    var places: [String: SourceSpan] = [:]
    var taken: Set<String> = []
    for index in document.headings.indices {
      guard let id = document.headings[index].explicitID else { continue }
      document.headings[index].id = id.text
      taken.insert(id.text)
      if let first = places[id.text] {
        diagnostics.append(
          Diagnostic(
            .idDuplicate, "the id '\(id.text)' is given twice on this page", at: id.span,
            labels: [Diagnostic.Label(first, "it is given here first")],
            help: "a link could reach only the first; give one of them another id"))
      } else {
        places[id.text] = id.span
      }
    }
    for footnote in document.footnotes { taken.insert(footnote.id) }
    for fence in document.fences {
      if let id = fence.attributes.id { taken.insert(id.text) }
    }
    var counts: [String: Int] = [:]
    for index in document.headings.indices where document.headings[index].explicitID == nil {
      let stem = document.headings[index].id
      var id = stem
      while taken.contains(id) {
        counts[stem, default: 0] += 1
        id = "\(stem)-\(counts[stem, default: 0])"
      }
      taken.insert(id)
      document.headings[index].id = id
    }
  }
}
