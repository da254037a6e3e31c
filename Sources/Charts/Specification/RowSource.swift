import Datasets
import Diagnostics

/// Where a block that names one dataset has its rows from.
enum RowSource: Sendable {
  /// A dataset of the site or of the page, by name.
  case named(Spanned<String>)
  /// Rows that stand in the block.
  case inline(Dataset)

  /// The name of the dataset that is asked for; nil where the rows stand in the block.
  var name: Spanned<String>? {
    guard case .named(let name) = self else { return nil }
    return name
  }

  /// The dataset, or nil with `dataset-missing` at its name.
  func dataset(in catalog: DatasetCatalog) -> Outcome<Dataset?> {
    switch self {
    case .inline(let dataset): Outcome(dataset)
    case .named(let name): catalog.lookup(name.value, at: name.span)
    }
  }
}
