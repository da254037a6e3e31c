extension MarkdownDocument {
  /// The words of the paragraphs and headings without any markup, parted by spaces.
  public var plainText: String {
    var parts: [String] = []
    for block in blocks {
      switch block.kind {
      case .paragraph(let inlines): parts.append(plainText(of: inlines))
      case .heading(let index): parts.append(headings[index].plainText)
      default: continue
      }
    }
    return parts.joined(separator: " ")
  }

  /// The words of inlines without any markup; line ends become spaces, raw HTML, citations in
  /// brackets and references to footnotes are left out.
  public func plainText(of inlines: [Inline]) -> String {
    plainText(of: inlines, keepsCitations: false)
  }

  /// The words of inlines without any markup, with `mention` in the place of each citation and
  /// cross-reference, by its index in ``mentions``.
  public func plainText(of inlines: [Inline], saying mention: (Int) -> String) -> String {
    var result = ""
    withoutActuallyEscaping(mention) { mention in
      appendPlainText(of: inlines, .saying(mention), to: &result)
    }
    return result
  }

  /// The document with words in the place of some of its code spans, by their indexes.
  ///
  /// Ids of headings stay those of what was written, so that links hold when a value changes.
  public func saying(_ words: [Int: String]) -> MarkdownDocument {
    guard !words.isEmpty else { return self }
    var document = self
    for (index, words) in words where codeSpans.indices.contains(index) {
      document.codeSpans[index].words = words
    }
    for (index, heading) in headings.enumerated() {
      document.headings[index].plainText = document.plainText(of: heading.inlines)
    }
    return document
  }

  /// - Parameter keepsCitations: Whether citations in brackets stay as they are written.
  func plainText(of inlines: [Inline], keepsCitations: Bool) -> String {
    var result = ""
    appendPlainText(of: inlines, keepsCitations ? .kept : .leftOut, to: &result)
    return result
  }

  /// What becomes of citations and cross-references.
  private enum Mentions {
    /// Those in brackets are left out, the others stay as they are written.
    case leftOut
    /// All stay as they are written.
    case kept
    /// Words stand in their place.
    case saying((Int) -> String)
  }

  private func appendPlainText(
    of inlines: [Inline], _ mentions: Mentions, to result: inout String
  ) {
    for inline in inlines {
      switch inline {
      case .text(let words, _): result += words
      case .softBreak, .lineBreak: result += " "
      case .code(let index): result += codeSpans[index].words ?? codeSpans[index].text.string
      case .html: break
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, let children), .image(_, let children), .abbreviation(_, let children):
        appendPlainText(of: children, mentions, to: &result)
      case .footnote: break
      case .mention(let index): append(index, mentions, to: &result)
      }
    }
  }

  private func append(_ index: Int, _ kept: Mentions, to result: inout String) {
    let mention = mentions[index]
    switch kept {
    case .saying(let words):
      let said = words(index)
      if said.isEmpty, result.hasSuffix(" ") { result.removeLast() }
      result += said
    case .kept: result += mention.isBracketed ? "[\(mention.text.string)]" : mention.text.string
    case .leftOut:
      if !mention.isBracketed {
        result += mention.text.string
      } else if result.hasSuffix(" ") {
        result.removeLast()
      }
    }
  }
}
