import Citations
import Diagnostics
import Markdown

/// Checks what authors write behind a heading: `{#id .class key=value}`.
enum HeadingCheck {
  /// The keys that mean something: HTML's own that hold for any element.
  private static let keys = ["lang", "dir", "title"]

  /// Keys without a meaning, and ids that the page itself gives to something else.
  static func check(_ document: MarkdownDocument, sources: SourceLibrary) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for heading in document.headings {
      for pair in heading.attributes.pairs where !keys.contains(pair.key.text) {
        diagnostics.append(
          Diagnostic(
            .keyUnknown, "a heading has no attribute '\(pair.key.text)'", at: pair.key.span,
            help: Suggestion.didYouMean(pair.key.text, among: keys)
              ?? "it can have \(keys.joined(separator: ", "))"))
      }
      guard let owner = owner(of: heading.id, sources) else { continue }
      diagnostics.append(
        Diagnostic(
          .idDuplicate, "the id '\(heading.id)' is that of \(owner) on this page",
          at: heading.explicitID?.span ?? heading.span, help: "give the heading another id"))
    }
    return diagnostics
  }

  /// What else on a page has an id, in words.
  private static func owner(of id: String, _ sources: SourceLibrary) -> String? {
    if id.hasPrefix("ref-"), sources[String(id.dropFirst(4))] != nil { return "a source" }
    if id.hasPrefix("cite.") { return "a citation" }
    if id.hasPrefix("page.") { return "a part of the theme" }
    if id.hasPrefix("fnref-") || id.hasPrefix("fnref.") { return "a reference to a footnote" }
    return nil
  }
}
