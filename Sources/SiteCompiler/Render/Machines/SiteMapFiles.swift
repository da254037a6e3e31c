import Bytes
import Markup
import SiteModel
import Values

/// The files for programs that read the whole site: the map of its pages, and what they may read.
enum SiteMapFiles {
  /// How many addresses a file of the map may have: the protocol of sitemaps.org.
  private static let limit = 50_000

  /// The output paths of the files.
  static func outputs(of site: ResolvedSite) -> [String] {
    outputs(of: site.pages, site.configuration, assets: site.assets)
  }

  /// The output paths of the files of a site of `pages`, without what its author wrote.
  static func outputs(
    of pages: [ResolvedPage], _ configuration: SiteConfiguration, assets: [RenderedFile]
  ) -> [String] {
    var paths: [String] = []
    if configuration.baseURL != nil {
      let count = (pages.count(where: isMapped) + limit - 1) / limit
      paths += ["sitemap.xml"] + (count > 1 ? (1...count).map { "sitemap-\($0).xml" } : [])
    }
    if !assets.contains(where: { $0.path == robots }) { paths.append(robots) }
    return paths
  }

  /// What programs may read; a file of the author's own at that path stands in its place.
  private static let robots = "robots.txt"

  /// The files; the map needs the site's own address.
  static func files(of site: ResolvedSite) -> [RenderedFile] {
    let configuration = site.configuration
    var files: [RenderedFile] = []
    var map: String?
    if let address = configuration.address(of: "sitemap.xml") {
      map = address
      let pages = site.pages.filter { isMapped($0) }
      let parts = stride(from: 0, to: pages.count, by: limit).map {
        Array(pages[$0..<min($0 + limit, pages.count)])
      }
      if parts.count <= 1 {
        files.append(file("sitemap.xml", urls(parts.first ?? [], configuration)))
      } else {
        let names = parts.indices.map { "sitemap-\($0 + 1).xml" }
        for (name, part) in zip(names, parts) {
          files.append(file(name, urls(part, configuration)))
        }
        files.append(file("sitemap.xml", index(names, configuration)))
      }
    }
    // What is meant for a smaller circle is for no program that gathers pages for all.
    let isOpen = (site.mark ?? .clear) == TrafficLight.clear
    let rules = "User-agent: *\n" + (isOpen ? "Disallow:\n" : "Disallow: /\n")
    let text = rules + (isOpen ? map.map { "Sitemap: \($0)\n" } ?? "" : "")
    if !site.assets.contains(where: { $0.path == robots }) {
      files.append(RenderedFile(path: robots, content: .bytes(Array(text.utf8))))
    }
    return files
  }

  /// Whether a page says something that is not said elsewhere.
  private static func isMapped(_ page: ResolvedPage) -> Bool {
    page.kind != .notFound && !page.parsed.frontMatter.isDraft
  }

  private static func file(_ path: String, _ fragment: Fragment) -> RenderedFile {
    let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    return RenderedFile(path: path, content: .bytes(Array(head.utf8) + fragment.bytes))
  }

  private static func urls(
    _ pages: [ResolvedPage], _ configuration: SiteConfiguration
  ) -> Fragment {
    var writer = MarkupWriter()
    writer.element("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"]) { writer in
      for page in pages {
        guard let address = configuration.address(of: page.output) else { continue }
        writer.newline()
        writer.element("url") { writer in
          writer.element("loc", text: address)
          let matter = page.parsed.frontMatter
          if let date = (matter.updated ?? matter.date).flatMap(StatedDate.init) {
            writer.element("lastmod", text: date.text(separator: "-"))
          }
        }
      }
      writer.newline()
    }
    writer.newline()
    return writer.fragment
  }

  private static func index(
    _ names: [String], _ configuration: SiteConfiguration
  ) -> Fragment {
    var writer = MarkupWriter()
    let attributes: MarkupWriter.Attributes = [
      "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"
    ]
    writer.element("sitemapindex", attributes) { writer in
      for address in names.compactMap(configuration.address) {
        writer.newline()
        writer.element("sitemap") { $0.element("loc", text: address) }
      }
      writer.newline()
    }
    writer.newline()
    return writer.fragment
  }
}
