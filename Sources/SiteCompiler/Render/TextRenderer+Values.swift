import Citations
import Diagnostics
import Markdown
import Markup
import SiteModel

extension TextRenderer {
  /// Writes code, or the value that stands in its place: a link to the row that it comes from.
  ///
  /// Where the row cites a source, the page's bibliography leads back to the first value that it
  /// stands behind.
  func write(_ span: CodeSpan, isLinked: Bool, to writer: inout MarkupWriter) {
    guard let words = span.words else {
      writer.element("code", text: span.text.string)
      return
    }
    guard isLinked, let value = values[span.span], let href = value.href else {
      return writer.text(words)
    }
    var mark: Fragment.Mark?
    var origin = value.origin
    if let citation = value.citation {
      if value.isFirstOfSource {
        mark = Fragment.Mark(id: "value.\(citation + 1)", subject: citation)
      }
      let words = citations[citation].segments.map(\.text.plain).joined()
      origin += words.hasPrefix("(") ? " " + words : " (\(words))"
    }
    if let mark { writer.mark(mark) }
    writer.element(
      "a",
      [
        "class": "value", "id": AttributeValue(mark?.id), "href": .text(href),
        "title": .text(origin),
      ], text: words)
  }
}
