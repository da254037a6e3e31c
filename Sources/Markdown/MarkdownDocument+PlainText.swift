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

  /// The words of inlines without any markup; line ends become spaces, raw HTML is left out.
  public func plainText(of inlines: [Inline]) -> String {
    var result = ""
    appendPlainText(of: inlines, to: &result)
    return result
  }

  private func appendPlainText(of inlines: [Inline], to result: inout String) {
    for inline in inlines {
      switch inline {
      case .text(let words, _): result += words
      case .softBreak, .lineBreak: result += " "
      case .code(let index): result += codeSpans[index].text.string
      case .html: break
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, let children), .image(_, let children), .abbreviation(_, let children):
        appendPlainText(of: children, to: &result)
      case .footnote(let index):
        let reference = footnoteReferences[index]
        if reference.footnote == nil { result += "[^\(reference.label.text)]" }
      case .mention(let index):
        let mention = mentions[index]
        result += mention.isBracketed ? "[\(mention.text.string)]" : mention.text.string
      }
    }
  }
}
