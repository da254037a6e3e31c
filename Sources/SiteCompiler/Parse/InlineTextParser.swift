import Bytes
import Diagnostics
import Documents
import Markdown
import SiteModel
import Values

/// Reads the short texts of YAML (titles, captions, notes) as inline Markdown.
struct InlineTextParser {
  /// The file that holds them.
  let source: SourceFile
  /// What the text of the page is read with.
  let options: MarkdownOptions

  /// The Markdown of a scalar, its parts at their places in the file.
  func parse(_ text: FrontMatter.Text) -> Outcome<MarkdownDocument> {
    let bytes = Array(text.text.utf8)
    let places = ScalarPlaces.align(bytes, with: source.bytes, from: text.span.range.lowerBound)
    let lines = InlineLines(bytes, places: places)
    return MarkdownParser.parse(
      text: lines.bytes.text, places: lines.places, file: text.span.file,
      options: options.forLine)
  }

  /// The Markdown of a mapping's value, or an empty text where it is none.
  func parse(_ node: Node?, _ diagnostics: inout [Diagnostic]) -> MarkdownDocument {
    guard let node, let text = node.text else { return MarkdownDocument() }
    return parse(FrontMatter.Text(text, at: node.span)).take(into: &diagnostics)
  }
}

extension MarkdownOptions {
  /// What a page's text is read with: everything, and the quotation marks of its language where
  /// they are known and wanted.
  init(of page: FrontMatter, in site: SiteConfiguration) {
    self.init()
    guard site.isSmart, let language = Language(tag: site.languageTag(of: page)) else { return }
    let marks = language.quotationMarks
    quotationMarks = QuotationMarks(
      double: .init(marks.opening, marks.closing),
      single: .init(marks.innerOpening, marks.innerClosing))
  }
}

/// Finds where in the source each byte of a YAML scalar's value stands.
enum ScalarPlaces {
  /// How far ahead an escape, a folded line's end or a block scalar's header may push a byte.
  private static let reach = 400

  /// The offset of each byte of `value` in `source`, and of its end.
  ///
  /// Escapes and folded lines make the value differ from its source, but never reorder it: each
  /// byte is the next one like it, or stands where the byte before it stood.
  static func align(_ value: [UInt8], with source: [UInt8], from start: Int) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(value.count + 1)
    var cursor = min(start, source.count)
    for byte in value {
      if cursor < source.count, source[cursor] == byte {
        places.append(cursor)
        cursor += 1
        continue
      }
      let window = source[cursor..<min(cursor + reach, source.count)]
      let isFolded = byte == .space || byte == .newline
      if let found = window.firstIndex(where: { $0 == byte || (isFolded && $0 == .newline) }) {
        places.append(found)
        cursor = found + 1
        // A folded line goes on behind its indentation.
        while isFolded, cursor < source.count, source[cursor] == .space { cursor += 1 }
      } else {
        places.append(cursor)
      }
    }
    places.append(cursor)
    return places
  }
}
