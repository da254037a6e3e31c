import Datasets
import Diagnostics

/// The data that a view has at hand: rows, and what is known of their columns.
struct DataScope: Sendable {
  /// The rows.
  var table: ChartTable
  /// The rows of the whole where `table` is one part of a facet: what bins are made by.
  var whole: ChartTable?
  /// The names for readers of columns that a schema names.
  var labels: [String: String] = [:]
  /// The kinds of columns that a schema describes.
  var kinds: [String: Field.Kind] = [:]
  /// The dataset that the rows are of, where they are of one.
  var dataset: Dataset?

  /// Whether the part of a column that a path names can be there: a schema says which parts a
  /// column has.
  func hasPart(_ field: String) -> Bool {
    guard let path = DatumPath(field), let step = path.steps.first, let kind = kinds[path.first]
    else { return true }
    switch kind {
    case .object, .array, .any, .geojson, .string: return true
    default:
      return FieldPath.Part(rawValue: step).map { kind.parts.contains($0) } ?? false
    }
  }

  /// The kind of a field or of a part of one; nil where no schema says.
  func kind(of field: String) -> Field.Kind? {
    if let kind = kinds[field] { return kind }
    guard let path = DatumPath(field), path.steps.count == 1, let kind = kinds[path.first],
      let part = FieldPath.Part(rawValue: path.steps[0]), kind.parts.contains(part)
    else { return nil }
    return kind == .date ? .date : .number
  }
}
