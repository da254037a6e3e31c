import Citations
import Datasets
import Diagnostics
import SiteModel

/// Checks the cells of data that cite sources.
enum SourceReferences {
  /// The cells whose keys no source has.
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let items = CellItems(tree: index.site.tree)
    for name in index.site.datasets.names {
      // What a query took from other datasets was looked at there.
      guard let dataset = index.site.datasets[name], dataset.origins.isEmpty else { continue }
      for (column, field) in dataset.fields.enumerated() where field.reference == .citation {
        guard case .texts(let values) = dataset.columns[column] else { continue }
        for (row, text) in values.enumerated() {
          for key in text.map(field.items) ?? [] where index.site.sources[key] == nil {
            let span = items.span(of: key, in: dataset, row: row, column: column)
            _ = index.site.sources.lookup(key, at: span).take(into: &diagnostics)
          }
        }
      }
    }
    return diagnostics
  }
}
