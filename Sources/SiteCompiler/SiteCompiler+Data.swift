public import Datasets
public import Diagnostics
public import SiteModel

extension SiteCompiler {
  /// The datasets of a publication, those that its queries give among them.
  public func datasets(of tree: SourceTree) -> Outcome<DatasetCatalog> {
    var diagnostics: [Diagnostic] = []
    var catalog = DatasetCatalog(DataParser.parse(tree).take(into: &diagnostics))
    let queries = QueryParser.parse(tree, beside: catalog).take(into: &diagnostics)
    if !queries.isEmpty {
      for result in QueryDatabase(catalog).run(queries).take(into: &diagnostics) {
        catalog[result.name] = result
      }
    }
    return Outcome(catalog, diagnostics)
  }

  /// The data files that no resource describes, as datasets whose types were guessed, and whether
  /// there is a descriptor at all.
  /// - Parameter file: The path of the only file that is wanted, within `Content/` or its `data/`.
  public func undescribed(
    in tree: SourceTree, file: String?
  ) -> Outcome<(datasets: [Dataset], hasDescriptor: Bool)> {
    let names = ["data/datapackage.yaml", "data/datapackage.yml", "data/datapackage.json"]
    let hasDescriptor = tree.content.contains { names.contains($0.path) }
    let package = DataParser.parse(tree)
    let listed = Set(
      package.value.names.filter { name in
        // A resource stands in the descriptor, a file that nobody describes in itself.
        guard let dataset = package.value.datasets[name], let path = dataset.path else {
          return true
        }
        let own = tree.content.first { $0.path == path }?.text
        return own != dataset.span.file
      })
    let datasets = package.value.names.compactMap { package.value.datasets[$0] }.filter { dataset in
      if let file, let path = dataset.path {
        return path == file || path == "data/" + file || "Content/" + path == file
      }
      return !listed.contains(dataset.name)
    }
    return Outcome((datasets, hasDescriptor), package.diagnostics)
  }
}
