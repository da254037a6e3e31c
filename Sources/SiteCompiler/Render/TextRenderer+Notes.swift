import Bytes
import Markdown
import Markup
import SiteModel

/// Footnotes and alerts.
extension TextRenderer {
  /// The id of one of the references to a footnote.
  static func noteReferenceID(_ footnote: Footnote, ordinal: Int) -> String {
    // No label makes the ids of two references one.
    ordinal > 1 ? "fnref.\(ordinal)-\(footnote.label.text)" : "fnref-\(footnote.label.text)"
  }

  /// Writes the number that refers to a footnote.
  func write(
    _ reference: FootnoteReference, of text: ResolvedText, isLinked: Bool,
    to writer: inout MarkupWriter
  ) {
    guard let index = reference.footnote, let number = text.document.footnotes[index].number else {
      return writer.text("[^\(reference.label.text)]")
    }
    let footnote = text.document.footnotes[index]
    let id = Self.noteReferenceID(footnote, ordinal: reference.ordinal)
    writer.element("sup", ["class": "footnote-ref", "id": .text(id)]) { writer in
      guard isLinked else { return writer.text(String(number)) }
      let attributes: MarkupWriter.Attributes = [
        "href": .text("#" + PercentEncoding.encodePath(footnote.id)),
        "role": "doc-noteref",
        "aria-label": .text("\(words["note"]) \(number)"),
      ]
      writer.element("a", attributes, text: String(number))
    }
  }

  /// Writes the footnotes that are referred to, in the order of their numbers.
  func writeFootnotes(of text: ResolvedText, to writer: inout MarkupWriter) {
    let used = text.document.footnotes.filter { $0.number != nil }
      .sorted { ($0.number ?? 0) < ($1.number ?? 0) }
    guard !used.isEmpty else { return }
    writer.element(
      "section", ["class": "footnotes", "role": "doc-endnotes", "aria-labelledby": "page.notes"]
    ) { writer in
      writer.newline()
      writer.element("h2", ["id": "page.notes"], text: words["notes"])
      writer.newline()
      writer.element("ol") { writer in
        writer.newline()
        for footnote in used {
          writer.element("li", ["id": .text(footnote.id)]) { writer in
            write(footnote, of: text, to: &writer)
          }
          writer.newline()
        }
      }
      writer.newline()
    }
    writer.newline()
  }

  /// The ways back stand at the end of the last paragraph, where there is one.
  private func write(
    _ footnote: Footnote, of text: ResolvedText, to writer: inout MarkupWriter
  ) {
    var blocks = footnote.blocks
    guard case .paragraph(let inlines)? = blocks.popLast()?.kind else {
      write(footnote.blocks, of: text, isTight: false, to: &writer)
      return writer.element("p") { writeBack(footnote, to: &$0) }
    }
    write(blocks, of: text, isTight: false, to: &writer)
    writer.element("p") { writer in
      write(inlines, of: text, isLinked: isLinked, to: &writer)
      writer.text(" ")
      writeBack(footnote, to: &writer)
    }
  }

  private func writeBack(_ footnote: Footnote, to writer: inout MarkupWriter) {
    let count = footnote.references.count
    writer.element("span", ["class": "backlinks"]) { writer in
      for ordinal in 1...max(1, count) {
        let place = Self.noteReferenceID(footnote, ordinal: ordinal)
        let suffix = count > 1 ? " \(ordinal)" : ""
        if ordinal > 1 { writer.text(" ") }
        let attributes: MarkupWriter.Attributes = [
          "href": .text("#" + PercentEncoding.encodePath(place)), "role": "doc-backlink",
          "aria-label": .text(words["noteBack"] + suffix),
        ]
        writer.element("a", attributes, text: "↩\u{FE0E}" + suffix)
      }
    }
  }

  /// Writes a note that is set apart.
  func write(
    _ kind: AlertKind, _ blocks: [Block], of text: ResolvedText, to writer: inout MarkupWriter
  ) {
    let (name, word): (StaticString, String) =
      switch kind {
      case .note: ("alert alert-note", "alertNote")
      case .tip: ("alert alert-tip", "alertTip")
      case .important: ("alert alert-important", "alertImportant")
      case .warning: ("alert alert-warning", "alertWarning")
      case .caution: ("alert alert-caution", "alertCaution")
      }
    writer.element("div", ["class": .text("\(name)"), "role": "note"]) { writer in
      writer.newline()
      writer.element("p", ["class": "alert-title"], text: words[word])
      writer.newline()
      write(blocks, of: text, isTight: false, to: &writer)
    }
  }
}
