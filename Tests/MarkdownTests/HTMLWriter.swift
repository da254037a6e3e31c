import Bytes

@testable import Markdown

/// Writes a document as CommonMark's examples have it, links as they are.
struct HTMLWriter {
  private let document: MarkdownDocument
  private var out: [UInt8] = []

  init(_ document: MarkdownDocument) {
    self.document = document
  }

  static func html(of document: MarkdownDocument) -> String {
    var writer = HTMLWriter(document)
    writer.write(document.blocks, isTight: false)
    writer.writeFootnotes()
    return writer.out.text
  }

  private mutating func put(_ text: String) { out.append(contentsOf: text.utf8) }

  private mutating func line() {
    if let last = out.last, last != .newline { out.append(.newline) }
  }

  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case .quote: put("&quot;")
      default: out.append(byte)
      }
    }
  }

  private mutating func address(_ text: String) {
    let plain = Array("-_.+!*(),%#@?=;:/,+$~[]".utf8)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "&") {
        put("&amp;")
      } else if byte == .apostrophe {
        put("&#x27;")
      } else if byte.isASCIIAlphanumeric
        || plain.contains(byte) && byte != UInt8(ascii: "[")
          && byte != UInt8(ascii: "]")
      {
        out.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        out.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
  }

  private mutating func write(_ blocks: [Block], isTight: Bool) {
    for block in blocks { write(block, isTight: isTight) }
  }

  private mutating func write(_ block: Block, isTight: Bool) {
    switch block.kind {
    case .paragraph(let inlines):
      guard !isTight else { return write(inlines) }
      line()
      put("<p>")
      write(inlines)
      put("</p>\n")
    case .heading(let index):
      let heading = document.headings[index]
      line()
      put("<h\(heading.level)>")
      write(heading.inlines)
      put("</h\(heading.level)>\n")
    case .blockQuote(let blocks):
      line()
      put("<blockquote>\n")
      write(blocks, isTight: false)
      line()
      put("</blockquote>\n")
    case .alert(_, let blocks): write(blocks, isTight: false)
    case .table(let table): write(table)
    case .list(let list): write(list)
    case .fence(let index):
      let fence = document.fences[index]
      let word = fence.info.utf8.prefix { $0 != .space && $0 &- 9 >= 5 }
      writeCode(fence.text.string, language: String(word) ?? "")
    case .indentedCode(let code): writeCode(code, language: "")
    case .thematicBreak:
      line()
      put("<hr />\n")
    case .html(let index):
      line()
      put(document.rawHTML[index].text.string)
      line()
    }
  }

  private mutating func writeCode(_ code: String, language: String) {
    line()
    put("<pre><code")
    if !language.isEmpty {
      put(" class=\"language-")
      escape(language)
      put("\"")
    }
    put(">")
    escape(code)
    put("</code></pre>\n")
  }

  private mutating func write(_ list: ListBlock) {
    line()
    let name = list.start == nil ? "ul" : "ol"
    put("<\(name)")
    if let start = list.start, start != 1 { put(" start=\"\(start)\"") }
    put(">\n")
    for item in list.items {
      line()
      put("<li>")
      if let isDone = item.task {
        put("<input type=\"checkbox\"\(isDone ? " checked=\"\"" : "") disabled=\"\" /> ")
      }
      write(item.blocks, isTight: list.isTight)
      put("</li>\n")
    }
    put("</\(name)>\n")
  }

  private mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let words, _): escape(words)
    case .softBreak: put("\n")
    case .lineBreak: put("<br />\n")
    case .code(let index):
      put("<code>")
      escape(document.codeSpans[index].text.string)
      put("</code>")
    case .emphasis(let children): wrap("em", children)
    case .strong(let children): wrap("strong", children)
    case .strikethrough(let children): wrap("del", children)
    case .abbreviation(_, let children): write(children)
    case .footnote(let index): write(reference: document.footnoteReferences[index])
    case .html(let index): put(document.rawHTML[index].text.string)
    case .mention(let index): escape(document.mentions[index].text.string)
    case .link(let index, let children):
      put("<a href=\"")
      address(document.links[index].destination)
      put("\"")
      writeTitle(index)
      put(">")
      write(children)
      put("</a>")
    case .image(let index, let children):
      put("<img src=\"")
      address(document.links[index].destination)
      put("\" alt=\"")
      escape(words(of: children))
      put("\"")
      writeTitle(index)
      put(" />")
    }
  }

  /// What stands for an image: its text, with tags as words, as the reference parser has it.
  private func words(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .html(let index): document.rawHTML[index].text.string
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, let children), .image(_, let children):
        words(of: children)
      default: document.plainText(of: [inline])
      }
    }.joined()
  }

  private mutating func writeTitle(_ index: Int) {
    guard let title = document.links[index].title else { return }
    put(" title=\"")
    escape(title)
    put("\"")
  }

  private mutating func wrap(_ name: String, _ children: [Inline]) {
    put("<\(name)>")
    write(children)
    put("</\(name)>")
  }
}

