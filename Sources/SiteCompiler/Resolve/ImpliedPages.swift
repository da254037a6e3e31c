import Citations
import Datasets
import Diagnostics
import Markdown
import SiteModel

/// Adds the pages that nobody wrote: a listing for every folder without an `index.md`, the list of
/// all sources, the pages of datasets with their list, those of the timeline, of topics, authors,
/// series and years, of all figures, of all pages, and the page for addresses that lead nowhere.
enum ImpliedPages {
  /// The site's pages with the implied ones among them, by path.
  static func complete(
    _ site: ParsedSite, words: InterfaceWords, _ known: Classification? = nil
  ) -> [ParsedPage] {
    let classification = known ?? Classification(site.pages, site.configuration)
    var pages = site.pages
    let written = Set(pages.map(\.path))
    var folders: Set<String> = [""]
    for page in pages {
      var folder = SitePath.folder(of: page.path)
      while !folder.isEmpty, folders.insert(folder).inserted {
        folder = SitePath.folder(of: String(folder.dropLast()))
      }
    }
    let timeline = TimelinePages(site.datasets)
    // The list of datasets and the timeline have titles of their own.
    if !site.datasets.names.isEmpty { folders.remove("data/") }
    if !timeline.datasets.isEmpty { folders.remove("timeline/") }
    var taken = written
    func add(_ role: GeneratedPage, _ path: String, _ title: String) {
      guard taken.insert(path).inserted else { return }
      pages.append(page(role, path, title: title))
    }
    for folder in folders {
      add(.listing, folder + "index.md", title(of: folder, in: site.configuration))
    }
    add(.notFound, "404.md", words["notFound"])
    if !site.sources.sources.isEmpty { add(.sources, SitePath.sources, words["sources"]) }
    for name in site.datasets.names where name != DatasetAddress.reservedName {
      guard let dataset = site.datasets[name] else { continue }
      let address = DatasetAddress(dataset)
      for number in 1...address.pageCount {
        add(
          .dataset(address, number: number), address.path(ofPage: number), dataset.title ?? name)
      }
    }
    if !site.datasets.names.isEmpty { add(.datasets, SitePath.datasets, words["datasets"]) }
    let language = site.configuration.language(of: FrontMatter())
    for address in timeline.addresses {
      let title = timeline.title(of: address, in: site.datasets, words, language)
      add(.timeline(address), address.path, title)
    }
    for kind in classification.kinds {
      let list = TermAddress(kind: kind.name)
      add(.terms(list), list.path, words.title(ofTerms: kind.name))
      for term in kind.terms {
        let address = TermAddress(kind: kind.name, slug: term.slug)
        add(.terms(address), address.path, term.title)
        guard !written.contains(address.path) else { continue }
        addParts(of: address.path, term.members.count, term.title, add)
      }
    }
    add(.siteMap, SitePath.siteMap, words["siteMap"])
    add(.search, SitePath.search, words["search"])
    let drawn = site.pages.reduce(0) { $0 + $1.outline.figures.count }
    for number in 0..<((drawn + FigureIndex.perPage - 1) / FigureIndex.perPage) {
      add(
        .figures(number: number + 1), SitePath.figures(page: number + 1), words["allFigures"])
    }
    var members: [String: Int] = [:]
    for page in pages where !page.isIndex && ListingResolver.isListed(page) {
      members[SitePath.folder(of: page.path), default: 0] += 1
    }
    let titles = Dictionary(
      pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for (folder, count) in members.sorted(by: { $0.key < $1.key }) {
      guard let first = titles[folder + "index.md"] else { continue }
      addParts(of: first.path, count, first.outline.title, add)
    }
    return pages.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func title(of folder: String, in configuration: SiteConfiguration) -> String {
    guard !folder.isEmpty else { return configuration.title }
    if let collection = configuration.collections.first(where: { $0.name + "/" == folder }) {
      return collection.title
    }
    let name = SitePath.name(of: String(folder.dropLast())).replacing("-", with: " ")
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The further pages of a listing that is too long for one.
  private static func addParts(
    of path: String, _ count: Int, _ title: String,
    _ add: (GeneratedPage, _ path: String, _ title: String) -> Void
  ) {
    let size = ResolvedListing.entriesPerPage
    guard count > size else { return }
    for number in 2...(count + size - 1) / size {
      add(
        .listingPage(path: path, number: number), SitePath.listing(path, page: number), title)
    }
  }

  private static func page(_ role: GeneratedPage, _ path: String, title: String) -> ParsedPage {
    var matter = FrontMatter()
    matter.title = FrontMatter.Text(title, at: SourceSpan(SourceFileID(0), 0..<0))
    return ParsedPage(
      path: path, origin: .generated(role), frontMatter: matter, span: nil,
      content: Deferred(
        ParsedPage.Content(heads: PageHeads(), body: MarkdownDocument(), figures: [])))
  }
}
