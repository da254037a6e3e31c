import Diagnostics

/// The cells that a resource's rows are made of, whatever its file is.
enum CellTable: Sendable {
  /// Text that was parted into cells.
  case text(CSVTable)
  /// Values of JSON or YAML.
  case nodes(NodeTable)

  /// How many rows there are, a header among them where there is one.
  var rowCount: Int {
    switch self {
    case .text(let table): table.rowCount
    case .nodes(let table): table.rowSpans.count
    }
  }

  /// The indexes of a row's cells.
  func cells(of row: Int) -> Range<Int> {
    switch self {
    case .text(let table): table.cells(of: row)
    case .nodes(let table): row * table.width..<(row + 1) * table.width
    }
  }

  /// Whether the row is a line with nothing in it.
  func isBlank(row: Int) -> Bool {
    switch self {
    case .text(let table): table.isBlank(row: row)
    case .nodes: false
    }
  }

  /// The cell's text; empty where it has no value.
  func text(_ index: Int) -> String {
    switch self {
    case .text(let table): table.text(index)
    case .nodes(let table): table.cells[index].text
    }
  }

  /// Whether the cell has no value, where those texts mean that.
  func isMissing(_ index: Int, _ missing: Set<String>) -> Bool {
    switch self {
    case .text(let table): return missing.contains(table.text(index))
    case .nodes(let table): return table.isMissing(table.cells[index], missing)
    }
  }

  /// The cell's place, its quotation marks left out.
  func span(_ index: Int) -> SourceSpan {
    switch self {
    case .text(let table): table.span(index)
    case .nodes(let table): table.cells[index].span
    }
  }

  /// The place of a whole row.
  func span(ofRow row: Int) -> SourceSpan {
    switch self {
    case .text(let table): table.span(ofRow: row)
    case .nodes(let table): table.rowSpans[row]
    }
  }

  /// The places of the cells of some columns, row after row; a cell that its row is too short for
  /// has the row's.
  func spans(_ rows: [Int], _ columns: [Int]) -> [SourceSpan] {
    var spans: [SourceSpan] = []
    spans.reserveCapacity(rows.count * columns.count)
    // The kind of table is asked for once, not for each of millions of cells.
    switch self {
    case .text(let table):
      for row in rows {
        let cells = table.cells(of: row)
        for column in columns {
          let cell = cells.lowerBound + column
          spans.append(cell < cells.upperBound ? table.span(cell) : table.span(ofRow: row))
        }
      }
    case .nodes(let table):
      for row in rows {
        for column in columns { spans.append(table.cells[row * table.width + column].span) }
      }
    }
    return spans
  }
}
