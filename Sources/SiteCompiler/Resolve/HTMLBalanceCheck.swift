import Diagnostics
import Markdown

/// Finds raw HTML whose tags do not pair up where they stand: a tag that closes nothing would close
/// the theme's own elements, and one that never closes would run on over the rest of the page.
struct HTMLBalanceCheck {
  private let document: MarkdownDocument
  private var diagnostics: [Diagnostic] = []

  /// Elements without content, which are never closed (HTML, 13.1.2).
  private static let void: Set<String> = [
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// A start tag that waits for its end.
  private struct OpenElement {
    let name: String
    let span: SourceSpan
  }

  private init(_ document: MarkdownDocument) {
    self.document = document
  }

  /// The tags of `document` that do not pair up within the block, list item or emphasis that holds
  /// them.
  static func check(_ document: MarkdownDocument) -> [Diagnostic] {
    guard !document.rawHTML.isEmpty else { return [] }
    var check = HTMLBalanceCheck(document)
    check.visit(document.blocks)
    for footnote in document.footnotes { check.visit(footnote.blocks) }
    return check.diagnostics
  }

  private mutating func visit(_ blocks: [Block]) {
    var open: [OpenElement] = []
    for block in blocks {
      switch block.kind {
      case .html(let index): read(document.rawHTML[index], &open)
      case .paragraph(let inlines): visit(inlines)
      case .heading(let index): visit(document.headings[index].inlines)
      case .blockQuote(let blocks), .alert(_, let blocks): visit(blocks)
      case .table(let table):
        for cell in table.head + table.rows.joined() { visit(cell.inlines) }
      case .list(let list):
        for item in list.items { visit(item.blocks) }
      default: continue
      }
    }
    reportUnclosed(open)
  }

  private mutating func visit(_ inlines: [Inline]) {
    var open: [OpenElement] = []
    for inline in inlines {
      switch inline {
      case .html(let index): read(document.rawHTML[index], &open)
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, let children), .abbreviation(_, let children):
        visit(children)
      default: continue
      }
    }
    reportUnclosed(open)
  }

  private mutating func read(_ html: RawHTML, _ open: inout [OpenElement]) {
    var scanner = HTMLTagScanner(html.text.bytes)
    while let tag = scanner.next() {
      // Elements that the site does not allow are reported as that.
      guard case .element(let name, let isEnd, _) = tag.kind, !Self.void.contains(name),
        HTMLPolicyCheck.elements.contains(name)
      else { continue }
      let span = html.text.span(of: tag.range)
      if !isEnd {
        open.append(OpenElement(name: name, span: span))
      } else if open.last?.name == name {
        open.removeLast()
      } else if let start = open.lastIndex(where: { $0.name == name }) {
        reportUnclosed(Array(open[(start + 1)...]))
        open.removeSubrange(start...)
      } else {
        diagnostics.append(
          Diagnostic(
            .htmlNotAllowed, "this '</\(name)>' closes nothing that is open here", at: span,
            help: "remove it, or open the element in the same block"))
      }
    }
  }

  private mutating func reportUnclosed(_ open: [OpenElement]) {
    for element in open {
      diagnostics.append(
        Diagnostic(
          .htmlNotAllowed, "this '<\(element.name)>' is never closed here", at: element.span,
          help: "close it with '</\(element.name)>' in the same block"))
    }
  }
}
