public import Values

/// A row of a dataset that is an event, as a page shows it.
public struct ResolvedEvent: Sendable {
  /// The dataset, by name.
  public let dataset: String
  /// The row, from 0.
  public let row: Int
  /// When.
  public let date: EDTFDate
  /// What, in plain text.
  public let label: String
  /// Where the words lead; nil where nowhere.
  public let link: ResolvedLink?
  /// The entities that the row names, but for the page's own: indexes into the site's pages.
  public let entities: [Int]
  /// Where it is stated: indexes into ``ResolvedPage/citations``.
  public let citations: [Int]

  /// The event `label`.
  public init(
    dataset: String, row: Int, date: EDTFDate, label: String, link: ResolvedLink?,
    entities: [Int], citations: [Int]
  ) {
    self.dataset = dataset
    self.row = row
    self.date = date
    self.label = label
    self.link = link
    self.entities = entities
    self.citations = citations
  }
}
