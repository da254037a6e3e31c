import Bytes
import Citations
import Markup
import SiteModel

/// Writes formatted citations and bibliography entries as markup.
enum CitationRenderer {
  /// The id of a source's entry in a page's bibliography.
  static func entryID(_ key: String) -> String { "ref-" + key }

  /// The same as the anchor of an address.
  static func entryAnchor(_ key: String) -> String { PercentEncoding.encodePath(entryID(key)) }

  /// Writes a citation whose parts lead to the bibliography.
  /// - Parameters:
  ///   - references: What its cross-references refer to, in the order of its segments.
  ///   - isLinked: Whether its parts may be links, which they may not be within one.
  ///   - mark: By what the bibliography leads back to it; nil where it does not.
  static func write(
    _ citation: FormattedCitation, references: [ResolvedReference?] = [], isLinked: Bool = true,
    mark: Fragment.Mark? = nil, to writer: inout MarkupWriter
  ) {
    var references = references[...]
    if let mark { writer.mark(mark) }
    let attributes: MarkupWriter.Attributes = ["class": "citation", "id": AttributeValue(mark?.id)]
    writer.element("span", attributes) { writer in
      for segment in citation.segments {
        switch segment.reference {
        case .none, .missing: write(segment.text, isLinked: isLinked, to: &writer)
        case .source(let key):
          guard isLinked else {
            write(segment.text, isLinked: false, to: &writer)
            continue
          }
          writer.element("a", ["href": .text("#" + entryAnchor(key))]) { writer in
            write(segment.text, isLinked: false, to: &writer)
          }
        case .crossReference(let reference):
          guard let found = references.popFirst() ?? nil else {
            writer.text("@" + reference.id)
            continue
          }
          write(found, isLinked: isLinked, to: &writer)
        }
      }
    }
  }

  /// Writes a reference to a figure or section.
  static func write(
    _ reference: ResolvedReference, isLinked: Bool, to writer: inout MarkupWriter
  ) {
    guard isLinked else { return writer.text(reference.label) }
    let title = reference.title.isEmpty ? AttributeValue.absent : .text(reference.title)
    writer.element(
      "a", ["class": "reference", "href": .text(reference.href), "title": title],
      text: reference.label)
  }

  /// Writes text in its styles.
  static func write(_ text: RichText, isLinked: Bool = true, to writer: inout MarkupWriter) {
    for run in text.runs { write(run, isLinked: isLinked, to: &writer) }
  }

  private static func write(_ run: Run, isLinked: Bool, to writer: inout MarkupWriter) {
    if isLinked, let url = run.url, url.hasPrefix("http://") || url.hasPrefix("https://") {
      writer.open("a", ["class": "external", "href": .text(url)])
    }
    if run.style.contains(.strong) { writer.open("strong") }
    if run.style.contains(.emphasis) { writer.open("em") }
    if run.style.contains(.superscript) { writer.open("sup") }
    if run.style.contains(.subscript) { writer.open("sub") }
    if run.style.contains(.smallCapitals) { writer.open("span", ["class": "small-caps"]) }
    writer.text(run.text)
    if run.style.contains(.smallCapitals) { writer.close("span") }
    if run.style.contains(.subscript) { writer.close("sub") }
    if run.style.contains(.superscript) { writer.close("sup") }
    if run.style.contains(.emphasis) { writer.close("em") }
    if run.style.contains(.strong) { writer.close("strong") }
    if isLinked, let url = run.url, url.hasPrefix("http://") || url.hasPrefix("https://") {
      writer.close("a")
    }
  }
}
