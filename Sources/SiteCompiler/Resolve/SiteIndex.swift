import Bytes
import Citations
import Datasets
import Diagnostics
import Markdown
import SiteModel
import Values

/// Everything on the site that something can refer to.
struct SiteIndex: Sendable {
  /// A figure with the number that readers know it by.
  struct NumberedFigure: Sendable {
    let id: String
    let kind: FigureKind
    let number: Int
  }

  /// The site as it was read.
  private(set) var site: ParsedSite
  /// The pages, by path, implied ones among them.
  private(set) var pages: [ParsedPage]
  /// The pages' titles without markup.
  let titles: [String]
  /// What pages stand by in lists that are sorted by title.
  let sortKeys: [String]
  /// The pages' figures, in the order of the text.
  let figures: [[NumberedFigure]]
  /// Files that are copied, by path within `Content/`.
  private(set) var assets: [String: SourceTree.Entry]
  /// Output paths of published data by the path of the file within `Content/`.
  let dataOutputs: [String: String]

  /// The pages by their topics, authors, series and years.
  let classification: Classification

  /// The paths that a link may name, by the last part of each, and those parts to be held against
  /// misspelt ones.
  var linkable: (paths: [String: [String]], names: SuggestionIndex) { suggestions.value }
  /// Only a link that leads nowhere asks.
  private let suggestions: Deferred<(paths: [String: [String]], names: SuggestionIndex)>

  /// The ids on the pages that others made and that are copied, by their paths, where they can be
  /// known.
  let copiedIDs: [String: Set<String>]
  /// The pages that stand in for old addresses, by these.
  let redirected: [String: Int]

  private let pageIndexes: [String: Int]
  /// The pages that nobody wrote and that links name by their outputs.
  private let impliedOutputs: [String: String]
  let withheld: [String: ParsedSite.WithheldPage.Reason]
  private let stems: Deferred<[String: [Int]]>
  /// The ids on each page; nobody asks for those of most.
  private let anchors: [Deferred<Set<String>>]

