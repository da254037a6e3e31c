import Bytes
import Citations
import Diagnostics
import Markdown
import SiteModel
import Values

/// Makes of a brief the source that others cite.
struct PageSource {
  let configuration: SiteConfiguration
  let page: ParsedPage
  let heads: ResolvedHeads
  let authors: [ResolvedPage.Author]
  let translators: [ResolvedPage.Author]

  /// The brief as a report; what is not known of it is left out.
  func source() -> Source {
    let matter = page.frontMatter
    var texts: [TextVariable: String] = [:]
    texts[.title] = Self.whole(page.outline.title, heads.subtitle.document.plainText)
    texts[.collectionTitle] = matter.series
    texts[.number] = matter.number
    texts[.publisher] = configuration.publisher?.name
    texts[.publisherPlace] = configuration.publisher?.place
    texts[.doi] = matter.doi.map(Self.bareDOI)
    texts[.issn] = matter.issn
    texts[.license] = (matter.license ?? configuration.license)?.text
    texts[.language] = configuration.languageTag(of: matter)
    texts[.url] = configuration.address(of: page.output)
    let summary = heads.summary.document.plainText
    if !summary.isEmpty { texts[.abstract] = summary }
    var names: [NameVariable: [SourceName]] = [:]
    if !authors.isEmpty { names[.author] = authors.map(AuthorName.name) }
    if !translators.isEmpty { names[.translator] = translators.map(AuthorName.name) }
    var dates: [DateVariable: SourceDate] = [:]
    dates[.issued] = matter.date.map { date in
      SourceDate(date, language: configuration.language(of: matter))
    }
    let nowhere = SourceSpan(SourceFileID(0), 0..<0)
    let span = page.span ?? nowhere
    return Source(
      id: Self.key(of: page), type: .report, texts: texts, names: names, dates: dates, span: span,
      idSpan: span)
  }

  /// The key: the page's path, which is one's own within the site.
  private static func key(of page: ParsedPage) -> String {
    String(page.path.dropLast(3)).replacing("/", with: "-")
  }

  /// Title and subtitle, parted by a colon unless the title ends in a mark of its own.
  static func whole(_ title: String, _ subtitle: String) -> String {
    guard !subtitle.isEmpty else { return title }
    let endsItself = title.hasSuffix("?") || title.hasSuffix("!") || title.hasSuffix(":")
    return title + (endsItself ? " " : ": ") + subtitle
  }

  /// A DOI without what makes it an address.
  static func bareDOI(_ doi: String) -> String {
    for prefix in ["https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "doi:"]
    where doi.lowercased().hasPrefix(prefix) {
      return String(doi.dropFirst(prefix.count))
    }
    return doi
  }
}

extension SiteConfiguration {
  /// Where the file at `output` will stand on the web, or nil where nobody says.
  func address(of output: String) -> String? {
    guard let baseURL else { return nil }
    let slash = baseURL.hasSuffix("/") ? "" : "/"
    return baseURL + slash + PercentEncoding.encodePath(output)
  }
}
