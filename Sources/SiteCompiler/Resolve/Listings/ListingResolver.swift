import SiteModel
import Values

/// Works out what each folder's listing lists.
struct ListingResolver: Sendable {
  /// How many of a section's pages the listing above shows.
  private static let shown = 4

  let index: SiteIndex
  /// The pages of each folder but its index, in the order of listings.
  private let members: [String: [Int]]
  /// The listings of each folder's folders.
  private let folders: [String: [Int]]

  init(index: SiteIndex) {
    self.index = index
    var members: [String: [Int]] = [:]
    var folders: [String: [Int]] = [:]
    for (number, page) in index.pages.enumerated() where Self.isListed(page) {
      let folder = SitePath.folder(of: page.path)
      if !page.isIndex {
        members[folder, default: []].append(number)
      } else if !folder.isEmpty {
        folders[SitePath.folder(of: String(folder.dropLast())), default: []].append(number)
      }
    }
    self.members = members.mapValues { Self.sorted($0, index) }
    self.folders = folders
  }

  /// Whether listings list a page: it says something of its own, or leads to what does.
  static func isListed(_ page: ParsedPage) -> Bool {
    if page.path == "404.md" || page.path == SitePath.sources || page.path == SitePath.siteMap {
      return false
    }
    switch page.generated {
    case nil, .listing, .datasets: return true
    case .dataset(_, let number): return number == 1
    case .notFound, .sources, .timeline, .terms, .listingPage, .siteMap, .figures: return false
    }
  }

  /// What the page `page` lists, or nil where it lists none.
  func resolve(_ page: Int) -> ResolvedListing? {
    switch index.pages[page].generated {
    case .listingPage(let path, let number):
      return index.page(at: path).flatMap {
        part(number, of: $0)
      }
    case .timeline, .figures, .siteMap, .notFound, .sources, .dataset: return nil
    case nil, .listing, .datasets, .terms: return part(1, of: page)
    }
  }

  /// A page of the listing that begins with the page `first`.
  private func part(_ number: Int, of first: Int) -> ResolvedListing? {
    let own = index.pages[first]
    let whole: ResolvedListing
    if case .terms(let address)? = own.generated {
      guard let term = index.classification.term(at: address) else { return nil }
      let pages = term.members.compactMap { index.page(at: $0) }
      whole = ResolvedListing(entries: Self.sorted(pages, index), sections: [])
    } else {
      guard own.isIndex else { return nil }
      whole = folder(first)
    }
    let size = ResolvedListing.entriesPerPage
    let count = max(1, (whole.entries.count + size - 1) / size)
    let pages = (1...count).compactMap { index.page(at: SitePath.listing(own.path, page: $0)) }
    return ResolvedListing(
      entries: Array(whole.entries.dropFirst((number - 1) * size).prefix(size)),
      sections: number == 1 ? whole.sections : [], pages: pages, number: number)
  }

  /// How many entries the listing at `path` will have.
  func count(at path: String) -> Int { members[SitePath.folder(of: path)]?.count ?? 0 }

  private func folder(_ page: Int) -> ResolvedListing {
    let folder = SitePath.folder(of: index.pages[page].path)
    let sections = inNavigationOrder(folders[folder] ?? []).map { section in
      let own = SitePath.folder(of: index.pages[section].path)
      let pages = members[own] ?? []
      return ResolvedListing.Section(
        page: section, entries: Array(pages.prefix(Self.shown)), count: count(below: own))
    }
    return ResolvedListing(entries: members[folder] ?? [], sections: sections)
  }

  /// Dated pages first and the newest first; of one day, or without one, those of a series by
  /// their numbers in it; then by title.
  static func sorted(_ pages: [Int], _ index: SiteIndex) -> [Int] {
    pages.sorted { left, right in
      let (first, second) = (index.pages[left].frontMatter, index.pages[right].frontMatter)
      switch (first.date?.latest, second.date?.latest) {
      case (let one?, let other?) where one != other: return one > other
      case (_?, nil): return true
      case (nil, _?): return false
      default: break
      }
      let (one, other) = (place(first), place(second))
      if one != other { return one < other }
      return (index.sortKey(of: left), left) < (index.sortKey(of: right), right)
    }
  }

  /// Where a page stands among those of its date: numbered pages by series and number.
  private static func place(_ page: FrontMatter) -> (Int, String, Int) {
    guard let series = page.series, let number = page.number.flatMap({ Int($0) }) else {
      return (1, "", 0)
    }
    return (0, series, number)
  }

  /// How many pages there are in a folder and the folders below it, listings left out.
  private func count(below folder: String) -> Int {
    members.filter { $0.key.utf8.starts(with: folder.utf8) }.values.map(\.count).reduce(0, +)
  }

  /// Sections that the navigation names come first, in its order.
  private func inNavigationOrder(_ sections: [Int]) -> [Int] {
    let order = index.site.configuration.navigation.compactMap { item in
      SitePath.resolve(item.path, in: "").map { $0.hasSuffix("/") ? $0 + "index.md" : $0 }
    }
    func rank(_ page: Int) -> Int {
      order.firstIndex(of: index.pages[page].path) ?? order.count
    }
    return sections.sorted { (rank($0), $0) < (rank($1), $1) }
  }
}
