import Bytes
import Citations
import Diagnostics
import Markdown
import Markup
import SiteModel

/// Writes resolved text as HTML.
struct TextRenderer {
  /// The page's citations, formatted.
  let citations: [FormattedCitation]
  /// The values in the page's texts, by the places of their code spans.
  var values: [SourceSpan: ResolvedValue] = [:]
  /// How much raw HTML the site allows.
  let policy: SiteConfiguration.HTMLPolicy
  /// The words of the page's language.
  let words: InterfaceWords
  /// The language in which values, dates and estimates are said where that is not the page's, which
  /// has no words for them.
  var valueLanguage: String?
  /// Smaller copies of pictures, by the path of the picture from the site's root.
  var smallerPictures: [String: [MadePicture]] = [:]
  /// Whether links may be written; they may not where the text stands in a link, or on another
  /// page than its own.
  var isLinked = true
  /// What stands in the place of each block of the house, by the index of its fence.
  var figures: [Int: Fragment] = [:]

  /// The blocks of `text`, and its footnotes behind them.
  func blocks(of text: ResolvedText) -> Fragment {
    var writer = MarkupWriter()
    write(text.document.blocks, of: text, isTight: false, to: &writer)
    writeFootnotes(of: text, to: &writer)
    return writer.fragment
  }

  /// The words of `text` in a line: its paragraphs and headings without their elements.
  func line(of text: ResolvedText) -> Fragment {
    var writer = MarkupWriter()
    var isFirst = true
    for block in text.document.blocks {
      let inlines: [Inline]
      switch block.kind {
      case .paragraph(let children): inlines = children
      case .heading(let index): inlines = text.document.headings[index].inlines
      default: continue
      }
      if !isFirst { writer.text(" ") }
      isFirst = false
      write(inlines, of: text, isLinked: isLinked, to: &writer)
    }
    return writer.fragment
  }

  // MARK: Blocks

  func write(
    _ blocks: [Block], of text: ResolvedText, isTight: Bool, to writer: inout MarkupWriter
  ) {
    for (position, block) in blocks.enumerated() {
      if isTight, position > 0 { writer.newline() }
      write(block, of: text, isTight: isTight, to: &writer)
      if !isTight { writer.newline() }
    }
  }

  private func write(
    _ block: Block, of text: ResolvedText, isTight: Bool, to writer: inout MarkupWriter
  ) {
    switch block.kind {
    case .paragraph(let inlines):
      if !isTight { writer.open("p") }
      write(inlines, of: text, isLinked: isLinked, to: &writer)
      if !isTight { writer.close("p") }
    case .heading(let index): write(text.document.headings[index], of: text, to: &writer)
    case .blockQuote(let blocks):
      writer.element("blockquote") { writer in
        writer.newline()
        write(blocks, of: text, isTight: false, to: &writer)
      }
    case .alert(let kind, let blocks): write(kind, blocks, of: text, to: &writer)
    case .table(let table): write(table, of: text, to: &writer)
    case .list(let list): write(list, of: text, to: &writer)
    case .fence(let index):
      if let figure = figures[index] {
        writer.fragment(figure)
      } else {
        write(text.document.fences[index], to: &writer)
      }
    case .indentedCode(let code): write(code: code, language: "", to: &writer)
    case .thematicBreak: writer.empty("hr")
    case .html(let index): write(text.document.rawHTML[index], to: &writer)
    }
  }

  private func write(_ heading: Heading, of text: ResolvedText, to writer: inout MarkupWriter) {
    // The title is the page's only first-level heading.
    let name: StaticString =
      switch heading.level {
      case ...2: "h2"
      case 3: "h3"
      case 4: "h4"
      case 5: "h5"
      default: "h6"
      }
    let classes = heading.attributes.classes.map(\.text).joined(separator: " ")
    func pair(_ key: String) -> AttributeValue {
      AttributeValue(heading.attributes.pairs.first { $0.key.text == key }?.value.text)
    }
    let attributes: MarkupWriter.Attributes = [
      "id": .text(heading.id), "class": classes.isEmpty ? .absent : .text(classes),
      "lang": pair("lang"), "dir": pair("dir"), "title": pair("title"),
    ]
    writer.element(name, attributes) { writer in
      write(heading.inlines, of: text, isLinked: isLinked, to: &writer)
    }
  }

