import Diagnostics

extension TableHeader {
  /// Reads the first row; a column without a name and the second of two alike are faults and are
  /// left out. Nil where there is no header at all.
  static func read(_ table: CSVTable) -> Outcome<TableHeader?> {
    guard table.rowCount > 0 else { return Outcome(nil) }
    let cells = table.cells(of: 0)
    let span = table.span(ofRow: 0)
    var faults = LimitedDiagnostics(limit: CSVReader.faultLimit)
    if cells.count == 1, table.text(cells.lowerBound).isEmpty {
      faults.add(
        Diagnostic(
          .csvInvalid, "this file has no header", at: span,
          help: "its first line names the columns"), kind: "header")
      return Outcome(nil, faults.finish())
    }
    var columns: [TableHeader.Column] = []
    var first: [String: Int] = [:]
    for (index, cell) in cells.enumerated() {
      let name = table.text(cell)
      let place = table.span(cell)
      if name.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) {
        faults.add(
          Diagnostic(
            .csvInvalid, "column \(index + 1) has no name", at: place,
            help: "name it in the first line"), kind: "unnamed")
      } else if let other = first[name] {
        faults.add(
          Diagnostic(
            .csvInvalid, "the column '\(name)' stands twice", at: place,
            labels: [Diagnostic.Label(table.span(other), "it is first here")],
            help: "give each column a name of its own"), kind: "duplicate")
      } else {
        first[name] = cell
        columns.append(TableHeader.Column(name: name, span: place, index: index))
      }
    }
    return Outcome(
      TableHeader(columns: columns, width: cells.count, span: span), faults.finish())
  }

  /// The columns of a table without a header: those of the schema, or numbers.
  static func make(_ table: CSVTable, dialect: CSVDialect, names: [String]) -> TableHeader? {
    guard table.rowCount > 0 else { return nil }
    let cells = table.cells(of: 0)
    let width = names.isEmpty ? cells.count : names.count
    let columns = (0..<width).map { index in
      let cell = cells.lowerBound + index
      return TableHeader.Column(
        name: dialect.name(of: index, names),
        span: cell < cells.upperBound ? table.span(cell) : table.span(ofRow: 0), index: index)
    }
    return TableHeader(
      columns: columns, width: width, span: table.span(ofRow: 0),
      origin: names.isEmpty ? "the first" : "the schema")
  }

  /// The faults of empty lines and of rows that are not as wide as the header.
  ///
  /// A short row's missing cells and a long one's surplus are for the caller to leave out.
  func checkWidths(_ table: CSVTable, rows: some Sequence<Int>) -> [Diagnostic] {
    var faults = LimitedDiagnostics(limit: CSVReader.faultLimit)
    for row in rows {
      let cells = table.cells(of: row)
      let isBlank = table.isBlank(row: row)
      guard isBlank || cells.count != width else { continue }
      let counted = "\(cells.count) \(cells.count == 1 ? "cell" : "cells")"
      let expected = "\(origin) has \(width)"
      if isBlank {
        faults.add(
          Diagnostic(
            .csvInvalid, "this line is empty", at: table.span(ofRow: row),
            help: width == 1 ? "write \"\" for an empty cell" : "take the line out"),
          kind: "blank")
      } else if cells.count < width {
        faults.add(
          Diagnostic(
            .csvInvalid, "this row has \(counted), \(expected)", at: table.span(ofRow: row),
            help: "write a comma for each empty cell"), kind: "short")
      } else {
        let surplus = table.span(ofCells: cells.lowerBound + width..<cells.upperBound)
        faults.add(
          Diagnostic(
            .csvInvalid, "this row has \(counted), \(expected)", at: surplus,
            help: "quote a cell that holds a comma"), kind: "long")
      }
    }
    return faults.finish()
  }
}
