import Citations
import Datasets
import Diagnostics
import SiteModel

/// Checks the cells of data that cite sources.
enum SourceReferences {
  /// The cells whose keys no source has.
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for name in index.site.datasets.names {
      guard let dataset = index.site.datasets[name] else { continue }
      for (column, field) in dataset.fields.enumerated() where field.reference == .citation {
        guard case .texts(let values) = dataset.columns[column] else { continue }
        for (row, text) in values.enumerated() {
          for key in text.map(field.items) ?? [] where index.site.sources[key] == nil {
            _ = index.site.sources.lookup(key, at: dataset.span(row: row, column: column))
              .take(into: &diagnostics)
          }
        }
      }
    }
    return diagnostics
  }
}
