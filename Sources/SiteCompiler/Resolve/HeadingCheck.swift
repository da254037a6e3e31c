import Citations
import Diagnostics
import Markdown

/// Checks what authors write behind a heading: `{#id .class key=value}`.
struct HeadingCheck {
  /// Keys without a meaning, and ids that the page itself gives to something else.
  private(set) var diagnostics: [Diagnostic] = []
  /// Those ids.
  private(set) var takenIDs: Set<String> = []

  /// The keys that mean something: HTML's own that hold for any element.
  private static let keys = ["lang", "dir", "title"]

  init(_ document: MarkdownDocument, sources: SourceLibrary) {
    for heading in document.headings {
      for pair in heading.attributes.pairs where !Self.keys.contains(pair.key.text) {
        diagnostics.append(
          Diagnostic(
            .keyUnknown, "a heading has no attribute '\(pair.key.text)'", at: pair.key.span,
            help: Suggestion.didYouMean(pair.key.text, among: Self.keys)
              ?? "it can have \(Self.keys.joined(separator: ", "))"))
      }
      guard let owner = Self.owner(of: heading.id, sources) else { continue }
      takenIDs.insert(heading.id)
      diagnostics.append(
        Diagnostic(
          .idDuplicate, "the id '\(heading.id)' is that of \(owner) on this page",
          at: heading.explicitID?.span ?? heading.span, help: "give the heading another id"))
    }
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
