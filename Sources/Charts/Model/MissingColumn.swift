import Datasets
import Diagnostics

/// What is said of a field that the data lack.
enum MissingColumn {
  static func diagnostic(
    _ name: String, among names: [String], of dataset: Dataset? = nil, at span: SourceSpan
  ) -> Diagnostic {
    // The dataset knows the parts of its columns, and says more.
    if let dataset, !dataset.fields.contains(where: { $0.name == name }),
      let found = dataset.path(named: name, at: span).diagnostics.first,
      names.allSatisfy({ dataset.columnIndex(named: $0) != nil })
    {
      return found
    }
    let options =
      names.isEmpty || names.count > 20 ? nil : "its columns are \(names.joined(separator: ", "))"
    return Diagnostic(
      .columnMissing, "the data of this chart have no column '\(name)'", at: span,
      help: Suggestion.didYouMean(name, among: names) ?? options)
  }
}
