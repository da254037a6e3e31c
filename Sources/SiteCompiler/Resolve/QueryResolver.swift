import Datasets
import Diagnostics
import SiteModel
import Values

/// Runs the queries of the site and of its pages.
struct QueryResolver: Sendable {
  private let catalog: DatasetCatalog
  /// The datasets in a database, which is made when a page asks.
  private let database: Deferred<QueryDatabase>

  /// Runs the queries of pages over the datasets of `catalog`.
  init(_ catalog: DatasetCatalog) {
    self.catalog = catalog
    database = Deferred(later: { QueryDatabase(catalog) })
  }

  /// Adds the rows of the site's own queries to its datasets.
  static func addResults(to site: inout ParsedSite, _ diagnostics: inout [Diagnostic]) {
    guard !site.queries.isEmpty else { return }
    let results = QueryDatabase(site.datasets).run(site.queries).take(into: &diagnostics)
    for var result in results {
      result.marking = mark(of: result, in: site)
      site.datasets[result.name] = result
    }
    let given = Set(results.map(\.name))
    for query in site.queries where !given.contains(query.name) {
      site.datasets.markUnreadable(query.name)
    }
  }

  /// The mark of rows that were worked out: the narrowest of those that they came from, lest they
  /// pass for more open than they are.
  private static func mark(of result: Dataset, in site: ParsedSite) -> TrafficLight? {
    let own = result.origins.compactMap { name in
      site.datasets[name].flatMap { origin in
        let rows = origin.narrowestMark(ofRows: 0..<origin.rowCount)
        return [origin.marking, rows].compactMap(\.self).max()
      }
    }
    guard !own.isEmpty else { return nil }
    let isWhole = own.count == result.origins.count
    return (own + (isWhole ? [] : [site.configuration.trafficLight].compactMap(\.self))).max()
  }

  /// The datasets that `page` may draw on, and what each of its queries gave.
  func resolve(
    _ page: ParsedPage
  ) -> Outcome<(catalog: DatasetCatalog, results: [Dataset?])> {
    guard !page.queries.isEmpty else { return Outcome((catalog, [])) }
    var diagnostics: [Diagnostic] = []
    var asked: [Query] = []
    for parsed in page.queries {
      let query = parsed.query
      if let taken = catalog[query.name] {
        diagnostics.append(
          Diagnostic(
            .blockInvalid, "a query and a dataset are both called '\(query.name)'",
            at: query.nameSpan, labels: [Diagnostic.Label(taken.span, "the other is here")],
            help: "give the query another name"))
      } else if !asked.contains(where: { $0.name == query.name }) {
        asked.append(query)
      }
    }
    let given = database.value.run(asked).take(into: &diagnostics)
    var own = catalog
    for dataset in given { own[dataset.name] = dataset }
    for query in asked where own[query.name] == nil { own.markUnreadable(query.name) }
    // Of two queries of one name, which is reported, the first has the rows.
    var left = Dictionary(given.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let results = page.queries.map { left.removeValue(forKey: $0.query.name) }
    return Outcome((own, results), diagnostics)
  }
}
