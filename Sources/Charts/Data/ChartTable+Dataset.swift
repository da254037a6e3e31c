import Datasets
import Diagnostics
import Documents
import Values

extension ChartTable {
  /// The rows of a dataset, each column by its name and every row with its number.
  init(_ dataset: Dataset) {
    self.init(
      names: dataset.fields.map(\.name),
      columns: zip(dataset.fields, dataset.columns).map { field, column in
        ChartTable.column(field, column, rowCount: dataset.rowCount)
      },
      rowCount: dataset.rowCount, origins: Array(0..<dataset.rowCount))
  }

  private static func column(_ field: Field, _ column: Column, rowCount: Int) -> [Datum] {
    switch column {
    case .numbers(let values): return values.map { $0.map(Datum.number) ?? .null }
    case .booleans(let values): return values.map { $0.map(Datum.boolean) ?? .null }
    case .dates(let values): return values.map { $0.map { .date($0) } ?? .null }
    case .estimates(let values): return values.map { $0.map { .estimate($0) } ?? .null }
    case .texts(let values):
      switch field.kind {
      case .object, .array: return values.map { $0.map(nested) ?? .null }
      case .geopoint: return values.map { $0.map(point) ?? .null }
      default: return values.map { $0.map { .text(field.label(of: $0)) } ?? .null }
      }
    }
  }

  /// JSON that is held as text, as the values it writes.
  private static func nested(_ text: String) -> Datum {
    let node = JSONReader.read(Array(text.utf8), in: SourceFileID(0)).value ?? nil
    return node.map(DatumReader.plain) ?? .text(text)
  }

  private static func point(_ text: String) -> Datum {
    let parts = text.split(separator: ",").map { Datum.text(String($0)).number }
    guard parts.count == 2 else { return .text(text) }
    return .object(
      DatumObject(names: ["lon", "lat"], values: [.number(parts[0]), .number(parts[1])]))
  }
}
