import Datasets
import Diagnostics
import SiteModel
import Values

/// Checks the cells that mark rows.
enum RowMarkCheck {
  /// How many cells of a dataset are told of.
  private static let limit = 20

  /// The cells that are no mark, in whichever build: what should be kept in would be let out.
  static func check(_ datasets: DatasetCatalog) -> [Diagnostic] {
    datasets.names.flatMap { name -> [Diagnostic] in
      guard let dataset = datasets[name] else { return [] }
      let columns = dataset.markColumns
      guard !columns.isEmpty else { return [] }
      let wrong = (0..<dataset.rowCount).lazy.compactMap { row -> Diagnostic? in
        guard case .invalid(let column) = dataset.mark(ofRow: row, in: columns) else { return nil }
        return fault(in: dataset, row: row, column: column)
      }
      return Array(wrong.prefix(limit))
    }
  }

  private static func fault(in dataset: Dataset, row: Int, column: Int) -> Diagnostic {
    let marks = TrafficLight.allCases.map(\.rawValue)
    var words = "this cell marks a row"
    var near: String?
    if case .text(let text) = dataset.columns[column][row] {
      words = "'\(text)' marks a row"
      let bare = text.uppercased()
      let name = bare.hasPrefix("TLP:") ? String(bare.dropFirst(4)) : bare
      near = marks.contains(name) ? "write '\(name)'" : Suggestion.didYouMean(name, among: marks)
    }
    return Diagnostic(
      .valueInvalid, "\(words), and is no TLP mark", at: dataset.span(row: row, column: column),
      help: near ?? "it can be \(marks.joined(separator: ", "))")
  }
}
