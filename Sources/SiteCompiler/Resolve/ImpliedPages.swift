import Citations
import Datasets
import Diagnostics
import Markdown
import SiteModel

/// Adds the pages that nobody wrote: a listing for every folder without an `index.md`, the list of
/// all sources, the pages of datasets with their list, those of the timeline, and the page for
/// addresses that lead nowhere.
enum ImpliedPages {
  /// The site's pages with the implied ones among them, by path.
  static func complete(_ site: ParsedSite, words: InterfaceWords) -> [ParsedPage] {
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
    for folder in folders where !written.contains(folder + "index.md") {
      pages.append(page(folder + "index.md", title: title(of: folder, in: site.configuration)))
    }
    if !written.contains("404.md") {
      pages.append(page("404.md", title: words["notFound"]))
    }
    if !written.contains(SitePath.sources), !site.sources.sources.isEmpty {
      pages.append(page(SitePath.sources, title: words["sources"]))
    }
    for name in site.datasets.names where name != DatasetAddress.reservedName {
      guard let dataset = site.datasets[name] else { continue }
      let address = DatasetAddress(dataset)
      for number in 1...address.pageCount where !written.contains(address.path(ofPage: number)) {
        pages.append(page(address.path(ofPage: number), title: dataset.title ?? name))
      }
    }
    let language = site.configuration.language(of: FrontMatter())
    for address in timeline.addresses where !written.contains(address.path) {
      let title = timeline.title(of: address, in: site.datasets, words, language)
      pages.append(page(address.path, title: title))
    }
    if !site.datasets.names.isEmpty, !written.contains(SitePath.datasets) {
      pages.append(page(SitePath.datasets, title: words["datasets"]))
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

  private static func page(_ path: String, title: String) -> ParsedPage {
    var matter = FrontMatter()
    matter.title = FrontMatter.Text(title, at: SourceSpan(SourceFileID(0), 0..<0))
    return ParsedPage(
      path: path, origin: .generated, frontMatter: matter, heads: PageHeads(),
      body: MarkdownDocument(), figures: [], span: nil)
  }
}
