import SiteModel

/// The figures of the whole site, parted into pages.
enum FigureIndex {
  /// How many figures a page shows.
  static let perPage = 48

  /// The figures that the page `page` shows: where each stands, and its place among that page's
  /// figures; nil where it is no page of figures.
  static func resolve(_ page: Int, _ index: SiteIndex) -> ResolvedFigures? {
    guard case .figures(let number)? = index.pages[page].generated else { return nil }
    let all = index.pages.indices.flatMap { page in
      index.pages[page].figures.indices.map { ResolvedFigures.Place(page: page, figure: $0) }
    }
    let count = (all.count + perPage - 1) / perPage
    return ResolvedFigures(
      places: Array(all.dropFirst((number - 1) * perPage).prefix(perPage)),
      pages: (1...max(1, count)).compactMap { index.page(at: SitePath.figures(page: $0)) },
      number: number)
  }
}
