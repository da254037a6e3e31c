import SiteModel

/// The figures of the whole site, parted into pages.
struct FigureIndex {
  /// How many figures a page shows.
  static let perPage = 48

  private let index: SiteIndex
  private let places: [ResolvedFigures.Place]
  /// The pages that show them.
  private let pages: [Int]

  init(_ index: SiteIndex) {
    self.index = index
    places = index.pages.indices.flatMap { page in
      index.pages[page].outline.figures.indices.map {
        ResolvedFigures.Place(page: page, figure: $0)
      }
    }
    let count = (places.count + Self.perPage - 1) / Self.perPage
    pages = (1...max(1, count)).compactMap { index.page(at: SitePath.figures(page: $0)) }
  }

  /// The figures that the page `page` shows: where each stands, and its place among that page's
  /// figures; nil where it is no page of figures.
  func resolve(_ page: Int) -> ResolvedFigures? {
    guard case .figures(let number)? = index.pages[page].generated else { return nil }
    return ResolvedFigures(
      places: Array(places.dropFirst((number - 1) * Self.perPage).prefix(Self.perPage)),
      pages: pages, number: number)
  }
}
