import Citations
import Datasets
import Diagnostics
import Markdown
import SiteModel

/// Resolves everything that one page refers to.
struct PageResolver: Sendable {
  /// A page with what only the whole site can still tell it.
  struct Draft: Sendable {
    let page: Int
    let template: String
    let kind: PageKind
    /// The pages that it links to.
    let linkedPages: Set<Int>
    /// The files of the publication that it links to or shows.
    let linkedAssets: Set<String>
    /// The ids that stand twice on it.
    let repeatedIDs: Set<String>
    /// What it says.
    let text: Deferred<Text>
    /// What it uses, where that is known from the last build; its text was not looked at then.
    var known: PageUses?
  }

  /// What a page says, as far as it can be told by itself.
  final class Text: Sendable {
    let heads: ResolvedHeads
    let authors: [ResolvedPage.Author]
    let translators: [ResolvedPage.Author]
    let body: ResolvedText
    let figures: [ResolvedFigure]
    let queries: [Dataset?]
    let values: [SourceSpan: ResolvedValue]
    let rowCitations: [RowCitation: Int]
    let desk: CitationDesk

    init(
      heads: ResolvedHeads, authors: [ResolvedPage.Author], translators: [ResolvedPage.Author],
      body: ResolvedText, figures: [ResolvedFigure], queries: [Dataset?],
      values: [SourceSpan: ResolvedValue], rowCitations: [RowCitation: Int], desk: CitationDesk
    ) {
      self.heads = heads
      self.authors = authors
      self.translators = translators
      self.body = body
      self.figures = figures
      self.queries = queries
      self.values = values
      self.rowCitations = rowCitations
      self.desk = desk
    }
  }

  let index: SiteIndex
  let references: EntityReferences
  let events: EventIndex
  /// What each page draws from the data.
  let data: [Deferred<PageDataResolver.PageData>]
  /// The names of the templates that there are.
  let templates: Set<String>
  /// The names to link in texts, where the site wants that.
  var names: EntityNames?

  /// The page `page` with its references resolved, as far as it can by itself.
  func resolve(_ page: Int) -> Outcome<Draft> {
    let parsed = index.pages[page]
    let data = data[page].value
    var texts = TextResolver(index: index, page: page, data: data)
    let heads = ResolvedHeads(
      title: texts.resolve(parsed.heads.title), subtitle: texts.resolve(parsed.heads.subtitle),
      summary: texts.resolve(parsed.heads.summary, hasSigns: true))
    let kind = kind(page)
    let body = texts.resolve(
      parsed.body, names: kind == .listing ? nil : names, hasSigns: true)
    var found = data.diagnostics
    let figures = FigureResolver(
      index: index, references: references, events: events, catalog: data.catalog
    ).resolve(&texts)
    let ids = PageIDs(parsed, policy: index.site.configuration.html)
    texts.report(ids.diagnostics)
    let headings = HeadingCheck(parsed.body, sources: index.site.sources)
    texts.report(headings.diagnostics)
    let authors = AuthorResolver.resolve(
      parsed.frontMatter.authors, people: index.site.configuration.people
    ).take(into: &found)
    let translators = AuthorResolver.resolve(
      parsed.frontMatter.translators, people: index.site.configuration.people
    ).take(into: &found)
    let template = template(parsed, kind).take(into: &found)
    texts.report(found)
    var cited = figures.cited
    if let (address, number) = index.pages[page].datasetPage,
      let dataset = references.catalog[address.name]
    {
      texts.cite(dataset, rows: address.rows(ofPage: number), into: &cited)
    }
    let text = Text(
      heads: heads, authors: authors, translators: translators, body: body,
      figures: figures.figures, queries: data.results, values: texts.values, rowCitations: cited,
      desk: texts.desk)
    let draft = Draft(
      page: page, template: template, kind: kind, linkedPages: texts.linkedPages,
      linkedAssets: texts.linkedAssets,
      repeatedIDs: ids.repeated.union(headings.takenIDs), text: Deferred(text))
    return Outcome(draft, texts.diagnostics)
  }

  /// The draft of a page of which the last build has left what it uses, and of which nothing has
  /// changed since.
  func recall(_ page: Int, _ known: PageRecord.Resolution) -> Draft {
    Draft(
      page: page, template: known.template, kind: kind(page),
      linkedPages: Set(known.uses.linkedPages), linkedAssets: [],
      repeatedIDs: Set(known.uses.repeatedIDs),
      text: Deferred(later: { resolve(page).value.text.value }), known: known.uses)
  }

  private func kind(_ page: Int) -> PageKind {
    let parsed = index.pages[page]
    if parsed.path == "404.md" { return .notFound }
    if parsed.path == SitePath.sources { return .sources }
    switch parsed.generated {
    case .timeline: return .timeline
    case .terms(let address): return address.slug == nil ? .terms : .listing
    case .siteMap: return .siteMap
    case .search: return .search
    case .figures: return .figures
    case .listingPage: return .listing
    case .dataset: return .dataset
    case nil, .listing, .notFound, .sources, .datasets: break
    }
    if parsed.isIndex { return .listing }
    if index.collection(of: page) != nil { return .entity }
    return parsed.frontMatter.date == nil ? .page : .brief
  }

  private func template(_ parsed: ParsedPage, _ kind: PageKind) -> Outcome<String> {
    guard let wanted = parsed.frontMatter.template, !templates.contains(wanted.text) else {
      return Outcome(parsed.frontMatter.template?.text ?? kind.rawValue)
    }
    let missing = Diagnostic(
      .templateMissing, "there is no template '\(wanted.text)'", at: wanted.span,
      help: Suggestion.didYouMean(wanted.text, among: templates.sorted())
        ?? "write Templates/\(wanted.text).mustache")
    return Outcome(kind.rawValue, [missing])
  }
}
