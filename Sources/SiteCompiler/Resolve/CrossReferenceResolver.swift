import Bytes
import Citations
import Datasets
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
    if reference.kind == .dataset { return dataset(reference, at: span, from: origin) }
    guard let name = reference.page else {
      return resolve(reference, at: span, on: origin, from: origin)
    }
    let pages = index.pages(called: name)
    guard let target = pages.first else {
      if index.isUnreadable(called: name) { return Outcome(nil) }
      // A cross-reference has no words of its own that could stay.
      if let reason = index.reasonToWithhold(called: name) {
        return Outcome(
          nil, [Diagnostic(.linkWithheld, "the page '\(name)' \(reason)", at: span)])
      }
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
    let words = index.words(of: origin)
    var ending = ""
    if target != origin {
      href = links.href(to: page.output, from: origin) + href
      // A number alone would be taken for one of this page's.
      ending = " \(words["in"]) \(words.quoted(index.titles[target]))"
    }
    if let found = self.target(reference.id, on: target, words) {
      let marks = NarrowerMarks(index: index, page: origin)
      return Outcome(
        ResolvedReference(href: href, label: found.label + ending, title: found.title),
        [marks.check(linkTo: target, at: span)].compactMap(\.self))
    }
    let near = Suggestion.nearest(to: reference.id, among: index.anchors(on: target))
    let prefix = reference.page.map { $0 + ":" } ?? ""
    return fault(
      "'\(page.path)' has no figure or section '\(reference.id)'", span,
      near.map { "did you mean '@\(prefix)\($0)'?" })
  }

  /// What is said of the thing with the id `id` on a page, and its caption.
  private func target(
    _ id: String, on target: Int, _ words: InterfaceWords
  ) -> (label: String, title: String)? {
    let page = index.pages[target]
    if let position = index.figures[target].firstIndex(where: { $0.id == id }) {
      let figure = index.figures[target][position]
      let caption = page.figures[position].caption.plainText
      return ("\(words[figure.kind.rawValue]) \(figure.number)", caption)
    }
    if let footnote = page.body.footnotes.first(where: { $0.id == id }),
      let number = footnote.number
    {
      return ("\(words["note"]) \(number)", "")
    }
    if let heading = page.body.headings.first(where: { $0.id == id }) {
      return (words.quoted(heading.plainText), heading.plainText)
    }
    return nil
  }

  /// A dataset, by its title or else its name; it belongs to the whole site and to no page.
  private func dataset(
    _ reference: CrossReference, at span: SourceSpan, from origin: Int
  ) -> Outcome<ResolvedReference?> {
    guard reference.page == nil else {
      return fault(
        "a dataset belongs to the whole site, not to a page", span,
        "write '@\(reference.id)' without the page's name")
    }
    let found = index.site.datasets.lookup(reference.name, at: span)
    guard let dataset = found.value else {
      // One that could not be read was reported as that.
      guard !found.diagnostics.isEmpty else { return Outcome(nil) }
      if index.site.datasets.reasonToWithhold(reference.name) != nil {
        return Outcome(nil, found.diagnostics)
      }
      let near = Suggestion.nearest(to: reference.name, among: index.site.datasets.names)
      return fault(
        "no dataset is called '\(reference.name)'", span, near.map { "did you mean '@dat-\($0)'?" })
    }
    let words = index.words(of: origin)
    return Outcome(
      ResolvedReference(
        href: links.href(to: "data/\(dataset.name).csv", from: origin),
        label: dataset.title.map(words.quoted) ?? "\(words["dataset"]) \(dataset.name)",
        title: dataset.description ?? ""))
  }

  private func fault(
    _ message: String, _ span: SourceSpan, _ help: String?
  ) -> Outcome<ResolvedReference?> {
    Outcome(nil, [Diagnostic(.crossReferenceMissing, message, at: span, help: help)])
  }
}
