import Bytes
import Datasets
import Diagnostics
import Markup
import SiteModel
import Values

/// Turns a resolved site into files.
struct SiteRenderer {
  let site: ResolvedSite
  let workers: Int

  /// Renders every file and hands each over as soon as it is made, in no order.
  /// - Returns: What reading the produced pages again brought to light.
  func render(
    reusing reuse: RenderReuse?, emit: @escaping @Sendable (RenderedFile) async throws -> Void
  ) async throws -> Outcome<RenderOutcome> {
    let plan = await plan(for: reuse)
    // The search needs no page that is rendered, and so takes the time that others leave.
    async let search = renderSearch(plan, reuse, emit)
    if let replaced = plan?.replaced {
      // While only texts have changed, what none of these is in is kept with the rest.
      for (page, card) in site.cards where replaced[page] != nil { try await emit(card.file) }
    } else {
      try await renderOthers(emit)
    }
    let library = try library(after: reuse?.last)
    let pages = PageRenderer(site: site, library: library, feeds: FeedFiles(site))
    let net = RenderedNet(site, known: plan?.isStanding == true ? reuse?.last.targets : nil)
    var readings = net.readCopied()
    let redirects = RedirectRenderer(site: site)
    for redirect in site.redirects {
      let file = redirects.render(redirect)
      readings += net.read([file], of: redirect.page)
      try await emit(file)
    }
    if workers == 1 { _ = try await search }
    let made = try await ParallelMap.map(Array(site.pages.indices), workers: workers) {
      index in
      let planned = plan?.pages[index]
      if let known = planned?.known {
        if plan?.replaced != nil { return Made(memory: known, isRendered: false) }
        if let content = await reuse?.take(known, index, net) {
          return Made(readings: [content.reading], memory: known, isRendered: false)
        }
      }
      let files = pages.render(index)
      for file in files { try await emit(file) }
      let readings = net.read(files, of: index)
      var memory: RenderMemory.Page?
      if let planned, let reading = RenderedReading.merged(readings) {
        memory = RenderMemory.Page(
          path: site.pages[index].parsed.path, key: planned.key, own: planned.own,
          RenderMemory.Page.Content(files: files.map(\.path), reading: reading))
      }
      return Made(readings: readings, memory: memory, isRendered: true)
    }
    let searchMemory = try await search
    if let replaced = plan?.replaced {
      await reuse?.keepRest?(
        Set(replaced.values.flatMap(\.files) + (reuse?.last.search.files ?? [])))
    }
    let diagnostics = report(net, readings, made, plan)
    var memory = RenderMemory(pages: made.compactMap(\.memory))
    memory.standingKey = plan?.standingKey
    memory.isClean = diagnostics.isEmpty
    memory.search = searchMemory
    memory.library = library
    memory.targets = net.targets
    return Outcome(
      RenderOutcome(memory: memory, renderedCount: made.count(where: \.isRendered)), diagnostics)
  }

  /// Which pages are rendered again, where anything is to be taken over or kept.
  private func plan(for reuse: RenderReuse?) async -> RenderPlan? {
    guard let reuse else { return nil }
    return await RenderPlan(site, reuse, workers: workers)
  }

  /// The templates, ready to be filled.
  private func library(after last: RenderMemory?) throws -> FormLibrary {
    if let library = last?.library, library.isOf(site.templates) { return library }
    return try FormLibrary(site.templates)
  }

  /// What came of one page.
  private struct Made: Sendable {
    /// What reading its files again brought to light, where that was asked for.
    var readings: [RenderedReading] = []
    let memory: RenderMemory.Page?
    let isRendered: Bool
  }

  /// What is to be reported of the produced pages.
  /// - Parameter others: What was read besides the pages.
  private func report(
    _ net: RenderedNet, _ others: [RenderedReading], _ made: [Made], _ plan: RenderPlan?
  ) -> [Diagnostic] {
    guard let replaced = plan?.replaced else {
      return net.report(others + made.lazy.flatMap(\.readings))
    }
    // The last time nothing was wrong, and most pages are as they were then.
    let isSound = replaced.allSatisfy { index, last in
      RenderedReading.merged(made[index].readings)?.isAsSound(as: last.reading) ?? false
    }
    guard !isSound else { return [] }
    return net.report(
      others
        + made.enumerated().flatMap { index, made in
          made.isRendered
            ? made.readings : made.memory?.opened(at: index).map { [$0.reading] } ?? []
        })
  }

