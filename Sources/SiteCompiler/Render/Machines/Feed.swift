import Bytes
import Markdown
import SiteModel
import Values

/// The newest dated pages of the site, of a section, of a topic: what feeds carry.
struct Feed {
  /// An entry: a dated page.
  struct Entry {
    let url: String
    let title: String
    let summary: String
    let authors: [String]
    let published: Day
    let updated: Day
    let language: String
    let license: License?
    fileprivate let matter: FrontMatter

    /// Worked out for those that are written: a brief of many topics is in the feed of each.
    var topics: [String] { matter.topics.map(\.text) }
  }

  /// How many entries a feed has: the newest.
  static let limit = 30

  let title: String
  /// The address of the page that it goes with.
  let home: String
  let language: String
  let entries: [Entry]

  /// The feed of the listing `page`; nil where the site does not know its own address, which feeds
  /// must state, or where nothing is dated.
  init?(
    of page: Int, among pages: [ResolvedPage], front: Int?, _ configuration: SiteConfiguration
  ) {
    let owner = pages[page]
    guard let home = configuration.address(of: owner.output),
      let listed = Self.listed(page, pages, front)
    else { return nil }
    // Of the many pages of a long list only those that are carried are looked at more closely.
    let newest = listed.compactMap { index in
      Self.published(pages[index]).map { (published: $0, page: pages[index]) }
    }.sorted { left, right in
      if left.published.number != right.published.number {
        return left.published.number > right.published.number
      }
      if left.page.plainTitle != right.page.plainTitle {
        return left.page.plainTitle < right.page.plainTitle
      }
      func url(_ page: ResolvedPage) -> String { configuration.address(of: page.output) ?? "" }
      return url(left.page) < url(right.page)
    }.prefix(Self.limit)
    let entries = newest.compactMap { Self.entry($1, published: $0, configuration) }
    guard !entries.isEmpty else { return nil }
    title = Self.title(of: owner, isFront: page == front, configuration)
    self.home = home
    language = configuration.languageTag(of: owner.parsed.frontMatter)
    self.entries = entries
  }

  /// Whether the listing `page` has a feed, and what that is called; nil where it has none.
  static func title(
    of page: Int, among pages: [ResolvedPage], front: Int?, _ configuration: SiteConfiguration
  ) -> String? {
    guard configuration.address(of: pages[page].output) != nil,
      listed(page, pages, front)?.contains(where: { published(pages[$0]) != nil }) == true
    else { return nil }
    return title(of: pages[page], isFront: page == front, configuration)
  }

  private static func title(
    of owner: ResolvedPage, isFront: Bool, _ configuration: SiteConfiguration
  ) -> String {
    isFront || owner.plainTitle == configuration.title
      ? configuration.title : "\(configuration.title): \(owner.plainTitle)"
  }

  /// The pages of which its feed carries the newest; nil where it has none.
  private static func listed(_ page: Int, _ pages: [ResolvedPage], _ front: Int?) -> [Int]? {
    if page == front { return pages.indices.filter { pages[$0].kind == .brief } }
    guard let listing = pages[page].listing, listing.number == 1 else { return nil }
    return listing.entries
  }

  /// When a page was published; nil where no feed can carry it.
  private static func published(_ page: ResolvedPage) -> Day? {
    guard page.kind == .brief, let date = page.parsed.frontMatter.date,
      let published = date.earliest ?? date.latest,
      // A year that no timestamp can have is no date of publication.
      (1...9_999).contains(published.civil.year)
    else { return nil }
    return published
  }

  private static func entry(
    _ page: ResolvedPage, published: Day, _ configuration: SiteConfiguration
  ) -> Entry? {
    let matter = page.parsed.frontMatter
    guard let url = configuration.address(of: page.output) else { return nil }
    let updated = matter.updated.flatMap { $0.latest ?? $0.earliest } ?? published
    return Entry(
      url: url, title: page.plainTitle,
      summary: page.heads.summary.document.plainText, authors: page.authors.map(\.name),
      published: published, updated: updated.number < published.number ? published : updated,
      language: configuration.languageTag(of: matter),
      license: page.license(in: configuration), matter: matter)
  }
}

extension Day {
  /// Its beginning as RFC 3339 has it, in UTC.
  var timestamp: String { EDTFDate(self).text + "T00:00:00Z" }
}
