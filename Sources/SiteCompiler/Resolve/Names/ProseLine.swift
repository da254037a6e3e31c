import Bytes
import Diagnostics
import Markdown

/// A paragraph or heading as one run of words, which knows where each came from.
struct ProseLine {
  /// A stretch of the line that is one text of the document.
  struct Stretch {
    /// Where it begins in the line.
    let start: Int
    /// Its length in bytes.
    let count: Int
    /// The bytes of the file that stand for it.
    let span: SourceSpan
    /// Which element holds it: texts of one number are siblings.
    let element: Int
    /// The link in whose text it stands.
    let link: Int?
  }

  /// The words; a line's end is a space, what is no text a NUL.
  private(set) var bytes: [UInt8] = []
  /// The texts in order.
  private(set) var stretches: [Stretch] = []
  /// The links in order, each with where its text begins.
  private(set) var links: [(start: Int, link: Int)] = []
  /// Whether it is a heading.
  let isHeading: Bool
  /// Whether it stands in a quotation.
  let isQuotation: Bool
  private var elements = 0

  private init(
    _ inlines: [Inline], of document: MarkdownDocument, isHeading: Bool, isQuotation: Bool
  ) {
    self.isHeading = isHeading
    self.isQuotation = isQuotation
    append(inlines, of: document, element: 0, link: nil)
  }

  /// The paragraphs, headings and cells of `document` in order, those of its footnotes last.
  ///
  /// Every kind of block that holds text is met here, and nowhere else in this room.
  static func all(in document: MarkdownDocument) -> [ProseLine] {
    var lines: [ProseLine] = []
    func visit(_ blocks: [Block], _ isQuotation: Bool) {
      for block in blocks {
        switch block.kind {
        case .paragraph(let inlines):
          lines.append(
            ProseLine(inlines, of: document, isHeading: false, isQuotation: isQuotation))
        case .heading(let index):
          let inlines = document.headings[index].inlines
          lines.append(
            ProseLine(inlines, of: document, isHeading: true, isQuotation: isQuotation))
        case .blockQuote(let blocks): visit(blocks, true)
        case .alert(_, let blocks): visit(blocks, isQuotation)
        case .table(let table):
          for (row, cells) in ([table.head] + table.rows).enumerated() {
            for cell in cells {
              lines.append(
                ProseLine(
                  cell.inlines, of: document, isHeading: row == 0, isQuotation: isQuotation))
            }
          }
        case .list(let list): for item in list.items { visit(item.blocks, isQuotation) }
        case .fence, .indentedCode, .thematicBreak, .html: break
        }
      }
    }
    visit(document.blocks, false)
    for footnote in document.footnotes { visit(footnote.blocks, false) }
    return lines
  }

  private mutating func append(
    _ inlines: [Inline], of document: MarkdownDocument, element: Int, link: Int?
  ) {
    for inline in inlines {
      switch inline {
      case .text(let words, let span):
        stretches.append(
          Stretch(
            start: bytes.count, count: words.utf8.count, span: span, element: element, link: link))
        bytes.append(contentsOf: words.utf8)
      case .softBreak, .lineBreak: bytes.append(.space)
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .abbreviation(_, let children):
        nest(children, of: document, link: link)
      case .link(let index, let children):
        links.append((bytes.count, index))
        // The words of a bare address are the address.
        switch document.links[index].form {
        case .autolink, .bare: bytes.append(0)
        case .inline, .reference: nest(children, of: document, link: index)
        }
      case .code, .image, .html, .mention, .footnote: bytes.append(0)
      }
    }
  }

  private mutating func nest(_ children: [Inline], of document: MarkdownDocument, link: Int?) {
    elements += 1
    append(children, of: document, element: elements, link: link)
  }

  /// The stretch that holds the byte at `offset`, or nil where it belongs to none.
  func stretch(at offset: Int) -> Stretch? {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let found = stretches[low - 1]
    return offset < found.start + found.count ? found : nil
  }

  /// What stands in quotation marks that close in the same line: words of others, and titles.
  func quotedRanges() -> [Range<Int>] {
    guard bytes.contains(where: { $0 == .quote || $0 == 0xE2 || $0 == 0xC2 }) else { return [] }
    var ranges: [Range<Int>] = []
    var open: (start: Int, closers: [[UInt8]])?
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if let held = open, let closer = held.closers.first(where: { rest.starts(with: $0) }) {
        ranges.append(held.start..<index + closer.count)
        open = nil
        index += closer.count
      } else if open == nil, let pair = Self.marks.first(where: { rest.starts(with: $0.open) }) {
        open = (index, pair.closers)
        index += pair.open.count
      } else {
        index += 1
      }
    }
    return ranges
  }

  private static let marks: [(open: [UInt8], closers: [[UInt8]])] = [
    (Array("\"".utf8), [Array("\"".utf8)]), (Array("“".utf8), [Array("”".utf8)]),
    (Array("„".utf8), [Array("“".utf8), Array("”".utf8)]), (Array("«".utf8), [Array("»".utf8)]),
    (Array("»".utf8), [Array("«".utf8)]), (Array("‘".utf8), [Array("’".utf8)]),
    (Array("‚".utf8), [Array("‘".utf8), Array("’".utf8)]), (Array("‹".utf8), [Array("›".utf8)]),
  ]
}
