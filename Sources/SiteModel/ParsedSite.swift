public import Citations
public import Datasets
public import Values

/// A publication as it was read, file by file.
public struct ParsedSite: Sendable {
  /// A page that this build may not show.
  public struct WithheldPage: Sendable {
    /// Why not.
    public enum Reason: Sendable, Equatable {
      /// It is a draft.
      case draft
      /// Its mark is narrower than the audience; nil where it bears none.
      case mark(TrafficLight?)
      /// What its head says is not known, and so neither is its mark.
      case unreadable
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
  public private(set) var tree: SourceTree
  /// What `site.yaml` says.
  public let configuration: SiteConfiguration
  /// The pages, by path.
  public var pages: [ParsedPage]
  /// Pages that were taken out, by path; nothing else of them is kept.
  public var withheld: [WithheldPage] = []
  /// The circle that this build is for; nil where it is for whoever may see everything.
  public var audience: TrafficLight?
  /// The output paths of pages that nobody wrote, and that are not there for this audience.
  public var withheldOutputs: Set<String> = []
  /// The datasets.
  public var datasets: DatasetCatalog
  /// The queries of the site as a whole, whose rows are datasets too.
  public var queries: [Query]
  /// The sources that may be cited.
  public private(set) var sources: SourceLibrary
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

  /// The site with other sources.
  public func replacing(sources: SourceLibrary) -> ParsedSite {
    var site = self
    site.sources = sources
    return site
  }

  /// The site of another tree, of whose pages and data nothing is read anew.
  public func replacing(tree: SourceTree) -> ParsedSite {
    var site = self
    site.tree = tree
    return site
  }
}
