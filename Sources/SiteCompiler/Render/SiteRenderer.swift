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
    // The search needs no page that is rendered, and so takes the time that others leave.
    let keys = await keys(for: reuse)
    async let search = renderSearch(keys, reuse, emit)
    for asset in site.assets { try await emit(asset) }
    for picture in site.madePictures { try await emit(picture.file) }
    try await renderData(emit)
    for file in SiteMapFiles.files(of: site) { try await emit(file) }
    let library = try FormLibrary(site.templates)
    let pages = PageRenderer(site: site, library: library, feeds: FeedFiles(site))
    let net = RenderedNet(site)
    var readings = net.readCopied()
    let redirects = RedirectRenderer(site: site)
    for redirect in site.redirects {
      let file = redirects.render(redirect)
      readings += net.read([file], of: redirect.page)
      try await emit(file)
    }
    if workers == 1 { _ = try await search }
    let made = try await ParallelMap.map(Array(site.pages.indices), workers: workers) { index in
      let key = keys?[index]
      if let reuse, let key, let page = await reuse.page(site.pages[index], index, key: key, net) {
        return Made(readings: [page.reading], memory: page, isRendered: false)
      }
      let files = pages.render(index)
      for file in files { try await emit(file) }
      let readings = net.read(files, of: index)
      let memory = key.flatMap { key in
        RenderedReading.merged(readings).map {
          RenderMemory.Page(key: key, files: files.map(\.path), reading: $0)
        }
      }
      return Made(readings: readings, memory: memory, isRendered: true)
    }
    let searchMemory = try await search
    readings += made.lazy.flatMap(\.readings)
    var memory = RenderMemory()
    memory.search = searchMemory
    for (page, made) in zip(site.pages, made) {
      if let known = made.memory { memory.pages[page.parsed.path] = known }
    }
    return Outcome(
      RenderOutcome(memory: memory, renderedCount: made.count(where: \.isRendered)),
      net.report(readings))
  }

  /// What came of one page.
  private struct Made: Sendable {
    let readings: [RenderedReading]
    let memory: RenderMemory.Page?
    let isRendered: Bool
  }

  /// By what each page is known, where anything is to be taken over or kept.
  private func keys(for reuse: RenderReuse?) async -> [ContentDigest]? {
    guard let reuse else { return nil }
    let keys = PageKeys(site, of: reuse.tree, reuse.inputs)
    return await ParallelMap.map(Array(site.pages.indices), workers: workers) { keys.key(of: $0) }
  }

  /// - Returns: What the next index may go by.
  private func renderSearch(
    _ keys: [ContentDigest]?, _ reuse: RenderReuse?,
    _ emit: @escaping @Sendable (RenderedFile) async throws -> Void
  ) async throws -> SearchMemory {
    let index = await SearchIndex(
      site, workers: workers, keys: keys, after: reuse?.last.search ?? SearchMemory())
    try await index.write(keeping: { await reuse?.keep($0) ?? false }, emit)
    return index.memory
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
