import Citations
import Datasets
import Diagnostics
import SiteModel
import Values

/// Gives each page what only the whole site knows: its listing, its mentions, its breadcrumbs.
struct PageFinisher {
  let index: SiteIndex
  let references: EntityReferences
  let events: EventIndex
  let workers: Int

  /// What finishing the pages gives.
  struct Finished {
    /// One page for each of the drafts, in their order.
    let pages: [ResolvedPage]
    /// How they stand among one another, but for their marks.
    var standing: SiteStanding
    /// Whether that is as the last build left it; nothing is wrong with it then.
    let isKnown: Bool
  }

  /// The pages of `drafts`, of which there is one for each page of the site, in their order.
  /// - Parameter last: What the last build left.
  func finish(
    _ drafts: [PageResolver.Draft], after last: LastResolution
  ) async -> Outcome<Finished> {
    let known = last.standing.flatMap { standing in
      last.hasLinks(of: drafts, index) && standing.isWithin(index.pages) ? standing : nil
    }
    let order = Deferred(later: { ReadersOrder(drafts, index) })
    let mentions = known.map { $0.pages.map(\.mentions) } ?? mentions(in: drafts)
    let entities = EntityResolver(index: index, references: references, events: events)
    let timelines = TimelineResolver(index: index, references: references, events: events)
    let data = DataMarks(
      references, Marking(index.site.configuration),
      entities: PageMarks.own(index.pages, index.site))
    let found = await ParallelMap.map(drafts, workers: workers) { draft in
      let mentions =
        known == nil ? order.value.sorted(mentions[draft.page]) : mentions[draft.page]
      if let known = draft.known {
        return Found(
          mentions: mentions, uses: known, desk: Deferred(later: { draft.text.value.desk }))
      }
      var desk = draft.text.value.desk
      let entity = entities.resolve(draft.page, mentions: mentions, desk: &desk)
      let timeline = timelines.resolve(draft.page, &desk)
      return Found(
        mentions: mentions, uses: PageUses(of: draft, desk, data), entity: entity,
        timeline: timeline, desk: Deferred(desk))
    }
    let uses = found.map(\.uses)
    var diagnostics: [Diagnostic] = []
    if let known, last.hasUses(uses, of: index) {
      let pages = await pages(drafts, found, known, order)
      return Outcome(Finished(pages: pages, standing: known, isKnown: true))
    }
    let standing = await standing(found, drafts).take(into: &diagnostics)
    let pages = await pages(drafts, found, standing, order)
    return Outcome(Finished(pages: pages, standing: standing, isKnown: false), diagnostics)
  }

  /// How the pages stand among one another.
  private func standing(
    _ found: [Found], _ drafts: [PageResolver.Draft]
  ) async -> Outcome<SiteStanding> {
    var diagnostics: [Diagnostic] = []
    let translations = TranslationResolver(index: index).resolve().take(into: &diagnostics)
    let front = FrontResolver(index: index).resolve().take(into: &diagnostics)
    let listings = ListingResolver(index: index, front: front)
    let frontPage = index.page(at: "index.md")
    let terms = TermResolver(index: index)
    let onward = OnwardResolver(index, links: found.map(\.uses.linkedPages))
    let figures = FigureIndex(index)
    let pages = await ParallelMap.map(drafts, workers: workers) { draft in
      SiteStanding.Page(
        mentions: found[draft.page].mentions,
        onward: onward.resolve(draft.page, mentions: found[draft.page].mentions),
        terms: terms.terms(draft.page), figures: figures.resolve(draft.page),
        listing: listings.resolve(draft.page), front: draft.page == frontPage ? front : nil,
        breadcrumbs: breadcrumbs(draft.page), translations: translations[draft.page] ?? [])
    }
    return Outcome(SiteStanding(pages: pages), diagnostics)
  }

