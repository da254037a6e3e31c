import Bytes
import Citations
import Diagnostics
import Markdown
import SiteModel

/// Finds what cross-references refer to, and what they say.
struct CrossReferenceResolver {
  let index: SiteIndex
  let links: LinkResolver

  /// What `reference`, which stands at `span` on the page `origin`, refers to.
  func resolve(
    _ reference: CrossReference, at span: SourceSpan, from origin: Int
  ) -> Outcome<ResolvedReference?> {
    guard let name = reference.page else {
      return resolve(reference, at: span, on: origin, from: origin)
    }
    let pages = index.pages(called: name)
    guard let target = pages.first else {
      let near = Suggestion.nearest(to: name, among: index.pagePaths.map(SitePath.stem(of:)))
      let help =
        index.isDraft(called: name)
        ? LinkResolver.draftHelp : near.map { "did you mean '@\($0):\(reference.id)'?" }
      return fault("no page is called '\(name)'", span, help)
    }
    guard pages.count == 1 else {
      let choices = pages.map { "@\(index.pages[$0].path.dropLast(3)):\(reference.id)" }
      return Outcome(
        nil,
        [
          Diagnostic(
            .crossReferenceAmbiguous, "several pages are called '\(name)'", at: span,
            help: "write one of \(choices.joined(separator: ", "))")
        ])
    }
    return resolve(reference, at: span, on: target, from: origin)
  }

  private func resolve(
    _ reference: CrossReference, at span: SourceSpan, on target: Int, from origin: Int
  ) -> Outcome<ResolvedReference?> {
    let page = index.pages[target]
    var href = "#" + PercentEncoding.encodePath(reference.id)
    let words = InterfaceWords(index.language(of: origin))
    var ending = ""
    if target != origin {
      href = links.href(to: page.output, from: origin) + href
      // A number alone would be taken for one of this page's.
      ending = " \(words["in"]) \(words.quoted(index.titles[target]))"
    }
    if let position = index.figures[target].firstIndex(where: { $0.id == reference.id }) {
      let figure = index.figures[target][position]
      let caption = page.figures[position].caption.plainText
      let label = "\(words[figure.kind.rawValue]) \(figure.number)\(ending)"
      return Outcome(ResolvedReference(href: href, label: label, title: caption))
    }
    if let heading = page.body.headings.first(where: { $0.id == reference.id }) {
      return Outcome(
        ResolvedReference(
          href: href, label: words.quoted(heading.plainText) + ending, title: heading.plainText))
    }
    let near = Suggestion.nearest(to: reference.id, among: index.anchors(on: target))
    let prefix = reference.page.map { $0 + ":" } ?? ""
    return fault(
      "'\(page.path)' has no figure or section '\(reference.id)'", span,
      near.map { "did you mean '@\(prefix)\($0)'?" })
  }

  private func fault(
    _ message: String, _ span: SourceSpan, _ help: String?
  ) -> Outcome<ResolvedReference?> {
    Outcome(nil, [Diagnostic(.crossReferenceMissing, message, at: span, help: help)])
  }
}
