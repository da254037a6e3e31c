import Bytes
import Charts
import Citations
import Datasets
import Diagnostics
import SiteModel
import Values

/// Resolves a whole publication.
struct SiteResolver {
  let workers: Int
  let templates: [ParsedTemplate]
  /// Whether each brief is to have a PDF beside it.
  var makesPDFs = false

  /// The site with every reference resolved, and every one that could not be.
  func resolve(_ site: ParsedSite) async -> Outcome<ResolvedSite> {
    var site = site
    var diagnostics: [Diagnostic] = []
    QueryResolver.addResults(to: &site, &diagnostics)
    let words = InterfaceWords(site.words, of: site.configuration)
    var index = SiteIndex(site, pages: ImpliedPages.complete(site, words: words))
    let references = EntityReferences(index)
    let queries = QueryResolver(site, references.catalog)
    let draws = await PageDataResolver(index: index, queries: queries, workers: workers).resolve()
    if draws.hasValues { index = SiteIndex(site, pages: draws.pages.map(\.page)) }
    let events = EventIndex(index, references)
    diagnostics += references.diagnostics + events.diagnostics
    diagnostics += TemplateResolver.check(templates, words: site.words.names)
    diagnostics += WordCheck.check(index) + SourceReferences.check(index)
    diagnostics += DatasetPages.check(index) + TaxonomyCheck.check(index)
    let names = Set(templates.filter { !$0.isPartial }.map(\.name))
    let entities = EntityNames(index, references.catalog)
    let isLinking = site.configuration.nameLinking == .first && !entities.isEmpty
    let resolver = PageResolver(
      index: index, references: references, events: events, data: draws.pages,
      templates: names,
      names: isLinking ? entities : nil)
    let outcomes = await ParallelMap.map(Array(index.pages.indices), workers: workers) {
      resolver.resolve($0)
    }
    diagnostics += await NearMissCheck(index: index, names: entities, workers: workers).check()
    let drafts = outcomes.map { $0.take(into: &diagnostics) }
    let translations = TranslationResolver(index: index).resolve().take(into: &diagnostics)
    let front = FrontResolver(index: index).resolve().take(into: &diagnostics)
    if site.audience != nil {
      index = index.keeping(assets: UsedAssets.paths(index, drafts, events))
    }
    let pages = await finish(drafts, index, references, events, translations, front)
    let navigation = NavigationResolver.resolve(index).take(into: &diagnostics)
    let assets = assets(index)
    let claims = claims(index, drafts, pages, assets)
    let redirects = RedirectResolver(index: index, outputs: Set(claims.map(\.output))).resolve()
      .take(into: &diagnostics)
    diagnostics += OutputConflicts.check(claims + RedirectResolver.claims(redirects, index))
    let texts = templates.map { template in
      ResolvedSite.Template(
        name: template.name, text: site.tree[template.file].bytes.text, file: template.file)
    }
    let outputs = Set(claims.map(\.output)).union(redirects.map(\.output))
    diagnostics += AssetCheck(index: index, outputs: outputs).check()
    let known = knownFaults(index, drafts, outputs).take(into: &diagnostics)
    var resolved = ResolvedSite(
      configuration: site.configuration, pages: pages, front: index.page(at: "index.md"),
      navigation: navigation,
      datasets: site.datasets.names.compactMap { references.catalog[$0] },
      package: (site.datasets.packageName, site.datasets.packageTitle),
      assets: assets, copiedPages: copiedPages(index), templates: texts, words: site.words,
      redirects: redirects, outsideLinks: events.outsideLinks, knownFaults: known)
    resolved.makesPDFs = makesPDFs
    resolved.marks = PageMarks.marks(of: pages, index.site, references)
    if let sheet = index.site.tree.templates.first(where: { $0.path == "assets/dossier.css" })?.text
    {
      resolved.colors = LightColors(sheet: index.site.tree[sheet].bytes)
    }
    return Outcome(resolved, diagnostics)
  }

  /// Checks raw HTML, and gathers what the pages will show though it was reported.
  private func knownFaults(
    _ index: SiteIndex, _ drafts: [PageResolver.Draft], _ outputs: Set<String>
  ) -> Outcome<[Int: Set<ResolvedSite.KnownFault>]> {
    var diagnostics: [Diagnostic] = []
    var known: [Int: Set<ResolvedSite.KnownFault>] = [:]
    let check = RawHTMLCheck(index: index, outputs: outputs)
    for draft in drafts {
      var faults = Set(draft.repeatedIDs.map(ResolvedSite.KnownFault.id))
      if index.site.configuration.html == .all {
        let found = check.check(draft.page)
        diagnostics += found.diagnostics
        faults.formUnion(found.known)
      }
      if !faults.isEmpty { known[draft.page] = faults }
    }
    return Outcome(known, diagnostics)
  }

