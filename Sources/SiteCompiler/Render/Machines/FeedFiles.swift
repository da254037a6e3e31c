import Markup
import SiteModel

/// The feeds of a site, each beside a listing.
///
/// Everything that knows of them asks here: the files themselves, the claims to their paths and the
/// links to them.
struct FeedFiles: Sendable {
  /// A format of feeds.
  private struct Format: Sendable {
    let ending: String
    let type: String
    let write: @Sendable (Feed, _ address: String) -> [UInt8]
  }

  private static let formats = [
    Format(ending: "xml", type: "application/atom+xml", write: AtomWriter.write),
    Format(ending: "json", type: "application/feed+json", write: JSONFeedWriter.write),
  ]

  private let configuration: SiteConfiguration
  private let front: Int?
  private let pages: [ResolvedPage]
  /// What the feeds are called, by the pages that have them.
  private let titles: [Int: String]

  /// The feeds of a site of `pages`.
  init(_ pages: [ResolvedPage], front: Int?, _ configuration: SiteConfiguration) {
    self.configuration = configuration
    self.front = front
    self.pages = pages
    var titles: [Int: String] = [:]
    for index in pages.indices where pages[index].kind == .listing || index == front {
      titles[index] = Feed.title(of: index, among: pages, front: front, configuration)
    }
    self.titles = titles
  }

  /// The feeds of `site`.
  init(_ site: ResolvedSite) {
    self.init(site.pages, front: site.front, site.configuration)
  }

  /// The output paths of all feeds.
  var outputs: [String] { titles.keys.sorted().flatMap(outputs(of:)) }

  /// The output paths of the feeds beside the page whose source is at `path`.
  private static func outputs(besidePage path: String) -> [String] {
    formats.map { output($0, besidePage: path) }
  }

  /// The output paths of the feeds of the page `page`.
  func outputs(of page: Int) -> [String] {
    titles[page] == nil ? [] : Self.outputs(besidePage: pages[page].parsed.path)
  }

  /// The feeds of the page `page`.
  func files(of page: Int) -> [RenderedFile] {
    guard titles[page] != nil,
      let feed = Feed(of: page, among: pages, front: front, configuration)
    else { return [] }
    return Self.formats.compactMap { format in
      let path = Self.output(format, besidePage: pages[page].parsed.path)
      return configuration.address(of: path).map {
        RenderedFile(path: path, content: .bytes(format.write(feed, $0)))
      }
    }
  }

  /// What leads from the page `page` to its feeds and to those of the whole site.
  func links(from page: Int, _ addresses: PageAddresses) -> [TemplateObject] {
    let owners = [page] + (front.map { $0 == page ? [] : [$0] } ?? [])
    return owners.flatMap { owner -> [TemplateObject] in
      guard let title = titles[owner] else { return [] }
      return Self.formats.map { format in
        let path = Self.output(format, besidePage: pages[owner].parsed.path)
        return TemplateObject([
          "type": .text(format.type), "title": .text(Fragment(text: title).text),
          "href": .text(Fragment(text: addresses.href(to: path)).text),
        ])
      }
    }
  }

  /// The address of the feed of the whole site, in the first format; nil where there is none.
  func whole(_ addresses: PageAddresses) -> String? {
    guard let front, titles[front] != nil, let format = Self.formats.first else { return nil }
    return addresses.href(to: Self.output(format, besidePage: pages[front].parsed.path))
  }

  /// `briefs/feed.xml` for a folder's listing, `topics/rain.xml` for a topic's.
  private static func output(_ format: Format, besidePage path: String) -> String {
    let stem = SitePath.stem(of: path)
    return SitePath.folder(of: path) + (stem == "index" ? "feed" : stem) + "." + format.ending
  }
}
