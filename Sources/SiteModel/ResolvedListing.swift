/// What a listing lists: indexes into the site's pages.
public struct ResolvedListing: Sendable {
  /// A folder within the listing's own.
  public struct Section: Sendable {
    /// The folder's own listing.
    public let page: Int
    /// The first of its pages.
    public let entries: [Int]
    /// How many pages it has in all.
    public let count: Int

    /// A section introduced by `page`.
    public init(page: Int, entries: [Int], count: Int) {
      self.page = page
      self.entries = entries
      self.count = count
    }
  }

  /// The folder's own pages.
  public let entries: [Int]
  /// The folders in it.
  public let sections: [Section]
  /// Its pages, indexes into the site's pages, the first of them first; one where all fits on it.
  public let pages: [Int]
  /// Which of these this is, from 1.
  public let number: Int

  /// How many entries a page shows.
  public static let entriesPerPage = 60

  /// A listing of `entries` and `sections`.
  public init(entries: [Int], sections: [Section], pages: [Int] = [], number: Int = 1) {
    self.entries = entries
    self.sections = sections
    self.pages = pages
    self.number = number
  }
}