  private func write(_ list: ListBlock, of text: ResolvedText, to writer: inout MarkupWriter) {
    if let start = list.start {
      writer.open("ol", ["start": start == 1 ? .absent : AttributeValue(start)])
    } else {
      writer.open("ul")
    }
    writer.newline()
    for item in list.items {
      writer.element("li", ["class": item.task == nil ? .absent : "task"]) { writer in
        guard let isDone = item.task else {
          return write(item.blocks, of: text, isTight: list.isTight, to: &writer)
        }
        write(task: item, isDone, of: text, isTight: list.isTight, to: &writer)
      }
      writer.newline()
    }
    writer.close(list.start == nil ? "ul" : "ol")
  }

  private func write(_ fence: FencedBlock, to writer: inout MarkupWriter) {
    write(code: fence.text.string, language: fence.name.text, to: &writer)
  }

  /// Code scrolls in its own box, which the keyboard must reach.
  private func write(code: String, language: String, to writer: inout MarkupWriter) {
    writer.element("pre", ["tabindex": "0"]) { writer in
      let name: AttributeValue = language.isEmpty ? .absent : .text("language-" + language)
      writer.element("code", ["class": name], text: code)
    }
  }

  private func write(_ html: RawHTML, to writer: inout MarkupWriter) {
    if HTMLPolicyCheck.isAllowed(html, policy: policy) {
      // What an author notes for themselves is nobody else's to read.
      let words = policy == .safe ? HTMLPolicyCheck.withoutComments(html) : html.text.string
      writer.fragment(Fragment(allowedByPolicy: words))
    } else {
      writer.text(html.text.string)
    }
  }

  /// The box stands with the words, in their paragraph where they have one.
  private func write(
    task item: ListItem, _ isDone: Bool, of text: ResolvedText, isTight: Bool,
    to writer: inout MarkupWriter
  ) {
    guard !isTight, case .paragraph(let inlines)? = item.blocks.first?.kind else {
      writeTask(isDone, to: &writer)
      return write(item.blocks, of: text, isTight: isTight, to: &writer)
    }
    writer.element("p") { writer in
      writeTask(isDone, to: &writer)
      write(inlines, of: text, isLinked: isLinked, to: &writer)
    }
    writer.newline()
    write(Array(item.blocks.dropFirst()), of: text, isTight: false, to: &writer)
  }

  private func writeTask(_ isDone: Bool, to writer: inout MarkupWriter) {
    writer.empty(
      "input",
      [
        "type": "checkbox", "checked": isDone ? .flag : .absent, "disabled": .flag,
        "aria-label": .text(words[isDone ? "taskDone" : "taskOpen"]),
      ])
    writer.text(" ")
  }

  // MARK: Inlines

