/// Some of the figures of the whole site.
public struct ResolvedFigures: Sendable {
  /// Where a figure stands.
  public struct Place: Hashable, Sendable {
    /// The page, an index into the site's pages.
    public let page: Int
    /// The figure, an index into that page's figures.
    public let figure: Int

    /// The figure `figure` of `page`.
    public init(page: Int, figure: Int) {
      self.page = page
      self.figure = figure
    }
  }

  /// The figures, in the order of the site.
  public let places: [Place]
  /// The pages of figures, indexes into the site's pages.
  public let pages: [Int]
  /// Which of these this is, from 1.
  public let number: Int

  /// The figures at `places`.
  public init(places: [Place], pages: [Int], number: Int) {
    self.places = places
    self.pages = pages
    self.number = number
  }
}
