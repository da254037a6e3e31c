public import Citations
public import Datasets

/// A publication as it was read, file by file.
public struct ParsedSite: Sendable {
  /// A page that this build may not show.
  public struct WithheldPage: Sendable {
    /// Why not.
    public enum Reason: Sendable {
      /// It is a draft.
      case draft
    }

    /// The path of its file within `Content/`.
    public let path: String
    /// Why it is not there.
    public let reason: Reason

    /// The page at `path`, withheld for `reason`.
    public init(path: String, reason: Reason) {
      self.path = path
      self.reason = reason
    }
  }

  /// What was found on disk.
  public let tree: SourceTree
  /// What `site.yaml` says.
  public let configuration: SiteConfiguration
  /// The pages, by path.
  public var pages: [ParsedPage]
  /// Pages that were taken out, by path; nothing else of them is kept.
  public var withheld: [WithheldPage] = []
  /// The datasets.
  public var datasets: DatasetCatalog
  /// The queries of the site as a whole, whose rows are datasets too.
  public let queries: [Query]
  /// The sources that may be cited.
  public let sources: SourceLibrary
  /// The words that the theme says itself.
  public let words: WordTables

  /// A site of `pages`.
  public init(
    tree: SourceTree, configuration: SiteConfiguration, pages: [ParsedPage],
    datasets: DatasetCatalog, queries: [Query] = [], sources: SourceLibrary,
    words: WordTables
  ) {
    self.tree = tree
    self.configuration = configuration
    self.pages = pages
    self.datasets = datasets
    self.queries = queries
    self.sources = sources
    self.words = words
  }
}
