import Diagnostics
import Documents

/// The rows of a resource before they have columns: text, or values of JSON or YAML.
///
/// What comes from elsewhere, such as the tables of a SQLite file, makes its ``CellTable`` by
/// itself and is read on by ``DatasetReader`` like these.
enum ResourceRows {
  case text([CSVPart])
  case nodes(Node, isTyped: Bool)
  case headed(HeadedTable)
}

/// Rows with the names of their columns.
struct HeadedTable {
  let table: CellTable
  let header: TableHeader
  /// The table's rows that are no headers.
  let rows: [Int]
}

extension ResourceRows {
  /// Parts the rows into cells and finds the names of their columns.
  ///
  /// - Parameter names: The names of the schema's fields, for rows that name no columns.
  func headed(dialect: CSVDialect, names: [String]) -> Outcome<HeadedTable?> {
    var diagnostics: [Diagnostic] = []
    switch self {
    case .headed(let table): return Outcome(table)
    case .nodes(let node, let isTyped):
      var reader = NodeTableReader(dialect: dialect, names: names, isTyped: isTyped)
      guard let read = reader.read(node).take(into: &diagnostics) else {
        return Outcome(nil, diagnostics)
      }
      let table = CellTable.nodes(read.table)
      return Outcome(
        HeadedTable(table: table, header: read.header, rows: Array(0..<table.rowCount)),
        diagnostics)
    case .text(let parts):
      guard let table = CSVReader.read(parts, dialect: dialect).take(into: &diagnostics) else {
        return Outcome(nil, diagnostics)
      }
      let header =
        dialect.hasHeader
        ? TableHeader.read(table).take(into: &diagnostics)
        : TableHeader.make(table, dialect: dialect, names: names)
      guard let header else { return Outcome(nil, diagnostics) }
      var rows = Array((dialect.hasHeader ? 1 : 0)..<max(1, table.rowCount))
      if dialect.hasHeader, table.partRows.count > 1 {
        // Data Resource joins files as they are; many repeat their header all the same.
        let repeated = Set(
          table.partRows.dropFirst().filter { row in
            row < table.rowCount && table.hasSameTexts(row, as: 0)
          })
        rows.removeAll(where: repeated.contains)
      }
      diagnostics += header.checkWidths(table, rows: rows)
      return Outcome(
        HeadedTable(table: .text(table), header: header, rows: usable(rows, table, header.width)),
        diagnostics)
    }
  }

  /// The rows that become rows of the dataset: all but empty lines.
  ///
  /// A few rows that are too short keep the cells that they have. Very many are left out, since a
  /// wide header above a million short lines would otherwise grow into billions of empty cells.
  private func usable(_ rows: [Int], _ table: CSVTable, _ width: Int) -> [Int] {
    let rows = rows.filter { !table.isBlank(row: $0) }
    let shortCount = rows.count { table.cells(of: $0).count < width }
    guard shortCount > Self.shortRowLimit else { return rows }
    return rows.filter { table.cells(of: $0).count >= width }
  }

  private static let shortRowLimit = 1_000
}