  init(_ site: ParsedSite, pages: [ParsedPage], _ known: Classification? = nil) {
    self.site = site
    self.pages = pages
    let titles = pages.map(\.outline.title)
    self.titles = titles
    self.sortKeys = titles.map { $0.lowercased() }
    self.classification = known ?? Classification(site.pages, site.configuration)
    self.figures = pages.map(Self.number)
    self.pageIndexes = Dictionary(
      pages.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.withheld = Dictionary(
      site.withheld.map { ($0.path, $0.reason) }, uniquingKeysWith: { first, _ in first })
    // Only pages that someone wrote are known by the names of their files.
    self.stems = Deferred(later: {
      let named = pages.indices.filter { pages[$0].generated?.isNamedByOutput != true }
      return Dictionary(grouping: named, by: { SitePath.stem(of: pages[$0].path) })
    })
    self.anchors = zip(pages, figures).map { page, figures in
      Deferred(later: {
        let outline = page.outline
        var own = Set(outline.headings.map(\.id)).union(figures.map(\.id))
        own.formUnion(outline.notes.map(\.id))
        own.formUnion(outline.queries.map(\.name))
        if site.configuration.html == .all { own.formUnion(RawHTMLScan.ids(in: page).map(\.0)) }
        guard page.path == SitePath.sources else { return own }
        return own.union(site.sources.sources.map { CitationRenderer.entryID($0.id) })
      })
    }
    self.impliedOutputs = Dictionary(
      pages.filter { $0.path == SitePath.sources || $0.generated?.isNamedByOutput == true }
        .map { ($0.output, $0.path) }, uniquingKeysWith: { first, _ in first })
    let data = Dictionary(
      site.datasets.names.compactMap { name in
        site.datasets[name]?.path.map { ($0, "data/\(name).csv") }
      }, uniquingKeysWith: { first, _ in first })
    self.dataOutputs = data
    let sourcePaths = Set(
      site.configuration.sourceFiles.compactMap { SitePath.resolve($0.path, in: "") }
        + ["sources.json"])
    self.assets = Dictionary(
      site.tree.content.filter { entry in
        Self.isAsset(entry.path) && data[entry.path] == nil && !sourcePaths.contains(entry.path)
      }.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.copiedIDs = assets.compactMapValues { entry in
      guard CopiedPage.isOne(entry.path), let file = entry.text else { return nil }
      return CopiedPage(site.tree[file].bytes).ids.map { Set($0.map(\.text)) }
    }
    self.redirected = Dictionary(
      pages.enumerated().flatMap { number, page in
        page.frontMatter.redirects.compactMap { redirect in
          RedirectResolver.output(of: redirect).value.map { ($0, number) }
        }
      }, uniquingKeysWith: { first, _ in first })
    suggestions = Deferred(later: { [impliedOutputs, assets] in
      Self.linkable(pages, Array(impliedOutputs.keys), Array(assets.keys))
    })
  }

  /// The same of `site`, which differs in the texts of pages and in nothing that others can refer to;
  /// nil where it is not made of the same pages.
  func replacing(_ site: ParsedSite) -> SiteIndex? {
    var index = self
    index.site = site
    var next = 0
    for number in pages.indices where pages[number].generated == nil {
      guard next < site.pages.count, site.pages[next].path == pages[number].path else { return nil }
      index.pages[number] = site.pages[next]
      next += 1
    }
    return next == site.pages.count ? index : nil
  }

  /// Whether a file is one that authors publish as it is, rather than one that the site is made of.
  private static func isAsset(_ path: String) -> Bool {
    if path.hasSuffix(".md") || path == "site.yaml" { return false }
    return !path.hasPrefix("data/")
  }

  /// What links may name: pages that someone wrote, what has no source of its own, and files.
  private static func linkable(
    _ pages: [ParsedPage], _ implied: [String], _ assets: [String]
  ) -> (paths: [String: [String]], names: SuggestionIndex) {
    let written = pages.filter { page in
      if case .file = page.origin { true } else { false }
    }
    let paths = Dictionary(
      grouping: written.map(\.path) + assets + implied, by: { SitePath.name(of: $0) })
    return (paths, SuggestionIndex(paths.keys))
  }

  private static func number(_ page: ParsedPage) -> [NumberedFigure] {
    var counts: [FigureKind: Int] = [:]
    let outline = page.outline
    guard !outline.figures.isEmpty else { return [] }
    var taken = Set(outline.figures.compactMap(\.id)).union(outline.headings.map(\.id))
    return outline.figures.map { figure in
      let number = counts[figure.kind, default: 0] + 1
      counts[figure.kind] = number
      var id = figure.id ?? "\(figure.kind.prefix)-\(number)"
      while figure.id == nil, !taken.insert(id).inserted { id += "-1" }
      return NumberedFigure(id: id, kind: figure.kind, number: number)
    }
  }

  /// The language of a page as it is written, a BCP 47 tag: its own, or else the site's.
  func languageTag(of page: Int) -> String {
    site.configuration.languageTag(of: pages[page].frontMatter)
  }

  /// The words in which Dossier speaks on a page.
  func words(of page: Int) -> InterfaceWords {
    InterfaceWords(site.words, in: languageTag(of: page))
  }

  /// The language in which Dossier speaks on a page.
  func language(of page: Int) -> Language {
    site.configuration.language(of: pages[page].frontMatter)
  }

  /// How large the picture at `path` is; nil where that is not stated.
  func imageSize(of path: String) -> ImageSize? {
    guard let entry = assets[path] else { return nil }
    if case .size(let size)? = entry.image { return size }
    guard let file = entry.text, path.lowercased().hasSuffix(".svg") else { return nil }
    return SVGSize.read(site.tree[file].bytes)
  }

  /// The page whose file is at `path`.
  func page(at path: String) -> Int? { pageIndexes[path] }

  /// The source path of the page that nobody wrote and that stands at `output`.
  func impliedPath(ofOutput output: String) -> String? { impliedOutputs[output] }

  /// What a page stands by in lists that are sorted by title: its title without regard to case.
  func sortKey(of page: Int) -> String { sortKeys[page] }

  /// The site with some of its assets alone.
  func keeping(assets kept: Set<String>) -> SiteIndex {
    var index = self
    index.assets = assets.filter { kept.contains($0.key) }
    return index
  }

  /// The pages whose file is called `stem`, or whose path without `.md` it is.
  func pages(called stem: String) -> [Int] {
    if let page = pageIndexes[stem + ".md"] { return [page] }
    return stems.value[stem] ?? []
  }

  /// Whether `anchor` is an id on `page`.
  func hasAnchor(_ anchor: String, on page: Int) -> Bool {
    if anchors[page].value.contains(anchor) { return true }
    guard let (address, number) = pages[page].datasetPage else { return false }
    return DatasetAddress.row(ofAnchor: anchor).map(address.rows(ofPage: number).contains) ?? false
  }

  /// The ids on `page`, in byte order.
  func anchors(on page: Int) -> [String] { anchors[page].value.sorted() }

  /// Whether nobody wrote the page: the listing of a folder without an `index.md`, or the page for
  /// missing pages.
  func isImplied(_ page: Int) -> Bool { pages[page].generated != nil }

  /// The paths of all pages.
  var pagePaths: [String] { pages.map(\.path) }

  /// The collection that a page is a member of; a collection's own listing is none.
  func collection(of page: Int) -> SiteConfiguration.Collection? {
    guard !pages[page].isIndex else { return nil }
    return site.configuration.collection(of: pages[page].path)
  }

  /// The page of the entity `stem` of `collection`.
  func entity(_ stem: String, in collection: String) -> Int? {
    pageIndexes["\(collection)/\(stem).md"]
  }

  /// The stems of the entities of `collection`.
  func entities(in collection: String) -> [String] {
    pages.filter { !$0.isIndex && $0.path.hasPrefix(collection + "/") }
      .map { String($0.path.dropFirst(collection.utf8.count + 1).dropLast(3)) }
  }
}

extension FigureKind {
  /// What the ids of such figures begin with, so that `@key` refers to one.
  var prefix: String {
    switch self {
    case .figure: "fig"
    case .table: "tbl"
    case .timeline: "tml"
    }
  }
}
