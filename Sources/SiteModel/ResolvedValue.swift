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
  /// The citations of its rows: indexes into ``ResolvedPage/citations``.
  public let citations: [Int]
  /// Which of them are signed beside it: those of sources that its paragraph says in no other way.
  public let signs: [Way]
  /// To which of them the bibliography leads back at the value itself, where no sign can stand and
  /// it is the first that the source stands behind.
  public let returns: [Way]

  /// A way between a value and the bibliography.
  public struct Way: Hashable, Sendable {
    /// The citation: an index into ``ResolvedPage/citations``.
    public let citation: Int
    /// The id at which it ends in the text, one for each way of the page.
    public let id: String

    /// The way number `number` of the page, from 1.
    public init(citation: Int, number: Int) {
      self.citation = citation
      self.id = "value.\(number)"
    }
  }

  /// A value that is shown as `words`.
  public init(
    words: String, dataset: String? = nil, row: Int? = nil, href: String? = nil,
    origin: String = "", citations: [Int] = [], signs: [Way] = [], returns: [Way] = []
  ) {
    self.words = words
    self.dataset = dataset
    self.row = row
    self.href = href
    self.origin = origin
    self.citations = citations
    self.signs = signs
    self.returns = returns
  }
}
