import Bytes
import Datasets
import SiteModel

/// Where a reader finds the row, or the rows, that a value comes from.
struct ValuePlace {
  /// The page that shows the dataset; nil for a query of the page itself.
  let output: String?
  /// The place on it, with `#`; empty for the whole page.
  let fragment: String
  /// The dataset by its title, and the row by its key.
  let words: String

  /// The place of `found`.
  /// - Parameter isOwnQuery: Whether its dataset is what a query of the page gave.
  init(_ found: FoundValue, isOwnQuery: Bool) {
    let dataset = found.dataset
    var words = dataset.title ?? dataset.name
    if let row = found.row {
      let key = dataset.key(ofRow: row).joined(separator: ", ")
      if !key.isEmpty { words += ": " + key }
    }
    self.words = words
    guard !isOwnQuery else {
      output = nil
      fragment = "#" + PercentEncoding.encodePath(dataset.name)
      return
    }
    let address = DatasetAddress(dataset)
    output = address.output(ofPage: found.row.map(address.page(ofRow:)) ?? 1)
    fragment = found.row.map { "#" + DatasetAddress.anchor(ofRow: $0) } ?? ""
  }
}