  /// Gives each page what only the whole site knows: its listing, its mentions, its breadcrumbs.
  private func finish(
    _ drafts: [PageResolver.Draft], _ index: SiteIndex, _ references: EntityReferences,
    _ events: EventIndex, _ translations: [Int: [ResolvedPage.Translation]],
    _ front: ResolvedFront?
  ) async -> [ResolvedPage] {
    var mentions = [[Int]](repeating: [], count: drafts.count)
    for draft in drafts where draft.kind != .listing && index.pages[draft.page].generated == nil {
      for target in draft.linkedPages { mentions[target].append(draft.page) }
    }
    let entities = EntityResolver(index: index, references: references, events: events)
    let timelines = TimelineResolver(index: index, references: references, events: events)
    let mentioning = mentions
    let found = await ParallelMap.map(drafts, workers: workers) { draft in
      var desk = draft.desk
      let mentions = Self.sorted(mentioning[draft.page], drafts, index)
      let entity = entities.resolve(draft.page, mentions: mentions, desk: &desk)
      let timeline = timelines.resolve(draft.page, &desk)
      return Found(mentions: mentions, entity: entity, timeline: timeline, desk: desk)
    }
    let uses = SourceUses.gather(index, drafts, found.map(\.desk)).mapValues { use in
      ResolvedSources.Use(pages: Self.sorted(use.pages, drafts, index), datasets: use.datasets)
    }
    let listings = ListingResolver(index: index, front: front)
    let frontPage = index.page(at: "index.md")
    let terms = TermResolver(index: index)
    let onward = OnwardResolver(index, links: drafts.map(\.linkedPages))
    let figures = FigureIndex(index)
    let datasets = DatasetResolver(index, references.catalog, drafts)
    return await ParallelMap.map(drafts, workers: workers) { draft in
      var all = draft.kind == .sources ? index.site.sources.sources : []
      // A source bears no mark: an audience sees what its pages and its data cite.
      if index.site.audience != nil { all.removeAll { uses[$0.id] == nil } }
      let found = found[draft.page]
      let sources = index.citations(in: index.language(of: draft.page))
        .process(found.desk.citations, alsoListing: all.map(\.id))
      let entries = sources.bibliography.entries
      return ResolvedPage(
        parsed: index.pages[draft.page], kind: draft.kind, template: draft.template,
        heads: draft.heads, authors: draft.authors, translators: draft.translators,
        body: draft.body, figures: draft.figures, queries: draft.queries,
        values: draft.values, citations: sources.citations,
        bibliography: entries, citedBy: sources.citedBy, rowCitations: draft.rowCitations,
        terms: terms.terms(draft.page),
        onward: onward.resolve(draft.page, mentions: found.mentions),
        allFigures: figures.resolve(draft.page), listing: listings.resolve(draft.page),
        entity: found.entity,
        dataset: datasets.resolve(draft.page) { Self.sorted($0, drafts, index) },
        timeline: found.timeline,
        sources: draft.kind != .sources
          ? nil
          : ResolvedSources(
            uses: uses, sources: entries.compactMap { index.site.sources[$0.key] }),
        ownCitation: draft.kind == .brief ? ownCitation(draft, index) : nil,
        breadcrumbs: breadcrumbs(draft.page, index),
        translations: translations[draft.page] ?? [],
        front: draft.page == frontPage ? front : nil,
        linkedPages: draft.linkedPages.sorted())
    }
  }

  /// What the data and the other pages say of a page.
  private struct Found {
    /// The pages that link to it, in the order of readers.
    let mentions: [Int]
    let entity: ResolvedEntity?
    let timeline: ResolvedTimeline?
    /// What it cites, what the data say among that.
    let desk: CitationDesk
  }

  /// A brief as others cite it, in its own language.
  private func ownCitation(_ draft: PageResolver.Draft, _ index: SiteIndex) -> PageCitation? {
    let source = PageSource(
      configuration: index.site.configuration, page: index.pages[draft.page], heads: draft.heads,
      authors: draft.authors, translators: draft.translators
    ).source()
    let formatter = index.citations(in: index.language(of: draft.page)).formatter
    return formatter.bibliography(of: [source]).entries.first.map {
      PageCitation(source: source, entry: $0.text)
    }
  }

  /// The pages that link to an entity: briefs first, then other texts, then entities, by title.
  private static func sorted(
    _ pages: [Int], _ drafts: [PageResolver.Draft], _ index: SiteIndex
  ) -> [Int] {
    let order: [PageKind] = [.brief, .page, .entity]
    func rank(_ page: Int) -> Int { order.firstIndex(of: drafts[page].kind) ?? order.count }
    return pages.sorted {
      (rank($0), index.sortKey(of: $0), $0) < (rank($1), index.sortKey(of: $1), $1)
    }
  }

  /// The listings above a page, from the front page down.
  private func breadcrumbs(_ page: Int, _ index: SiteIndex) -> [Int] {
    let path = index.pages[page].path
    guard path != "index.md", path != "404.md" else { return [] }
    var folder = SitePath.folder(of: path)
    if let (address, number) = index.pages[page].datasetPage, number > 1 {
      folder = "data/"
      if let first = index.page(at: address.path(ofPage: 1)) {
        return breadcrumbs(first, index) + [first]
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
