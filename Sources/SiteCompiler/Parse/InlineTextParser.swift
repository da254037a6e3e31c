import Bytes
import Diagnostics
import Documents
import Markdown
import SiteModel

/// Reads the short texts of YAML (titles, captions, notes) as inline Markdown.
enum InlineTextParser {
  /// The Markdown of a scalar.
  ///
  /// Places are exact where the scalar stands in the file as it reads, which is the rule; one with
  /// escapes or folded lines points at itself as a whole.
  static func parse(_ text: FrontMatter.Text, in source: SourceFile) -> Outcome<MarkdownDocument> {
    let range = text.span.range
    let isVerbatim =
      range.upperBound <= source.bytes.count && source.bytes[range].elementsEqual(text.text.utf8)
    if isVerbatim {
      return MarkdownParser.parse(
        bytes: source.bytes, range: range, file: text.span.file, options: MarkdownOptions())
    }
    var outcome = MarkdownParser.parse(
      bytes: Array(text.text.utf8), range: 0..<text.text.utf8.count, file: text.span.file,
      options: MarkdownOptions())
    outcome.value = outcome.value.moved(to: text.span)
    outcome.diagnostics = outcome.diagnostics.map { $0.moved(to: text.span) }
    return outcome
  }

  /// The Markdown of a mapping's value, or an empty text where it is none.
  static func parse(
    _ node: Node?, in source: SourceFile, _ diagnostics: inout [Diagnostic]
  ) -> MarkdownDocument {
    guard let node, let text = node.text else { return MarkdownDocument() }
    return parse(FrontMatter.Text(text, at: node.span), in: source).take(into: &diagnostics)
  }
}
