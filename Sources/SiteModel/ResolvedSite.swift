public import Datasets

/// A publication whose every reference leads somewhere: all that rendering needs.
public struct ResolvedSite: Sendable {
  /// An entry of the navigation.
  public struct NavigationItem: Sendable {
    /// What the reader sees.
    public let title: String
    /// The page, an index into ``ResolvedSite/pages``.
    public let page: Int

    /// The entry `title`.
    public init(title: String, page: Int) {
      self.title = title
      self.page = page
    }
  }

  /// What `site.yaml` says.
  public let configuration: SiteConfiguration
  /// The pages, by path.
  public let pages: [ResolvedPage]
  /// The front page, an index into ``pages``.
  public let front: Int?
  /// The navigation.
  public let navigation: [NavigationItem]
  /// The datasets that are published.
  public let datasets: [Dataset]
  /// Files that are copied, or written as they were read.
  public let assets: [RenderedFile]
  private let pageIndexes: [String: Int]
  /// The templates and partials: names with their texts.
  public let templates: [(name: String, text: String)]

  /// A site of `pages`.
  public init(
    configuration: SiteConfiguration, pages: [ResolvedPage], front: Int?,
    navigation: [NavigationItem], datasets: [Dataset], assets: [RenderedFile],
    templates: [(name: String, text: String)]
  ) {
    self.configuration = configuration
    self.pages = pages
    self.pageIndexes = Dictionary(
      pages.enumerated().map { ($1.parsed.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.front = front
    self.navigation = navigation
    self.datasets = datasets
    self.assets = assets
    self.templates = templates
  }

  /// The page whose file is at `path` within `Content/`, an index into ``pages``.
  public func page(at path: String) -> Int? { pageIndexes[path] }

  /// A site with nothing in it.
  public static let empty = ResolvedSite(
    configuration: SiteConfiguration(), pages: [], front: nil, navigation: [], datasets: [],
    assets: [], templates: [])
}
