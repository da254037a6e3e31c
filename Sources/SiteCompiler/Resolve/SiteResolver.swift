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
    let classification = Classification(site.pages, site.configuration)
    var index = SiteIndex(
      site, pages: ImpliedPages.complete(site, words: words, classification), classification)
    guard last.hasFaces(of: index.pages, spoken: false) else { return nil }
    let known = last.resolutions(of: index.pages)
    let references = EntityReferences(index)
    let queries = QueryResolver(references.catalog)
    let draws = await PageDataResolver(index: index, queries: queries, workers: workers)
      .resolve(except: Set(known.keys))
    if let pages = Self.spoken(index.pages, draws, known) {
      index = SiteIndex(site, pages: pages, classification)
    }
    guard last.hasFaces(of: index.pages, spoken: true) else { return nil }
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
    let translations = TranslationResolver(index: index).resolve().take(into: &diagnostics)
    let front = FrontResolver(index: index).resolve().take(into: &diagnostics)
    if site.audience != nil {
      index = index.keeping(assets: UsedAssets.paths(index, drafts, events))
    }
    let pages = await PageFinisher(
      index: index, references: references, events: events, workers: workers
    ).finish(drafts, translations, front)
    let navigation = NavigationResolver.resolve(index).take(into: &diagnostics)
    let assets = assets(index)
    let claims = claims(index, pages, assets)
    let redirects = RedirectResolver(index: index, outputs: Set(claims.map(\.output))).resolve()
      .take(into: &diagnostics)
    diagnostics += OutputConflicts.check(claims + RedirectResolver.claims(redirects, index))
    let texts = templates.map { template in
      ResolvedSite.Template(
        name: template.name, text: site.tree[template.file].bytes.text, file: template.file)
    }
    let outputs = Set(claims.map(\.output)).union(redirects.map(\.output))
    diagnostics += AssetCheck(index: index, outputs: outputs).check()
    let faults = knownFaults(index, drafts, outputs).take(into: &diagnostics)
    var resolved = ResolvedSite(
      configuration: site.configuration, pages: pages, front: index.page(at: "index.md"),
      navigation: navigation,
      datasets: site.datasets.names.compactMap { references.catalog[$0] },
      package: (site.datasets.packageName, site.datasets.packageTitle),
      assets: assets, copiedPages: copiedPages(index), templates: texts, words: site.words,
      redirects: redirects, outsideLinks: events.outsideLinks, knownFaults: faults)
    resolved.makesPDFs = makesPDFs
    resolved.sources = site.sources.sources
    resolved.marks = PageMarks.marks(of: pages, index.site, references)
    if let sheet = index.site.tree.templates.first(where: { $0.path == "assets/dossier.css" })?.text
    {
      resolved.colors = LightColors(sheet: index.site.tree[sheet].bytes)
    }
    let values = Set(draws.indices.filter { known[$0] == nil && !draws[$0].value.values.isEmpty })
    var whole = Resolved(site: resolved)
    whole.keep(outcomes.map(\.diagnostics), misses, values: values, known: known, after: last)
    return Outcome(whole, diagnostics)
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
