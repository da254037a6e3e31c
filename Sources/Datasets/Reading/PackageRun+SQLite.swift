import Diagnostics

/// Reading the tables and views of SQLite files, each of which is a dataset.
extension PackageRun {
  /// The database in a file; nil where it is none, which is reported.
  mutating func open(_ file: DataFile) -> SQLiteFile? {
    let log = file.path + "-wal"
    if files.others.contains(log) || files.files[log] != nil {
      diagnostics.append(
        Diagnostic(
          .dataInvalid,
          "some of this database is still in '\(log.split(separator: "/").last ?? "")'",
          at: file.start, help: "close the program that writes it, which moves all of it here"))
      return nil
    }
    do throws(SQLiteFile.Fault) {
      return try SQLiteFile(file.bytes)
    } catch {
      diagnostics.append(
        Diagnostic(.dataInvalid, error.message, at: file.start, help: error.help))
      return nil
    }
  }

  /// The table that a resource means: the one that its dialect names, or the only one.
  mutating func table(
    of database: SQLiteFile, _ name: String?, _ path: ResourceDescriptor.Path
  ) -> SQLiteFile.Table? {
    let names = database.tables.map(\.name)
    if let name {
      if let table = database.tables.first(where: { $0.name == name }) { return table }
      diagnostics.append(
        Diagnostic(
          .packageInvalid, "the database '\(path.text)' has no table '\(name)'", at: path.span,
          help: Suggestion.didYouMean(name, among: names) ?? Self.list(names)))
      return nil
    }
    if database.tables.count == 1 { return database.tables[0] }
    diagnostics.append(
      Diagnostic(
        .packageInvalid,
        names.isEmpty
          ? "the database '\(path.text)' has no table"
          : "the database '\(path.text)' has several tables", at: path.span,
        help: names.isEmpty ? nil : "add 'dialect: {table: …}'; \(Self.list(names))"))
    return nil
  }

  private static func list(_ names: [String]) -> String {
    "there are \(names.prefix(20).joined(separator: ", "))"
  }

  /// The rows of a table; nil where they cannot be read, which is reported.
  mutating func rows(
    of table: SQLiteFile.Table, in database: SQLiteFile, _ file: DataFile
  ) -> ResourceRows? {
    do throws(SQLiteFile.Fault) {
      return .headed(headed(try database.rows(of: table, limits: QueryLimits()), file.start))
    } catch {
      diagnostics.append(
        Diagnostic(.dataInvalid, error.message, at: file.start, help: error.help))
      return nil
    }
  }

  /// The rows with the names of their columns. A database has no lines to point at, so that all of
  /// it stands at the beginning of the file.
  private func headed(_ result: QueryResult, _ span: SourceSpan) -> HeadedTable {
    let width = result.columns.count
    var cells: [NodeTable.Cell] = []
    cells.reserveCapacity(width * result.rowCount)
    for row in 0..<result.rowCount {
      for column in result.columns {
        var cell = NodeTable.Cell(span: span)
        switch column.values[row] {
        case .null, .blob: break
        case .integer, .real:
          cell.text = column.values[row].text ?? ""
          cell.form = .number
        case .text(let text):
          cell.text = text
          cell.form = .text
        }
        cells.append(cell)
      }
    }
    let table = NodeTable(
      cells: cells, width: width,
      rowSpans: Array(repeating: span, count: result.rowCount), isTyped: false)
    let columns = result.columns.enumerated().map { index, column in
      TableHeader.Column(name: column.name, span: span, index: index)
    }
    let header = TableHeader(columns: columns, width: width, span: span, origin: "the table")
    return HeadedTable(table: .nodes(table), header: header, rows: Array(0..<result.rowCount))
  }
}
