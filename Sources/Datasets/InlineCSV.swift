public import Diagnostics

/// Comma-separated values that stand as text in a block, as Vega-Lite's `values` may have them.
public struct InlineCSV: Sendable {
  /// The columns' names, in order.
  public let names: [String]
  /// The rows, each with as many cells as there are names; nil for an empty one.
  public let rows: [[String?]]

  /// Parts `text` into cells (RFC 4180).
  ///
  /// - Parameter span: The place to point at: a text in a block has been unescaped, so that its cells
  ///   have no places of their own.
  /// - Returns: The cells, or nil with `csv-invalid` where there are none.
  public static func read(_ text: String, at span: SourceSpan) -> Outcome<InlineCSV?> {
    let part = CSVPart(bytes: Array(text.utf8), origin: TextOrigin(span.file))
    var diagnostics: [Diagnostic] = []
    let table = CSVReader.read([part], dialect: CSVDialect()).take(into: &diagnostics)
    let header = table.flatMap { TableHeader.read($0).take(into: &diagnostics) }
    diagnostics = diagnostics.map { Diagnostic($0.code, $0.message, at: span, help: $0.help) }
    guard let table, let header else { return Outcome(nil, diagnostics) }
    let rows = (1..<max(table.rowCount, 1)).filter { !table.isBlank(row: $0) }.map { row in
      let cells = table.cells(of: row)
      return header.columns.map { column -> String? in
        guard column.index < cells.count else { return nil }
        let cell = cells.lowerBound + column.index
        let text = table.text(cell)
        return text.isEmpty && !table.cells[cell].isQuoted ? nil : text
      }
    }
    return Outcome(InlineCSV(names: header.columns.map(\.name), rows: rows), diagnostics)
  }
}
