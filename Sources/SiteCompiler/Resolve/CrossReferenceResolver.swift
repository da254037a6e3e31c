import Bytes
import Diagnostics
import SiteModel
import Values

/// A reference to a figure or section, as `@fig-rain` or `@strength:fig-rain` makes it.
struct CrossReference {
  /// The page's stem or path; nil for the page itself.
  let page: String?
  /// The id on the page.
  let id: String
  /// The bytes of the whole, less the `@`.
  let span: SourceSpan
}

/// Finds what cross-references refer to, and what they say.
struct CrossReferenceResolver {
  /// What a cross-reference became.
  struct Found {
    let href: String
    let label: String
    let title: String
  }

  let index: SiteIndex
  let links: LinkResolver

  /// What `reference` on the page `origin` refers to.
  func resolve(_ reference: CrossReference, from origin: Int) -> Outcome<Found?> {
    var target = origin
    if let name = reference.page {
      let pages = index.pages(called: name)
      guard let first = pages.first else {
        let near = Suggestion.nearest(to: name, among: index.pagePaths.map(SitePath.stem(of:)))
        return fault(
          "no page is called '\(name)'", reference, near.map { "did you mean '@\($0):\(reference.id)'?" })
      }
      guard pages.count == 1 else {
        let paths = pages.map { String(index.pages[$0].path.dropLast(3)) }
        return Outcome(
          nil,
          [
            Diagnostic(
              .crossReferenceAmbiguous, "several pages are called '\(name)'", at: reference.span,
              help: "write one of "
                + paths.map { "@\($0):\(reference.id)" }.joined(separator: ", "))
          ])
      }
      target = first
    }
    return found(reference, on: target, from: origin)
  }

  private func found(
    _ reference: CrossReference, on target: Int, from origin: Int
  ) -> Outcome<Found?> {
    let page = index.pages[target]
    var href = "#" + PercentEncoding.encodePath(reference.id)
    var ending = ""
    if target != origin {
      href = links.href(to: page.output, from: origin) + href
      ending = ", " + index.titles[target]
    }
    if let position = index.figures[target].firstIndex(where: { $0.id == reference.id }) {
      let figure = index.figures[target][position]
      let words = InterfaceWords(Language(tag: index.pages[origin].frontMatter.language ?? index.site.configuration.language))
      let caption = page.figures[position].caption.plainText
      let label = "\(words[figure.kind.rawValue]) \(figure.number)"
      return Outcome(Found(href: href, label: label, title: caption + ending))
    }
    if let heading = page.body.headings.first(where: { $0.id == reference.id }) {
      return Outcome(
        Found(href: href, label: "“\(heading.plainText)”", title: heading.plainText + ending))
    }
    let known = index.anchors(on: target)
    let near = Suggestion.nearest(to: reference.id, among: known)
    let prefix = reference.page.map { $0 + ":" } ?? ""
    return fault(
      "'\(page.path)' has no figure or section '\(reference.id)'", reference,
      near.map { "did you mean '@\(prefix)\($0)'?" })
  }

  private func fault(
    _ message: String, _ reference: CrossReference, _ help: String?
  ) -> Outcome<Found?> {
    Outcome(nil, [Diagnostic(.crossReferenceMissing, message, at: reference.span, help: help)])
  }
}
