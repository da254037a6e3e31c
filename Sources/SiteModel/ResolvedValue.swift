/// A value of the data that a text shows.
public struct ResolvedValue: Sendable {
  /// What readers see.
  public let words: String
  /// The dataset; nil for a date or an estimate that stands in the text itself.
  public let dataset: String?
  /// The row, from 0, where it is one cell's.
  public let row: Int?
  /// Where its row, or its dataset, stands in the site, relative to the page.
  public let href: String?
  /// What is said of where it comes from.
  public let origin: String
  /// The citation of its row: an index into ``ResolvedPage/citations``.
  public let citation: Int?
  /// Whether the bibliography leads back to it: to the first value that a source stands behind,
  /// since a page may have a value in every sentence.
  public let isFirstOfSource: Bool

  /// A value that is shown as `words`.
  public init(
    words: String, dataset: String?, row: Int?, href: String?, origin: String, citation: Int?,
    isFirstOfSource: Bool
  ) {
    self.words = words
    self.dataset = dataset
    self.row = row
    self.href = href
    self.origin = origin
    self.citation = citation
    self.isFirstOfSource = isFirstOfSource
  }
}
