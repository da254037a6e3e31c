import Diagnostics
import Glibc
import Markdown

/// Reads whatever libFuzzer makes up, and traps where what comes of it is not sound.
///
///     Tests/Fuzz/run Markdown 3600
///
/// The first byte chooses what the text is read with; the rest is the text.
@main
struct MarkdownFuzzer {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, fuzzMarkdown))
  }
}

/// libFuzzer's loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private func fuzzMarkdown(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let data, size > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: size - 1))
  var options = data[0] & 1 == 0 ? MarkdownOptions() : .commonMark
  if data[0] & 2 != 0 {
    options.quotationMarks = .init(double: .init("“", "”"), single: .init("‘", "’"))
  }
  if data[0] & 4 != 0 {
    var places = Array(0...bytes.count)
    if data[0] & 8 != 0 { places = places.map { $0 / 2 } }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.count == bytes.count else { return 0 }
    check(
      MarkdownParser.parse(
        text: text, places: places, file: SourceFileID(0), options: options.forLine), bytes.count)
  } else {
    check(
      MarkdownParser.parse(
        bytes: bytes, range: 0..<bytes.count, file: SourceFileID(0), options: options),
      bytes.count)
  }
  return 0
}

/// Every place is in the file, and every index names something.
private func check(_ outcome: Outcome<MarkdownDocument>, _ size: Int) {
  let document = outcome.value
  func place(_ span: SourceSpan?) {
    guard let span else { return }
    precondition(span.range.upperBound <= size, "a place beyond the file")
  }
  func inlines(_ list: [Inline]) {
    for inline in list {
      switch inline {
      case .text(_, let span): place(span)
      case .softBreak, .lineBreak: break
      case .code(let index): place(document.codeSpans[index].span)
      case .html(let index): place(document.rawHTML[index].text.span)
      case .mention(let index):
        let mention = document.mentions[index]
        place(mention.span)
        for offset in mention.text.bytes.indices {
          precondition(mention.text.sourceOffset(of: offset) <= size)
        }
      case .footnote(let index):
        let reference = document.footnoteReferences[index]
        place(reference.span)
        if let footnote = reference.footnote { _ = document.footnotes[footnote] }
      case .abbreviation(let index, let children):
        place(document.abbreviations[index].expansion.span)
        inlines(children)
      case .emphasis(let children), .strong(let children), .strikethrough(let children):
        inlines(children)
      case .link(let index, let children), .image(let index, let children):
        place(document.links[index].destinationSpan)
        place(document.links[index].span)
        inlines(children)
      }
    }
  }
  func blocks(_ list: [Block]) {
    for block in list {
      place(block.span)
      switch block.kind {
      case .paragraph(let children): inlines(children)
      case .heading(let index): inlines(document.headings[index].inlines)
      case .blockQuote(let children), .alert(_, let children): blocks(children)
      case .list(let list): for item in list.items { blocks(item.blocks) }
      case .table(let table):
        for cell in table.head + table.rows.joined() {
          place(cell.span)
          inlines(cell.inlines)
        }
        precondition(table.rows.allSatisfy { $0.count <= table.alignments.count })
      case .fence(let index):
        for offset in document.fences[index].literal.indices {
          precondition(document.fences[index].sourceOffset(ofLiteral: offset) <= size)
        }
      case .html(let index): place(document.rawHTML[index].text.span)
      case .indentedCode, .thematicBreak: break
      }
    }
  }
  blocks(document.blocks)
  for footnote in document.footnotes { blocks(footnote.blocks) }
  for diagnostic in outcome.diagnostics { place(diagnostic.span) }
}
