import Datasets
import SiteModel

/// Works out where each dataset is used, for its own page to say.
struct DatasetResolver {
  private let index: SiteIndex
  private let catalog: DatasetCatalog
  /// The uses of each dataset, in the order of the site's pages.
  private let uses: [String: [ResolvedDataset.Use]]
  /// The collections whose pages show rows of each dataset: listings.
  private let collections: [String: [Int]]
  /// The site's queries that read each dataset.
  private let derived: [String: [String]]

  /// - Parameter pages: What each page uses.
  init(_ index: SiteIndex, _ catalog: DatasetCatalog, _ pages: [PageUses]) {
    self.index = index
    self.catalog = catalog
    uses = Self.uses(pages)
    var collections: [String: [Int]] = [:]
    var derived: [String: [String]] = [:]
    for name in catalog.names {
      guard let dataset = catalog[name] else { continue }
      for origin in dataset.origins { derived[origin, default: []].append(name) }
      guard dataset.origins.isEmpty else { continue }
      collections[name] = Self.collections(of: dataset, index)
    }
    self.collections = collections
    self.derived = derived
  }

  /// What the page `page` shows of its dataset, or nil where it is no dataset's.
  /// - Parameter sorted: Puts pages into the order in which readers want them.
  func resolve(_ page: Int, sorted: ([Int]) -> [Int]) -> ResolvedDataset? {
    guard let (address, number) = index.pages[page].datasetPage, let dataset = catalog[address.name]
    else { return nil }
    guard number == 1 else {
      return ResolvedDataset(
        dataset: dataset, number: number, uses: [], collections: [], derived: [])
    }
    let own = Dictionary(
      (uses[address.name] ?? []).map { ($0.page, $0) }, uniquingKeysWith: { first, _ in first })
    return ResolvedDataset(
      dataset: dataset, number: number,
      uses: sorted(own.keys.sorted()).compactMap { own[$0] },
      collections: collections[address.name] ?? [], derived: derived[address.name] ?? [])
  }

  private static func uses(_ pages: [PageUses]) -> [String: [ResolvedDataset.Use]] {
    var uses: [String: [ResolvedDataset.Use]] = [:]
    func change(_ name: String, on page: Int, _ body: (inout ResolvedDataset.Use) -> Void) {
      if uses[name]?.last?.page != page {
        uses[name, default: []].append(ResolvedDataset.Use(page: page))
      }
      let last = (uses[name]?.count ?? 1) - 1
      if var use = uses[name]?[last] {
        body(&use)
        uses[name]?[last] = use
      }
    }
    for (number, page) in pages.enumerated() {
      for (position, figure) in page.figures.enumerated() {
        for name in figure.datasets {
          change(name, on: number) { $0.figures.append(position) }
        }
      }
      for value in page.values { change(value.dataset, on: number) { $0.values += value.count } }
      for (position, query) in page.queries.enumerated() {
        for origin in query?.origins ?? [] {
          change(origin, on: number) { $0.queries.append(position) }
        }
      }
    }
    return uses
  }

  /// The listings of the collections that a dataset has rows about.
  private static func collections(of dataset: Dataset, _ index: SiteIndex) -> [Int] {
    var names = Set(
      dataset.fields.compactMap { field -> String? in
        if case .entity(let collection) = field.reference { return collection }
        return nil
      })
    names.insert(dataset.name)
    return index.site.configuration.collections.filter { names.contains($0.name) }
      .compactMap { index.page(at: $0.name + "/index.md") }
  }
}
