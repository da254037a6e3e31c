import Bytes
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

  /// What resolving gives.
  struct Resolved {
    var site: ResolvedSite
    /// What came of each page that need not be resolved again while nothing changes to which it
    /// refers, by its path.
    var resolutions: [String: PageRecord.Resolution] = [:]
    /// The outlines of the pages that someone wrote, words in the place of values, by path.
    var spoken: [String: ContentDigest] = [:]
    /// The words whose uses were looked up.
    var suspects: Set<[UInt8]> = []
    /// How the pages stand among one another; nil where something is wrong with that.
    var standing: SiteStanding?
    /// Whether that is as the last build left it.
    var isStandingKnown = false
    /// What can be referred to, before anything is put in the place of values.
    var index: SiteIndex?
  }

  /// The site with every reference resolved, and every one that could not be.
  /// - Parameter last: What the last build left of the pages; nil where there was none, or something
  ///   has changed to which all may refer.
  func resolve(_ site: ParsedSite, after last: LastResolution? = nil) async -> Outcome<Resolved> {
    var site = site
    var diagnostics: [Diagnostic] = []
    QueryResolver.addResults(to: &site, &diagnostics)
    if let last, let outcome = await resolve(site, last, found: diagnostics) { return outcome }
    // Where nothing is taken over, nothing can have changed that was.
    return await resolve(site, LastResolution(), found: diagnostics)
      ?? Outcome(Resolved(site: .empty), diagnostics)
  }

  /// - Returns: Nil where a page that has changed shows others another face than before.
  private func resolve(
    _ site: ParsedSite, _ last: LastResolution, found: [Diagnostic]
  ) async -> Outcome<Resolved>? {
    var diagnostics = found
    let words = InterfaceWords(site.words, of: site.configuration)
    let written = last.index?.replacing(site) ?? Self.index(site, words)
    var index = written
    guard last.hasFaces(of: index, spoken: false) else { return nil }
    let known = last.resolutions(of: index.pages)
    let references = EntityReferences(index)
    let queries = QueryResolver(references.catalog)
    let draws = await PageDataResolver(index: index, queries: queries, workers: workers)
      .resolve(except: Set(known.keys))
    if let pages = Self.spoken(index.pages, draws, known) {
      index = SiteIndex(site, pages: pages, written.classification)
    }
    guard last.hasFaces(of: index, spoken: true) else { return nil }
    let events = EventIndex(index, references)
    diagnostics += references.diagnostics + events.diagnostics
    diagnostics += TemplateResolver.check(templates, words: site.words.names)
    diagnostics += WordCheck.check(index) + SourceReferences.check(index)
    diagnostics += DatasetPages.check(index) + TaxonomyCheck.check(index)
    let names = Set(templates.filter { !$0.isPartial }.map(\.name))
    let entities = EntityNames(index, references.catalog)
    let isLinking = site.configuration.nameLinking == .first && !entities.isEmpty
    let resolver = PageResolver(
      index: index, references: references, events: events, data: draws,
      templates: names,
      names: isLinking ? entities : nil)
    let outcomes = await ParallelMap.map(Array(index.pages.indices), workers: workers) { page in
      known[page].map { Outcome(resolver.recall(page, $0), $0.diagnostics) }
        ?? resolver.resolve(page)
    }
    let misses = await NearMissCheck(
      index: index, names: entities, workers: workers, known: (known, last.suspects)
    ).check()
    diagnostics += misses.diagnostics
    let drafts = outcomes.map { $0.take(into: &diagnostics) }
    if site.audience != nil {
      index = index.keeping(assets: UsedAssets.paths(index, drafts, events))
    }
    var misplaced: [Diagnostic] = []
    let finished = await PageFinisher(
      index: index, references: references, events: events, workers: workers
    ).finish(drafts, after: last).take(into: &misplaced)
    let pages = finished.pages
    let navigation = NavigationResolver.resolve(index).take(into: &diagnostics)
    let assets = assets(index)
    var (standing, outputs) = (finished.standing, Set<String>())
    if !finished.isKnown {
      outputs = self.outputs(index, pages, assets, &standing).take(into: &misplaced)
      for (page, mark) in PageMarks.marks(of: pages, index.site, references).enumerated() {
        standing.pages[page].mark = mark
      }
    }
    diagnostics += misplaced
    let texts = templates.map { template in
      ResolvedSite.Template(
        name: template.name, text: site.tree[template.file].bytes.text, file: template.file)
    }
    let faults = knownFaults(index, drafts, outputs).take(into: &diagnostics)
    var resolved = ResolvedSite(
      configuration: site.configuration, pages: pages, front: index.page(at: "index.md"),
      navigation: navigation,
      datasets: site.datasets.names.compactMap { references.catalog[$0] },
      package: (site.datasets.packageName, site.datasets.packageTitle),
      assets: assets, copiedPages: copiedPages(index), templates: texts, words: site.words,
      redirects: standing.redirects, outsideLinks: events.outsideLinks, knownFaults: faults)
    resolved.makesPDFs = makesPDFs
    resolved.sources = site.sources.sources
    resolved.marks = standing.pages.map(\.mark)
    let values = Set(draws.indices.filter { known[$0] == nil && !draws[$0].value.values.isEmpty })
    var whole = Resolved(site: resolved)
    // What is wrong has to be found again each time.
    whole.standing = misplaced.isEmpty ? standing : nil
    whole.isStandingKnown = finished.isKnown
    whole.index = written
    whole.keep(outcomes.map(\.diagnostics), misses, values: values, known: known, after: last)
    return Outcome(whole, diagnostics)
  }

  /// Everything that something can refer to.
  private static func index(_ site: ParsedSite, _ words: InterfaceWords) -> SiteIndex {
    let classification = Classification(site.pages, site.configuration)
    return SiteIndex(
      site, pages: ImpliedPages.complete(site, words: words, classification), classification)
  }

  /// Finds where the files of the site would be written over one another, and the old addresses that
  /// lead to its pages.
  /// - Returns: The paths of all files.
  private func outputs(
    _ index: SiteIndex, _ pages: [ResolvedPage], _ assets: [RenderedFile],
    _ standing: inout SiteStanding
  ) -> Outcome<Set<String>> {
    var diagnostics: [Diagnostic] = []
    let claims = claims(index, pages, assets)
    var outputs = Set(claims.map(\.output))
    standing.redirects = RedirectResolver(index: index, outputs: outputs).resolve()
      .take(into: &diagnostics)
    diagnostics += OutputConflicts.check(
      claims + RedirectResolver.claims(standing.redirects, index))
    outputs.formUnion(standing.redirects.map(\.output))
    diagnostics += AssetCheck(index: index, outputs: outputs).check()
    return Outcome(outputs, diagnostics)
  }

  /// The pages with words in the place of values; nil where no page has any.
  private static func spoken(
    _ pages: [ParsedPage], _ draws: [Deferred<PageDataResolver.PageData>],
    _ known: [Int: PageRecord.Resolution]
  ) -> [ParsedPage]? {
    var hasValues = false
    let spoken = zip(pages.indices, draws).map { number, draw in
      guard let known = known[number] else {
        if !draw.value.values.isEmpty { hasValues = true }
        return draw.value.page
      }
      guard let outline = known.spoken else { return pages[number] }
      hasValues = true
      return pages[number].saying(Deferred(later: { draw.value.page }), outline: outline)
    }
    return hasValues ? spoken : nil
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
}
