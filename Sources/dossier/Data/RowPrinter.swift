import Datasets
import Diagnostics

/// Writes a dataset's rows to the console.
struct RowPrinter {
  private let dataset: Dataset
  /// How many rows a table shows; nil for all.
  private let limit: Int?

  init(_ dataset: Dataset, limit: Int?) {
    self.dataset = dataset
    self.limit = limit
  }

  /// The rows in `format`.
  /// - Parameter describing: Whether a table is preceded by what its columns hold.
  func text(as format: DataFormat, describing: Bool = false) -> String {
    switch format {
    case .csv: String(decoding: dataset.csv(), as: UTF8.self)
    case .json: String(decoding: dataset.json(), as: UTF8.self)
    case .table: (describing ? description : "") + rows
    }
  }

  private var description: String {
    let title = dataset.title.map { $0.printable + "\n\n" } ?? ""
    let lines = dataset.fields.map { field in
      let isKey = dataset.primaryKey.contains(field.name)
      return [
        field.name, Self.type(of: field) + (isKey ? ", key" : ""), field.title ?? "",
        field.description ?? "",
      ]
    }
    return title
      + TextTable(heads: ["column", "type", "title", "description"], rows: lines).text + "\n"
  }

  private static func type(of field: Field) -> String {
    switch field.reference {
    case .citation: "citation"
    case .locator: "locator"
    case .entity(let collection): "entity of \(collection)"
    case nil:
      field.kind == .estimate
        ? "estimate"
        : field.schemaType == .string && field.kind == .date
          ? "EDTF date" : field.schemaType.rawValue
    }
  }

  private var rows: String {
    let shown = min(limit ?? dataset.rowCount, dataset.rowCount)
    let lines = (0..<shown).map { row in dataset.columns.map { $0[row].dataText } }
    let numeric = dataset.fields.indices.filter {
      [.number, .integer, .estimate].contains(dataset.fields[$0].kind)
    }
    let table = TextTable(
      heads: dataset.fields.map(\.name), rows: lines, numeric: Set(numeric)
    ).text
    let rest = dataset.rowCount - shown
    return rest > 0 ? table + "… \(rest) more\n" : table
  }
}