/// What GitHub's parser writes for its extensions.
extension HTMLWriter {
  fileprivate mutating func write(_ table: TableBlock) {
    line()
    put("<table>\n<thead>\n")
    writeRow(table.head, of: table, "th")
    put("</thead>\n")
    if !table.rows.isEmpty {
      put("<tbody>\n")
      for row in table.rows { writeRow(row, of: table, "td") }
      put("</tbody>\n")
    }
    put("</table>\n")
  }

  private mutating func writeRow(_ cells: [TableBlock.Cell], of table: TableBlock, _ name: String) {
    put("<tr>\n")
    for (column, alignment) in table.alignments.enumerated() {
      put("<\(name)")
      if let alignment { put(" align=\"\(alignment.rawValue)\"") }
      put(">")
      if column < cells.count { write(cells[column].inlines) }
      put("</\(name)>\n")
    }
    put("</tr>\n")
  }

  fileprivate mutating func write(reference: FootnoteReference) {
    guard let index = reference.footnote, let number = document.footnotes[index].number else {
      return escape("[^\(reference.label.text)]")
    }
    let label = document.footnotes[index].label.text
    put("<sup class=\"footnote-ref\"><a href=\"#fn-")
    address(label)
    put("\" id=\"fnref-")
    address(label)
    if reference.ordinal > 1 { put("-\(reference.ordinal)") }
    put("\" data-footnote-ref>\(number)</a></sup>")
  }

  fileprivate mutating func writeFootnotes() {
    let used = document.footnotes.filter { $0.number != nil }
      .sorted { ($0.number ?? 0) < ($1.number ?? 0) }
    guard !used.isEmpty else { return }
    line()
    put("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    for footnote in used {
      put("<li id=\"fn-")
      address(footnote.label.text)
      put("\">\n")
      let start = out.count
      write(footnote.blocks, isTight: false)
      var back = HTMLWriter(document)
      back.writeBack(footnote)
      if out.count > start, out.suffix(5).elementsEqual("</p>\n".utf8) {
        out.removeLast(5)
        put(" \(back.out.text)</p>\n")
      } else {
        put("\(back.out.text)\n")
      }
      put("</li>\n")
    }
    put("</ol>\n</section>\n")
  }

  private mutating func writeBack(_ footnote: Footnote) {
    let number = footnote.number ?? 0
    for ordinal in 1...max(1, footnote.references.count) {
      let suffix = ordinal > 1 ? "-\(ordinal)" : ""
      if ordinal > 1 { put(" ") }
      put("<a href=\"#fnref-")
      address(footnote.label.text)
      put("\(suffix)\" class=\"footnote-backref\" data-footnote-backref ")
      put("data-footnote-backref-idx=\"\(number)\(suffix)\" ")
      put("aria-label=\"Back to reference \(number)\(suffix)\">↩")
      if ordinal > 1 { put("<sup class=\"footnote-ref\">\(ordinal)</sup>") }
      put("</a>")
    }
  }
}
