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
    guard let home = configuration.address(of: owner.output) else { return nil }
    let listed: [Int]
    if page == front {
      listed = pages.indices.filter { pages[$0].kind == .brief }
    } else if let listing = owner.listing, listing.number == 1 {
      listed = listing.entries
    } else {
      return nil
    }
    let entries = listed.compactMap { Self.entry(pages[$0], configuration) }
      .sorted { left, right in
        (-left.published.number, left.title, left.url)
          < (-right.published.number, right.title, right.url)
      }
    guard !entries.isEmpty else { return nil }
    title =
      page == front || owner.heads.plainTitle == configuration.title
      ? configuration.title : "\(configuration.title): \(owner.heads.plainTitle)"
    self.home = home
    language = configuration.languageTag(of: owner.parsed.frontMatter)
    self.entries = Array(entries.prefix(Self.limit))
  }

  private static func entry(
    _ page: ResolvedPage, _ configuration: SiteConfiguration
  ) -> Entry? {
    let matter = page.parsed.frontMatter
    guard page.kind == .brief, let url = configuration.address(of: page.output),
      let date = matter.date, let published = date.earliest ?? date.latest
    else { return nil }
    // A year that no timestamp can have is no date of publication.
    guard (1...9_999).contains(published.civil.year) else { return nil }
    let updated = matter.updated.flatMap { $0.latest ?? $0.earliest } ?? published
    return Entry(
      url: url, title: page.heads.plainTitle,
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
