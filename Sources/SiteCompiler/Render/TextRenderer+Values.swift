import Citations
import Diagnostics
import Markdown
import Markup
import SiteModel

extension TextRenderer {
  /// Writes code, or the value that stands in its place: a link to the row that it comes from, and
  /// behind it the signs that lead to what the row cites.
  func write(_ span: CodeSpan, isLinked: Bool, to writer: inout MarkupWriter) {
    guard let shown = span.words else {
      writer.element("code", text: span.text.string)
      return
    }
    guard isLinked, let value = values[span.span], let href = value.href else {
      return writeWords(shown, to: &writer)
    }
    var origin = value.origin
    if !value.citations.isEmpty {
      let cited = value.citations.map(words(ofCitation:)).joined(separator: "; ")
      origin += cited.hasPrefix("(") ? " " + cited : " (\(cited))"
    }
    // An element has one id, to which the ways of all its sources lead.
    let id = value.returns.first?.id
    for way in value.returns {
      writer.mark(Fragment.Mark(id: id ?? way.id, subject: way.citation))
    }
    writer.element(
      "a",
      [
        "class": "value", "id": AttributeValue(id), "href": .text(href),
        "title": .text(origin),
      ]
    ) { writeWords(shown, to: &$0) }
    for sign in value.signs { write(sign, to: &writer) }
  }

  /// Writes the words of a value, apart from a text in another language: in one that runs the other
  /// way they would else change places with what stands beside them.
  private func writeWords(_ words: String, to writer: inout MarkupWriter) {
    guard let valueLanguage else { return writer.text(words) }
    writer.element("bdi", ["lang": .text(valueLanguage)], text: words)
  }

  private func words(ofCitation index: Int) -> String {
    citations[index].segments.map(\.text.plain).joined()
  }

  /// A double dagger, as printers set it: a letter, a digit or a plain dagger beside a figure would
  /// be read as a part of it, or as a death. Numbered citations are signs already. In print the
  /// citation stands in full, since there is nothing to follow.
  private func write(_ sign: ResolvedValue.Way, to writer: inout MarkupWriter) {
    let segments = citations[sign.citation].segments
    let keys = segments.compactMap { segment -> String? in
      if case .source(let key) = segment.reference { return key }
      return nil
    }
    guard let key = keys.first else { return }
    writer.mark(Fragment.Mark(id: sign.id, subject: sign.citation))
    let cited = words(ofCitation: sign.citation)
    let isNumber = cited.hasPrefix("[")
    writer.element(
      "a",
      [
        "class": isNumber ? "value-source number" : "value-source", "id": .text(sign.id),
        "href": .text("#" + CitationRenderer.entryAnchor(key)), "title": .text(cited),
        "aria-label": .text("\(words["source"]): \(cited)"),
      ], text: isNumber ? cited : "\u{2021}")
  }
}