  /// - Returns: What the next index may go by.
  private func renderSearch(
    _ plan: RenderPlan?, _ reuse: RenderReuse?,
    _ emit: @escaping @Sendable (RenderedFile) async throws -> Void
  ) async throws -> SearchMemory {
    let index = await SearchIndex(
      site, workers: workers, keys: plan?.pages.map(\.key),
      after: reuse?.last.search ?? SearchMemory())
    let files = try await index.write(keeping: { await reuse?.keep($0) ?? false }, emit)
    return index.memory(of: files)
  }

  /// Hands over what is copied, and renders what no page's text is in.
  private func renderOthers(
    _ emit: @escaping @Sendable (RenderedFile) async throws -> Void
  ) async throws {
    for asset in site.assets { try await emit(asset) }
    for picture in site.madePictures { try await emit(picture.file) }
    try await renderData(emit)
    for file in SiteMapFiles.files(of: site) { try await emit(file) }
  }

  /// Renders the datasets, and the package that describes them.
  private func renderData(
    _ emit: @escaping @Sendable (RenderedFile) async throws -> Void
  ) async throws {
    guard !site.datasets.isEmpty else { return }
    var package = PackageWriter(
      name: site.package.name, title: site.package.title ?? site.configuration.title,
      datasets: site.datasets)
    for dataset in site.datasets {
      let csv = dataset.csv()
      package.record(csv, of: dataset.name)
      try await emit(RenderedFile(path: "data/\(dataset.name).csv", content: .bytes(csv)))
      try await emit(
        RenderedFile(path: "data/\(dataset.name).json", content: .bytes(dataset.json())))
      if let query = dataset.query {
        try await emit(
          RenderedFile(path: "data/\(dataset.name).sql", content: .bytes(Array(query.utf8))))
      }
    }
    try await emit(RenderedFile(path: SitePath.package, content: .bytes(package.json())))
  }
}

/// Renders single pages.
private struct PageRenderer: Sendable {
  let site: ResolvedSite
  let library: FormLibrary
  let feeds: FeedFiles
  /// The words of each language of the pages, and what templates see of them.
  private let words: [String: (words: InterfaceWords, values: TemplateObject)]

  init(site: ResolvedSite, library: FormLibrary, feeds: FeedFiles) {
    self.site = site
    self.library = library
    self.feeds = feeds
    let tags = Set(site.pages.map { site.configuration.languageTag(of: $0.parsed.frontMatter) })
    words = Dictionary(
      uniqueKeysWithValues: tags.map { tag in
        let words = InterfaceWords(site.words, in: tag)
        return (tag, (words, words.values))
      })
  }

  /// The page and the files beside it.
  func render(_ index: Int) -> [RenderedFile] {
    let page = site.pages[index]
    let language = site.configuration.language(of: page.parsed.frontMatter)
    let tag = site.configuration.languageTag(of: page.parsed.frontMatter)
    let words = self.words[tag]?.words ?? InterfaceWords(site.words, in: tag)
    let addresses = PageAddresses(site: site, origin: page)
    var text = TextRenderer(
      citations: page.citations, values: page.values, policy: site.configuration.html,
      words: words, valueLanguage: Language(tag: tag) == nil ? language.tag : nil,
      smallerPictures: site.smallerPictures)
    let figures = FigureRenderer(
      page: page, addresses: addresses, text: text, language: language, words: words)
    var files: [RenderedFile] = []
    for (parsed, figure) in zip(page.parsed.figures, page.figures) {
      text.figures[parsed.fence] = figures.render(figure)
      files += figures.files(figure)
    }
    let queries = QueryRenderer(
      page: page, addresses: addresses, language: language, words: words)
    for (parsed, dataset) in zip(page.parsed.queries, page.queries) {
      guard let dataset else { continue }
      text.figures[parsed.fence] = queries.render(parsed.query, dataset)
      files += queries.files(dataset)
    }
    files += EventFiles.files(of: page, in: site) + feeds.files(of: index)
    let cited = page.sources?.sources ?? page.ownCitation.map { [$0.source] }
    if let cited { files += SourceFiles.files(cited, besidePage: page.parsed.path) }
    let context = PageContext(
      site: site, index: index, page: page, addresses: addresses, language: language,
      words: words, wordValues: self.words[tag]?.values ?? words.values, text: text, feeds: feeds,
      body: text.blocks(of: page.body))
    let html = library.render(context.object(), with: page.template)
    files.append(RenderedFile(path: page.output, content: .bytes(html)))
    return files
  }
}