  func write(
    _ inlines: [Inline], of text: ResolvedText, isLinked: Bool, to writer: inout MarkupWriter
  ) {
    for inline in inlines {
      switch inline {
      case .text(let words, let span):
        write(words: words, at: span, of: text, isLinked: isLinked, to: &writer)
      case .softBreak: writer.newline()
      case .lineBreak:
        writer.empty("br")
        writer.newline()
      case .code(let index):
        write(text.document.codeSpans[index], isLinked: isLinked, to: &writer)
      case .emphasis(let children):
        writer.element("em") { write(children, of: text, isLinked: isLinked, to: &$0) }
      case .strong(let children):
        writer.element("strong") { write(children, of: text, isLinked: isLinked, to: &$0) }
      case .strikethrough(let children):
        writer.element("del") { write(children, of: text, isLinked: isLinked, to: &$0) }
      case .abbreviation(let index, let children):
        let expansion = text.document.abbreviations[index].expansion.text
        writer.element("abbr", ["title": .text(expansion)]) {
          write(children, of: text, isLinked: isLinked, to: &$0)
        }
      case .footnote(let index):
        write(text.document.footnoteReferences[index], of: text, isLinked: isLinked, to: &writer)
      case .link(let index, let children):
        write(link: index, children, of: text, isLinked: isLinked, to: &writer)
      case .image(let index, let children):
        write(image: index, alternative: children, of: text, to: &writer)
      case .html(let index): write(text.document.rawHTML[index], to: &writer)
      case .mention(let index): write(mention: index, of: text, isLinked: isLinked, to: &writer)
      }
    }
  }

  private func write(
    link index: Int, _ children: [Inline], of text: ResolvedText, isLinked: Bool,
    to writer: inout MarkupWriter
  ) {
    let title = AttributeValue(text.document.links[index].title)
    let attributes: (href: String, kind: AttributeValue)? =
      switch text.links[index] {
      case .page(let href, let isEntity): (href, isEntity ? "entity" : .absent)
      case .asset(let href, _): (href, .absent)
      case .external(let href): (href, "external")
      case .broken: nil
      }
    guard isLinked, let attributes else {
      return write(children, of: text, isLinked: isLinked, to: &writer)
    }
    writer.element(
      "a", ["class": attributes.kind, "href": .text(attributes.href), "title": title]
    ) { writer in
      write(children, of: text, isLinked: false, to: &writer)
    }
  }

  private func write(
    image index: Int, alternative: [Inline], of text: ResolvedText, to writer: inout MarkupWriter
  ) {
    let words = text.document.plainText(of: alternative)
    guard case .asset(let href, let picture) = text.links[index] else {
      return writer.text(words)
    }
    let title = AttributeValue(text.document.links[index].title)
    let sources = picture.map { self.sources(of: $0, href: href) } ?? ""
    let size = picture?.size
    writer.empty(
      "img",
      [
        "src": .text(href), "srcset": sources.isEmpty ? .absent : .text(sources),
        // A picture is as wide as the column, or on a phone as the screen.
        "sizes": sources.isEmpty ? .absent : "(min-width: 48rem) 42.5rem, 100vw",
        "alt": .text(words), "title": title,
        // With them nothing on the page moves when the picture comes.
        "width": AttributeValue(size.map { String($0.width) }),
        "height": AttributeValue(size.map { String($0.height) }), "loading": "lazy",
      ])
  }

  /// The smaller copies of a picture and the picture itself, each with its width; nothing where there
  /// are none.
  private func sources(of picture: ResolvedPicture, href: String) -> String {
    guard let copies = smallerPictures[picture.path], let size = picture.size else { return "" }
    // Copies lie beside the picture.
    let folder = href.lastIndex(of: "/").map { String(href[...$0]) } ?? ""
    let smaller = copies.map {
      "\(folder)\(PercentEncoding.encodePath(SitePath.name(of: $0.path))) \($0.width)w"
    }
    return (smaller + ["\(href) \(size.width)w"]).joined(separator: ", ")
  }

  private func write(
    mention index: Int, of text: ResolvedText, isLinked: Bool, to writer: inout MarkupWriter
  ) {
    let isLinked = isLinked && !text.document.mentions[index].isInLink
    switch text.mentions[index] {
    case .citation(let citation, let references):
      let mark = Fragment.Mark(id: "cite.\(citation + 1)", subject: citation)
      CitationRenderer.write(
        citations[citation], references: references, isLinked: isLinked,
        mark: self.isLinked ? mark : nil, to: &writer)
    case .crossReference(let reference):
      CitationRenderer.write(reference, isLinked: isLinked, to: &writer)
    case .text(let words): writer.text(words)
    }
  }
}
