import Bytes
import Diagnostics

@testable import Markdown

/// Checks that what a document says of places is so: that the source there reads as the tree does.
struct PlaceAudit {
  private let read: MarkedReading
  private(set) var faults: [String] = []

  init(_ read: MarkedReading) {
    self.read = read
    if read.reading.lostBlocks > 0 { faults.append("the reader lost its way") }
    audit(read.document.blocks)
    for heading in read.document.headings { audit(heading.inlines) }
    for footnote in read.document.footnotes {
      audit(footnote.blocks)
      expect(footnote.label.span, reads: footnote.label.text, "label")
    }
    for abbreviation in read.document.abbreviations {
      expect(abbreviation.label.span, reads: abbreviation.label.text, "label")
      expect(abbreviation.expansion.span, reads: abbreviation.expansion.text, "expansion")
    }
    for link in read.document.links { audit(link) }
    for definition in read.document.definitions {
      expect(definition.destination.span, reads: definition.destination.text, "definition")
    }
    for code in read.document.codeSpans { audit(code.text, "code span", joined: true) }
    for fence in read.document.fences { audit(fence.text, "fence", joined: false) }
    for html in read.document.rawHTML { audit(html.text, "HTML", joined: false) }
    for mention in read.document.mentions { audit(mention) }
  }

  private mutating func audit(_ blocks: [Block]) {
    for block in blocks {
      if block.span.range.upperBound > read.bytes.count { faults.append("a block ends nowhere") }
      switch block.kind {
      case .paragraph(let inlines): audit(inlines)
      case .blockQuote(let blocks), .alert(_, let blocks): audit(blocks)
      case .table(let table): audit(table)
      case .list(let list): for item in list.items { audit(item.blocks) }
      case .heading, .fence, .indentedCode, .thematicBreak, .html: break
      }
    }
  }

  private mutating func audit(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let words, let span): expect(span, reads: words, "text")
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .abbreviation(_, let children):
        audit(children)
      case .footnote(let index): audit(read.document.footnoteReferences[index])
      case .link(_, let children), .image(_, let children): audit(children)
      case .softBreak, .lineBreak, .code, .html, .mention: break
      }
    }
  }

  private mutating func audit(_ table: TableBlock) {
    for cell in table.head + table.rows.joined() {
      audit(cell.inlines)
      let whole = read.words(cell.span)
      if whole.contains("\n") || whole.first == " " || whole.last == " " {
        faults.append("cell '\(whole)'")
      }
    }
  }

  private mutating func audit(_ reference: FootnoteReference) {
    let whole = read.words(reference.span)
    if whole != "[^\(read.words(reference.label.span))]" { faults.append("footnote '\(whole)'") }
  }

  private mutating func audit(_ link: LinkReference) {
    let whole = read.words(link.span)
    switch link.form {
    case .bare:
      if !link.destination.hasSuffix(whole) { faults.append("address '\(whole)'") }
    case .autolink:
      let words = read.words(link.destinationSpan)
      if !link.destination.hasSuffix(words), !words.contains("&") {
        faults.append("autolink '\(words)' for '\(link.destination)'")
      }
      if whole != "<\(words)>" { faults.append("autolink '\(whole)'") }
    case .inline, .reference:
      expect(link.destinationSpan, reads: link.destination, "destination")
      let opener = link.kind == .image ? "![" : "["
      let isClosed = whole.hasSuffix(")") || whole.hasSuffix("]")
      if !whole.hasPrefix(opener) || !isClosed { faults.append("link '\(whole)'") }
      if link.form == .reference {
        if link.definition == nil { faults.append("no definition for '\(whole)'") }
        if read.words(link.labelSpan).isEmpty { faults.append("no label in '\(whole)'") }
      }
    }
  }

  private mutating func audit(_ mention: Mention) {
    let whole = read.words(mention.span)
    if mention.isBracketed != (whole.hasPrefix("[") && whole.hasSuffix("]")) {
      faults.append("mention '\(whole)'")
    }
    for (offset, byte) in mention.text.bytes.enumerated() {
      guard !mention.escaped.contains(offset), byte != .space else { continue }
      if read.bytes[mention.text.sourceOffset(of: offset)] != byte {
        faults.append("byte \(offset) of the mention '\(mention.text.string)'")
      }
    }
  }

  /// - Parameter joined: whether line ends have become spaces.
  private mutating func audit(_ text: SourceText, _ what: String, joined: Bool) {
    for (offset, byte) in text.bytes.enumerated() {
      let place = text.sourceOffset(of: offset)
      guard place < read.bytes.count else {
        if byte != .newline { faults.append("byte \(offset) of the \(what) '\(text.string)'") }
        continue
      }
      let source = read.bytes[place]
      let isLineEnd = source == .newline || source == .carriageReturn
      let isSpace = byte == .space && (source == .tab || joined && isLineEnd)
      if source == byte || isSpace || byte == .newline && isLineEnd { continue }
      // A line's end may be sought where a prefix follows it.
      if byte == .newline || joined && byte == .space { continue }
      faults.append("byte \(offset) of the \(what) '\(text.string)'")
    }
  }

  private mutating func expect(_ span: SourceSpan, reads words: String, _ what: String) {
    let source = read.words(span)
    if source == words { return }
    // Of a tab that the prefix took a part of, spaces are left.
    let before = span.range.lowerBound - 1
    if before >= 0, read.bytes[before] == .tab {
      let bare = words.drop { $0 == " " }
      if bare.count < words.count { return expect(span, reads: String(bare), what) }
    }
    // Words are read from left to right; in destinations entities come before escapes.
    let readings = [Self.unescape(source, entitiesFirst: true), Self.unescape(source)]
    if !readings.contains(words) {
      faults.append("\(what) '\(words)' is said to stand at '\(source)'")
    }
  }

  private static let entities = ["&copy;": "©", "&auml;": "ä", "&quot;": "\"", "&amp;": "&"]

  /// The source without escapes and the few entities that tests use.
  private static func unescape(_ source: String, entitiesFirst: Bool = false) -> String {
    guard !entitiesFirst else { return drop(source, escapes: true, entities: false, after: true) }
    return drop(source, escapes: true, entities: true, after: false)
  }

  private static func drop(
    _ source: String, escapes: Bool, entities: Bool, after entitiesDone: Bool
  ) -> String {
    let source =
      entitiesDone
      ? drop(source, escapes: false, entities: true, after: false) : source
    let bytes = Array(source.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let entity = Self.entities.first { bytes[index...].starts(with: $0.key.utf8) }
      if escapes, bytes[index] == .backslash, index + 1 < bytes.count,
        bytes[index + 1].isASCIIPunctuation
      {
        result.append(bytes[index + 1])
        index += 2
      } else if entities, let entity {
        result.append(contentsOf: Array(entity.value.utf8))
        index += entity.key.utf8.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result.text
  }
}
