import Bytes
import Diagnostics
import Markdown
import SiteModel
import Values

/// For each page a digest of everything that its files are made from: where it is the same as the
/// last time, so are they.
///
/// What a page shows of others is their faces: titles, front matter, headings, captions. Which others
/// it shows is part of the key, too, so that a page is rendered again when it gains or loses a
/// neighbour. A page that shows the whole site has every face in its key.
struct PageKeys: Sendable {
  private let site: ResolvedSite
  private let files: [ContentDigest]
  /// What is the same for all: settings, templates, words, `site.yaml`, the navigation.
  private let common: ContentDigest
  private let data: DataKeys
  /// What is to be seen of each page from others; nil where it is found out when somebody asks.
  private var faces: [ContentDigest]?
  private let allFaces: Deferred<ContentDigest>
  /// The faces of the pages whose names may be linked anywhere.
  private let entityFaces: Deferred<ContentDigest>
  private let tree: SourceTree
  /// By what everything is known besides the pages' own texts.
  private let standing: ContentDigest

  /// For more pages than these, it is quicker to look at all faces once.
  static let fewPages = 100

  /// - Parameter standing: By what everything is known besides the pages' own texts.
  init(
    _ site: ResolvedSite, of tree: SourceTree, _ inputs: RenderInputs, _ standing: ContentDigest
  ) {
    self.site = site
    self.tree = tree
    self.standing = standing
    files = inputs.files
    var common = inputs.settings
    var data: [(path: String, digest: ContentDigest)] = []
    for (kind, entries) in [tree.content, tree.templates, tree.themeWords].enumerated() {
      common.add(UInt64(kind))
      for entry in entries {
        guard let file = entry.text, !entry.path.hasSuffix(".md"), !Self.isCopied(entry.path, kind)
        else { continue }
        let digest = inputs.files[Int(file.index)]
        if kind == 0, entry.path != "site.yaml", !CopiedPage.isOne(entry.path) {
          data.append((entry.path, digest))
        } else {
          common.add(entry.path)
          common.add(digest)
        }
      }
    }
    self.data = DataKeys(site, of: tree, files: data)
    func faces(
      where isWanted: @escaping @Sendable (ResolvedPage) -> Bool
    ) -> Deferred<ContentDigest> {
      Deferred(later: {
        var faces = ContentDigest()
        for page in site.pages where isWanted(page) { faces.add(Self.face(of: page, tree)) }
        return faces
      })
    }
    allFaces = faces { _ in true }
    entityFaces = faces { $0.entity != nil }
    for item in site.navigation {
      common.add(item.title)
      common.add(site.pages[item.page].output)
    }
    for path in [
      SitePath.sources, SitePath.datasets, SitePath.search, SitePath.siteMap,
      TimelineAddress().path,
    ] {
      common.add(site.page(at: path) == nil ? 0 : 1)
    }
    common.add(site.front.map { site.pages[$0].parsed.path } ?? "")
    // The feed of the whole site is offered everywhere, while it has an entry.
    common.add(site.pages.contains { $0.kind == .brief } ? 1 : 0)
    common.add(site.makesPDFs ? 1 : 0)
    self.common = common
  }

  /// The same, for those who will ask for most pages.
  func lookingAtAll() -> PageKeys {
    var keys = self
    keys.faces = site.pages.map { Self.face(of: $0, tree) }
    return keys
  }

  /// What is to be seen of the page `index` from others.
  func face(of index: Int) -> ContentDigest {
    faces?[index] ?? Self.face(of: site.pages[index], tree)
  }

  /// The digest of the texts that the page shows, and of how everything else stands: where it is the
  /// same as the last time, so is its key.
  func own(of index: Int) -> ContentDigest {
    let page = site.pages[index]
    var own = standing
    func add(_ page: ResolvedPage) {
      if case .file(let file) = page.parsed.origin { own.add(files[Int(file.index)]) }
    }
    add(page)
    for lead in page.front?.leads ?? [] { add(site.pages[lead]) }
    for place in page.allFigures?.places ?? [] { add(site.pages[place.page]) }
    if let card = site.cards[index] { own.add(UInt64(card.width)) }
    return own
  }

  /// What is copied as it is shows on no other page, but for the size of a picture; of a copied page
  /// others need to know which anchors it has.
  private static func isCopied(_ path: String, _ kind: Int) -> Bool {
    kind == 0 && [".svg", ".css"].contains { path.lowercased().hasSuffix($0) }
  }

  /// What others show of a page.
  private static func face(of page: ResolvedPage, _ tree: SourceTree) -> ContentDigest {
    var face = ContentDigest()
    let parsed = page.parsed
    face.add(parsed.path)
    face.add(page.kind.rawValue)
    face.add(page.template)
    if case .file(let file) = parsed.origin {
      let bytes = tree[file].bytes
      if let head = FrontMatterSplitter(bytes, file: file).head {
        bytes.withUnsafeBytes { face.add(UnsafeRawBufferPointer(rebasing: $0[head])) }
      }
    }
    face.add(parsed.outline.digest)
    for figure in page.uses.figures { face.add(figure.id) }
    return face
  }

  /// The digest of all that the page's files are made from.
  func key(of index: Int) -> ContentDigest {
    let page = site.pages[index]
    var key = KeyBuilder(site: site, keys: self, sources: files, digest: common)
    key.digest.add(face(of: index))
    key.digest.add(entityFaces.value)
    if case .file(let file) = page.parsed.origin { key.digest.add(files[Int(file.index)]) }
    if showsAllData(page) {
      key.digest.add(data.whole)
    } else {
      data.add(page.uses, to: &key.digest)
    }
    if showsAll(page) { key.digest.add(allFaces.value) }
    key.addParts(of: page)
    if index == site.front {
      for (other, brief) in site.pages.enumerated() where brief.kind == .brief { key.add(other) }
    }
    key.digest.add(site.marks[index]?.rawValue ?? "")
    if let card = site.cards[index] {
      key.digest.add(card.path)
      key.digest.add(UInt64(card.width))
    }
    return key.digest
  }

  /// Whether the page may show any data and any source, as all do but texts.
  private func showsAllData(_ page: ResolvedPage) -> Bool {
    switch page.kind {
    case .brief, .page, .notFound: page.front != nil
    case .listing, .entity, .sources, .terms, .siteMap, .search, .figures, .timeline, .dataset: true
    }
  }

  /// Whether the page may show any other.
  private func showsAll(_ page: ResolvedPage) -> Bool {
    switch page.kind {
    // The figures that a page of figures shows are in its key with all of their pages.
    case .brief, .page, .notFound, .listing, .entity, .figures: false
    case .sources, .terms, .siteMap, .search, .timeline, .dataset: true
    }
  }
}
