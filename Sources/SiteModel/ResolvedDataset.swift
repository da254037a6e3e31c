public import Datasets

/// What one of a dataset's pages shows.
public struct ResolvedDataset: Sendable {
  /// A page that draws on the dataset, and by what.
  public struct Use: Sendable {
    /// The page, an index into the site's pages.
    public let page: Int
    /// Its figures that do, indexes into ``ResolvedPage/figures``.
    public var figures: [Int]
    /// Its queries that do, indexes into ``ResolvedPage/queries``.
    public var queries: [Int]
    /// How many values in its texts do.
    public var values: Int

    /// A use on `page`.
    public init(page: Int, figures: [Int] = [], queries: [Int] = [], values: Int = 0) {
      self.page = page
      self.values = values
      self.figures = figures
      self.queries = queries
    }
  }

  /// The dataset.
  public let dataset: Dataset
  /// Where its pages stand.
  public let address: DatasetAddress
  /// Which of its pages this is, from 1.
  public let number: Int
  /// Where it is used, in the order of readers' interest; only the first page says it.
  public let uses: [Use]
  /// The listings of collections whose pages show its rows, indexes into the site's pages.
  public let collections: [Int]
  /// The datasets that queries of the site work out from it, by name.
  public let derived: [String]

  /// Page `number` of `dataset`.
  public init(
    dataset: Dataset, number: Int, uses: [Use], collections: [Int], derived: [String]
  ) {
    self.dataset = dataset
    self.address = DatasetAddress(dataset)
    self.number = number
    self.uses = uses
    self.collections = collections
    self.derived = derived
  }

  /// The rows, from 0, that the page shows.
  public var rows: Range<Int> { address.rows(ofPage: number) }
}
