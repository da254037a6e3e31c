import Datasets
import Diagnostics
import SiteModel

/// Works out, before anything else refers to it, what each page draws from the data by itself: the
/// rows of its queries, and the values in its texts, which titles and captions may show elsewhere.
struct PageDataResolver {
  /// What one page draws from the data.
  struct PageData: Sendable {
    /// The page, words in the place of its values.
    let page: ParsedPage
    /// The datasets that it may draw on.
    let catalog: DatasetCatalog
    /// What each of its queries gave; nil where the fault was reported.
    let results: [Dataset?]
    /// What its values came to, by the places of their code spans.
    let values: [SourceSpan: ValueResolver.Answer]
    let diagnostics: [Diagnostic]
  }

  let index: SiteIndex
  let queries: QueryResolver
  let workers: Int

  /// What each page draws, in the order of pages: of those in `known` when somebody asks for it.
  func resolve(except known: Set<Int>) async -> [Deferred<PageData>] {
    await ParallelMap.map(Array(index.pages.indices), workers: workers) { number in
      known.contains(number)
        ? Deferred(later: { resolve(number) }) : Deferred(resolve(number))
    }
  }

  private func resolve(_ number: Int) -> PageData {
    let page = index.pages[number]
    var diagnostics: [Diagnostic] = []
    let data = queries.resolve(page).take(into: &diagnostics)
    guard ValueResolver.mayConcern(page) else {
      return PageData(
        page: page, catalog: data.catalog, results: data.results, values: [:],
        diagnostics: diagnostics)
    }
    var values = ValueResolver(catalog: data.catalog, language: index.language(of: number))
    let said = values.resolve(page)
    return PageData(
      page: said, catalog: data.catalog, results: data.results, values: values.answers,
      diagnostics: diagnostics + values.diagnostics)
  }
}
