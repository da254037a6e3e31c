public import Datasets
public import Diagnostics
public import SiteModel

extension SiteCompiler {
  /// What a query that is no part of the publication gives: for trying one out.
  ///
  /// - Parameter file: The query's text, a file of `tree`.
  /// - Returns: The rows, or nil where the query is faulty. The diagnostics are those of the data,
  ///   of the site's own queries where the query reads one, and of the query.
  public func rows(ofQuery file: SourceFileID, in tree: SourceTree) -> Outcome<Dataset?> {
    var diagnostics: [Diagnostic] = []
    let package = DataParser.parse(tree).take(into: &diagnostics)
    let datasets = DatasetCatalog(package)
    let queries = QueryParser.parse(tree, beside: datasets).take(into: &diagnostics)
    let query = Query(name: Self.queryName, at: SourceSpan(file, 0..<0), text: tree[file].bytes) {
      SourceSpan(file, $0)
    }
    let results = QueryDatabase(datasets).run(queries + [query]).take(into: &diagnostics)
    return Outcome(results.first { $0.name == Self.queryName }, diagnostics)
  }

  /// What no dataset is called, since it is no well-formed name.
  private static let queryName = "(query)"
}
