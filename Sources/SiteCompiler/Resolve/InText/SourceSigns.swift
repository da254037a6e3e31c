import Citations
import Markdown

/// Chooses which values of a text bear a sign that leads to their source.
///
/// A sign at every value would bury the sentence. So the first value of a paragraph bears it, for
/// each source that the paragraph does not cite in words; a list, a table and a footnote count as
/// one paragraph each. Headings and what stands in links bear none.
struct SourceSigns {
  /// Where a value stands.
  enum Place {
    /// In a paragraph, by its number.
    case paragraph(Int)
    /// In a line of its own, such as a heading or a caption.
    case line
    /// In a link or an image, where it can lead nowhere itself.
    case link
  }

  private var places: [Int: Place] = [:]
  /// The sources that each paragraph has said so far, by their keys.
  private var said: [Set<String>] = []

  /// - Parameter hasSigns: Whether the text may bear any; where it may not, it is all lines.
  init(_ document: MarkdownDocument, hasSigns: Bool) {
    func walk(_ block: Block) {
      switch block.kind {
      case .heading(let index): note(document.headings[index].inlines, in: .line, of: document)
      case .blockQuote(let blocks), .alert(_, let blocks): for block in blocks { walk(block) }
      default: note(block, in: hasSigns ? open() : .line, of: document)
      }
    }
    for block in document.blocks { walk(block) }
    for footnote in document.footnotes {
      let place = hasSigns ? open() : .line
      for block in footnote.blocks { note(block, in: place, of: document) }
    }
  }

  private mutating func open() -> Place {
    said.append([])
    return .paragraph(said.count - 1)
  }

  private mutating func note(_ block: Block, in place: Place, of document: MarkdownDocument) {
    switch block.kind {
    case .paragraph(let inlines): note(inlines, in: place, of: document)
    case .heading(let index): note(document.headings[index].inlines, in: .line, of: document)
    case .blockQuote(let blocks), .alert(_, let blocks):
      for block in blocks { note(block, in: place, of: document) }
    case .list(let list):
      for block in list.items.flatMap(\.blocks) { note(block, in: place, of: document) }
    case .table(let table):
      for cell in table.head { note(cell.inlines, in: .line, of: document) }
      for cell in table.rows.joined() { note(cell.inlines, in: place, of: document) }
    case .fence, .indentedCode, .thematicBreak, .html: break
    }
  }

  private mutating func note(_ inlines: [Inline], in place: Place, of document: MarkdownDocument) {
    for inline in inlines {
      switch inline {
      case .code(let index): places[index] = place
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .abbreviation(_, let children):
        note(children, in: place, of: document)
      case .link(_, let children), .image(_, let children):
        note(children, in: .link, of: document)
      case .mention(let index):
        if case .paragraph(let number) = place {
          said[number].formUnion(document.mentions[index].sourceKeys)
        }
      case .text, .softBreak, .lineBreak, .html, .footnote: break
      }
    }
  }

  /// Where the code span `index` stands.
  func place(ofSpan index: Int) -> Place { places[index] ?? .line }

  /// Whether the paragraph `number` has not said one of the sources `keys`, which it now does.
  mutating func say(_ keys: [String], in number: Int) -> Bool {
    defer { said[number].formUnion(keys) }
    return !said[number].isSuperset(of: keys)
  }
}

extension Mention {
  /// The keys of the sources that it cites.
  fileprivate var sourceKeys: [String] {
    let parser = CitationParser(text.bytes, escaped: escaped)
    return (isBracketed ? parser.group() : parser.inText())?.items.compactMap(\.sourceKey) ?? []
  }
}
