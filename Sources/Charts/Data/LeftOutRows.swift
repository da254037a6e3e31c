import Datasets
import Diagnostics

/// Rows that an author asks for and that a picture cannot show.
enum LeftOutRows {
  /// A warning that `count` rows of `dataset` are not shown; nil for none.
  static func fault(
    _ count: Int, of dataset: Dataset, lacking what: String, at span: SourceSpan
  ) -> Diagnostic? {
    guard count > 0 else { return nil }
    let rows = count == 1 ? "one row" : "\(count) rows"
    let verb = count == 1 ? "lacks \(what) and is" : "lack \(what) and are"
    return Diagnostic(
      .rowsLeftOut, "\(rows) of '\(dataset.name)' \(verb) not shown", at: span,
      help: "complete the data, or leave such rows out with 'where'")
  }
}
