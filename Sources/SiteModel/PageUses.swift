public import Bytes
public import Values

/// What a resolved page takes from the rest of the site, and what of it the rest must know.
///
/// It is small, and kept from one build to the next: with it a page that shows nothing that has
/// changed need not be resolved again.
public struct PageUses: Sendable {
  /// A block of the house on the page.
  public struct Figure: Sendable {
    /// Its id.
    public let id: String
    /// The endings of the files that belong to it alone.
    public let endings: [String]
    /// The datasets of the site that it draws on.
    public let datasets: [String]
    /// The mark of its data; nil where they bear none.
    public let mark: TrafficLight?
    /// Whether an outside program must lay it out.
    public let isGraph: Bool

    /// The figure `id`.
    public init(
      id: String, endings: [String], datasets: [String], mark: TrafficLight?, isGraph: Bool
    ) {
      self.id = id
      self.endings = endings
      self.datasets = datasets
      self.mark = mark
      self.isGraph = isGraph
    }

    /// Whether it is a picture rather than a table.
    public var isDrawn: Bool { endings.contains("svg") }
  }

  /// A query on the page that gave something.
  public struct Query: Sendable {
    /// The name of its dataset.
    public let name: String
    /// The datasets that it read.
    public let origins: [String]

    /// The query `name`.
    public init(name: String, origins: [String]) {
      self.name = name
      self.origins = origins
    }
  }

  /// Values of one dataset in the page's texts.
  public struct ValueCount: Sendable {
    /// The dataset.
    public let dataset: String
    /// How many there are.
    public let count: Int

    /// So many values of `dataset`.
    public init(dataset: String, count: Int) {
      self.dataset = dataset
      self.count = count
    }
  }

  /// The pages to which its texts and data lead, in order: indexes into the site's pages.
  public var linkedPages: [Int]
  /// The ids that stand twice on it.
  public var repeatedIDs: [String]
  /// The keys of the sources that it cites, each once, in order.
  public var sources: [String]
  /// The datasets on which its figures, queries and values depend, each once, in order: those of the
  /// site, and those of its own queries.
  public var datasets: [String]
  /// Its figures, in the order of the text.
  public var figures: [Figure]
  /// Its queries, in the order of the text; nil where a fault was reported.
  public var queries: [Query?]
  /// The values in its texts, by dataset, in order.
  public var values: [ValueCount]
  /// The pictures in its text.
  public var pictures: [ResolvedPicture]
  /// The narrowest mark of the data in its figures, queries and texts; nil where none is marked.
  public var mark: TrafficLight?
  /// What its texts say of others, as a digest.
  public var texts: ContentDigest

  /// Uses of nothing.
  public init() {
    linkedPages = []
    repeatedIDs = []
    sources = []
    datasets = []
    figures = []
    queries = []
    values = []
    pictures = []
    mark = nil
    texts = ContentDigest()
  }
}
