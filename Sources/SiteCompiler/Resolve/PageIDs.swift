import Datasets
import Diagnostics
import Markdown
import SiteModel

/// The ids that stand on a page by its author's doing, and which of them stand twice.
struct PageIDs {
  /// Ids that figures, footnotes and raw HTML share with one another or with headings; headings
  /// among themselves are the parser's to check.
  let diagnostics: [Diagnostic]
  /// Every id that stands twice, whoever reports it.
  let repeated: Set<String>

  init(_ page: ParsedPage, policy: SiteConfiguration.HTMLPolicy) {
    var taken: [String: SourceSpan] = [:]
    var repeated: Set<String> = []
    for heading in page.body.headings {
      let span = heading.explicitID?.span ?? heading.span
      if taken.updateValue(span, forKey: heading.id) != nil { repeated.insert(heading.id) }
    }
    var others = page.figures.compactMap { figure in figure.id.map { ($0.text, $0.span) } }
    others += page.queries.map { ($0.query.name, $0.query.nameSpan) }
    others += page.body.footnotes.filter { $0.number != nil }.map { ($0.id, $0.label.span) }
    if policy == .all { others += RawHTMLScan.ids(in: page) }
    var diagnostics: [Diagnostic] = []
    // The one that comes first in the file is not at fault, headings aside.
    for (id, span) in others.sorted(by: { ($0.1.file, $0.1.start) < ($1.1.file, $1.1.start) }) {
      guard let first = taken[id] else {
        taken[id] = span
        continue
      }
      repeated.insert(id)
      diagnostics.append(
        Diagnostic(
          .idDuplicate, "the id '\(id)' stands twice on this page", at: span,
          labels: [Diagnostic.Label(first, "it is first here")], help: "give one another id"))
    }
    self.diagnostics = diagnostics
    self.repeated = repeated
  }
}