  private func pages(
    _ drafts: [PageResolver.Draft], _ found: [Found], _ standing: SiteStanding,
    _ order: Deferred<ReadersOrder>
  ) async -> [ResolvedPage] {
    let uses = Deferred(later: {
      SourceUses.gather(index, drafts, found.map(\.uses)).mapValues { use in
        ResolvedSources.Use(pages: order.value.sorted(use.pages), datasets: use.datasets)
      }
    })
    let datasets = DatasetResolver(index, references.catalog, found.map(\.uses))
    return await ParallelMap.map(drafts, workers: workers) { draft in
      let (found, standing) = (found[draft.page], standing.pages[draft.page])
      let content = Deferred(later: {
        var all: [Source]?
        if draft.kind == .sources {
          // A source bears no mark: an audience sees what its pages and its data cite.
          let sources = index.site.sources.sources
          all =
            index.site.audience == nil ? sources : sources.filter { uses.value[$0.id] != nil }
        }
        return self.content(draft, found.desk.value, listing: all)
      })
      return ResolvedPage(
        parsed: index.pages[draft.page], kind: draft.kind, template: draft.template,
        uses: found.uses, content: content, terms: standing.terms, onward: standing.onward,
        allFigures: standing.figures, listing: standing.listing, entity: found.entity,
        dataset: datasets.resolve(draft.page) { order.value.sorted($0) },
        timeline: found.timeline,
        sources: draft.kind != .sources
          ? nil
          : ResolvedSources(
            Deferred(later: {
              let listed = content.value.bibliography
              return (uses.value, listed.compactMap { index.site.sources[$0.key] })
            })),
        breadcrumbs: standing.breadcrumbs, translations: standing.translations,
        front: standing.front)
    }
  }

  /// What the data and the other pages say of a page.
  private struct Found: Sendable {
    /// The pages that link to it, in the order of readers.
    let mentions: [Int]
    let uses: PageUses
    var entity: ResolvedEntity?
    var timeline: ResolvedTimeline?
    /// What it cites, what the data say among that.
    let desk: Deferred<CitationDesk>
  }

  /// The pages that link to each page.
  private func mentions(in drafts: [PageResolver.Draft]) -> [[Int]] {
    var mentions = [[Int]](repeating: [], count: drafts.count)
    for draft in drafts where draft.kind != .listing && index.pages[draft.page].generated == nil {
      for target in draft.linkedPages { mentions[target].append(draft.page) }
    }
    return mentions
  }

  /// What a page says, its citations set.
  /// - Parameter listing: The sources that it lists besides those that it cites.
  private func content(
    _ draft: PageResolver.Draft, _ desk: CitationDesk, listing: [Source]?
  ) -> ResolvedPage.Content {
    let text = draft.text.value
    let sources = index.citations(in: index.language(of: draft.page))
      .process(desk.citations, alsoListing: listing?.map(\.id) ?? [])
    return ResolvedPage.Content(
      heads: text.heads, authors: text.authors, translators: text.translators, body: text.body,
      figures: text.figures, queries: text.queries, values: text.values,
      citations: sources.citations, bibliography: sources.bibliography.entries,
      citedBy: sources.citedBy, rowCitations: text.rowCitations,
      ownCitation: draft.kind == .brief ? ownCitation(draft.page, text) : nil)
  }

  /// A brief as others cite it, in its own language.
  private func ownCitation(_ page: Int, _ text: PageResolver.Text) -> PageCitation? {
    let source = PageSource(
      configuration: index.site.configuration, page: index.pages[page], heads: text.heads,
      authors: text.authors, translators: text.translators
    ).source()
    let formatter = index.citations(in: index.language(of: page)).formatter
    return formatter.bibliography(of: [source]).entries.first.map {
      PageCitation(source: source, entry: $0.text)
    }
  }

  /// The order in which readers want pages: briefs first, then other texts, then entities, by title.
  private struct ReadersOrder: Sendable {
    private static let kinds: [PageKind] = [.brief, .page, .entity]
    private let ranks: [Int]
    private let titles: [String]

    init(_ drafts: [PageResolver.Draft], _ index: SiteIndex) {
      ranks = drafts.map { Self.kinds.firstIndex(of: $0.kind) ?? Self.kinds.count }
      titles = index.sortKeys
    }

    func sorted(_ pages: [Int]) -> [Int] {
      guard pages.count > 1 else { return pages }
      return pages.sorted { (ranks[$0], titles[$0], $0) < (ranks[$1], titles[$1], $1) }
    }
  }

  /// The listings above a page, from the front page down.
  private func breadcrumbs(_ page: Int) -> [Int] {
    let path = index.pages[page].path
    guard path != "index.md", path != "404.md" else { return [] }
    var folder = SitePath.folder(of: path)
    if let (address, number) = index.pages[page].datasetPage, number > 1 {
      folder = "data/"
      if let first = index.page(at: address.path(ofPage: 1)) {
        return breadcrumbs(first) + [first]
      }
    }
    if index.pages[page].isIndex { folder = SitePath.folder(of: String(folder.dropLast())) }
    var crumbs: [Int] = []
    while true {
      if let listing = index.page(at: folder + "index.md") { crumbs.append(listing) }
      if folder.isEmpty { return crumbs.reversed() }
      folder = SitePath.folder(of: String(folder.dropLast()))
    }
  }
}
