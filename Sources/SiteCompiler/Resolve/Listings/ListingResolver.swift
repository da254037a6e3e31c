import SiteModel
import Values

/// Works out what each folder's listing lists.
struct ListingResolver: Sendable {
  /// How many of a section's pages the listing above shows.
  private static let shown = 4

  let index: SiteIndex
  /// What the front page shows before its sections, and not again in them.
  private let front: ResolvedFront?
  /// The pages of each folder but its index, in the order of listings.
  private let members: [String: [Int]]
  /// The pages that bear each term, in the same order.
  private let terms: [TermAddress: [Int]]
  /// The listings of each folder's folders.
  private let folders: [String: [Int]]

  init(index: SiteIndex, front: ResolvedFront? = nil) {
    self.index = index
    self.front = front
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
    // A long list stands on many pages: it is sorted once for all.
    var terms: [TermAddress: [Int]] = [:]
    for kind in index.classification.kinds {
      for term in kind.terms {
        let pages = term.members.compactMap { index.page(at: $0) }
        terms[TermAddress(kind: kind.name, slug: term.slug)] = Self.sorted(pages, index)
      }
    }
    self.terms = terms
  }

  /// Whether listings list a page: it says something of its own, or leads to what does.
  static func isListed(_ page: ParsedPage) -> Bool {
    if page.path == "404.md" || page.path == SitePath.sources || page.path == SitePath.siteMap
      || page.path == SitePath.search
    {
      return false
    }
    switch page.generated {
    case nil, .listing, .datasets: return true
    case .dataset(_, let number): return number == 1
    case .notFound, .sources, .timeline, .terms, .listingPage, .siteMap, .search, .figures:
      return false
    }
  }

  /// What the page `page` lists, or nil where it lists none.
  func resolve(_ page: Int) -> ResolvedListing? {
    switch index.pages[page].generated {
    case .listingPage(let path, let number):
      return index.page(at: path).flatMap {
        part(number, of: $0)
      }
    case .timeline, .figures, .siteMap, .search, .notFound, .sources, .dataset: return nil
    case nil, .listing, .datasets, .terms: return part(1, of: page)
    }
  }

  /// A page of the listing that begins with the page `first`.
  private func part(_ number: Int, of first: Int) -> ResolvedListing? {
    let own = index.pages[first]
    let whole: ResolvedListing
    if case .terms(let address)? = own.generated {
      guard let pages = terms[address] else { return nil }
      whole = ResolvedListing(entries: pages, sections: [])
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

  private func folder(_ page: Int) -> ResolvedListing {
    let folder = SitePath.folder(of: index.pages[page].path)
    let sections = inNavigationOrder(folders[folder] ?? []).map { section in
      let own = SitePath.folder(of: index.pages[section].path)
      var pages = members[own] ?? []
      if folder.isEmpty, let front { pages.removeAll { front.shown.contains($0) } }
      return ResolvedListing.Section(
        page: section, entries: Array(pages.prefix(Self.shown)), count: count(below: own))
    }
    return ResolvedListing(entries: members[folder] ?? [], sections: sections)
  }

  /// Dated pages first and the newest first; of one day, or without one, those of a series by
  /// their numbers in it; then by title.
  static func sorted(_ pages: [Int], _ index: SiteIndex) -> [Int] {
    pages.map { page -> (key: Key, page: Int) in
      let matter = index.pages[page].frontMatter
      // The newest first; what has no date stands last.
      let date = matter.date?.latest.map { -$0.number } ?? Int.max
      return (Key(date: date, place: place(matter), title: index.sortKey(of: page)), page)
    }.sorted { left, right in
      let (first, second) = (left.key, right.key)
      if first.date != second.date { return first.date < second.date }
      if first.place != second.place { return first.place < second.place }
      return (first.title, left.page) < (second.title, right.page)
    }.map(\.page)
  }

  /// What pages of a listing are sorted by.
  private struct Key {
    let date: Int
    let place: (Int, String, Int)
    let title: String
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
