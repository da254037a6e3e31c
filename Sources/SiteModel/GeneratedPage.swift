/// What a page is for that nobody wrote.
public enum GeneratedPage: Hashable, Sendable {
  /// The page of a folder without an `index.md`.
  case listing
  /// What a web host shows where there is no page.
  case notFound
  /// The list of all sources.
  case sources
  /// The list of all datasets.
  case datasets
  /// Rows of a dataset: page `number`, from 1.
  case dataset(DatasetAddress, number: Int)
  /// A page of the publication's timeline.
  case timeline(TimelineAddress)
  /// The terms of a kind, or the pages that bear one of them.
  case terms(TermAddress)
  /// A further page, from 2, of the listing at `path`.
  case listingPage(path: String, number: Int)
  /// All pages of the site.
  case siteMap
  /// The search.
  case search
  /// The figures of the whole site: page `number`, from 1.
  case figures(number: Int)
}

extension GeneratedPage {
  /// Whether links name it by its output path: it has no source, and no folder's name means it.
  public var isNamedByOutput: Bool {
    switch self {
    case .listing, .notFound, .datasets, .sources: false
    case .dataset, .timeline, .terms, .listingPage, .siteMap, .search, .figures: true
    }
  }
}

/// The address of a list of pages that bear a term of a kind, such as a topic, an author, a series or
/// a year; or of the list of all terms of a kind.
public struct TermAddress: Hashable, Sendable {
  /// The kind: the name of a taxonomy, `authors`, `series` or `years`.
  public let kind: String
  /// What the term is called in addresses; nil for the list of all terms.
  public let slug: String?

  /// The pages of `slug` among the terms of `kind`.
  public init(kind: String, slug: String? = nil) {
    self.kind = kind
    self.slug = slug
  }

  /// The source path that the page would have within `Content/`: no file has it.
  public var path: String { "\(kind)/\(slug ?? "index").md" }
}
