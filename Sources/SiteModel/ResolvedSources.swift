public import Citations

/// Where the publication cites each of its sources: what the page of all sources says.
public struct ResolvedSources: Sendable {
  /// Where one source is cited.
  public struct Use: Sendable {
    /// The pages that cite it, indexes into the site's pages: briefs first, then by title.
    public var pages: [Int]
    /// The datasets whose rows cite it, in the order of their names, each with how many rows do.
    public var datasets: [(name: String, rows: Int)]

    /// A source that `pages` and the rows of `datasets` cite.
    public init(pages: [Int] = [], datasets: [(name: String, rows: Int)] = []) {
      self.pages = pages
      self.datasets = datasets
    }

    /// Whether nothing cites it.
    public var isEmpty: Bool { pages.isEmpty && datasets.isEmpty }
  }

  private let found: Deferred<(uses: [String: Use], sources: [Source])>

  /// The uses by the source's key; absent where there are none.
  public var uses: [String: Use] { found.value.uses }
  /// The sources themselves, in the order of the list.
  public var sources: [Source] { found.value.sources }

  /// Sources with their uses, which are gathered when somebody asks.
  public init(_ found: Deferred<(uses: [String: Use], sources: [Source])>) {
    self.found = found
  }
}

/// A page as others cite it.
public struct PageCitation: Sendable {
  /// The page as a source.
  public let source: Source
  /// Its entry in a list of sources, in the style of the site.
  public let entry: RichText

  /// The page as `source`, which is listed as `entry`.
  public init(source: Source, entry: RichText) {
    self.source = source
    self.entry = entry
  }
}
