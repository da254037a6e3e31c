public import Diagnostics
public import Documents

extension Dataset {
  /// Reads data that stands in a block: a list of mappings, or of single values, which then are the
  /// column `data`, as in Vega-Lite.
  ///
  /// The types are inferred as for a CSV without a schema, save that a value in quotes is never a
  /// number or a boolean. A key that a mapping leaves out is a missing value; the columns come in
  /// the order in which their keys are first met.
  /// - Returns: The dataset, or nil with `value-type-wrong` or `value-invalid` where there is no
  ///   list or where a cell holds a list or a mapping.
  public static func inline(_ node: Node, name: String) -> Outcome<Dataset?> {
    guard let elements = node.elements else {
      return Outcome(
        nil,
        [
          Diagnostic(
            .valueTypeWrong, "the values of a dataset are \(node.kindInWords), not a list of rows",
            at: node.span, help: "write a list of mappings, such as [{a: 1, b: 2}]")
        ])
    }
    var reader = InlineReader(rowCount: elements.count)
    for (row, element) in elements.enumerated() { reader.read(element, row: row) }
    guard reader.diagnostics.isEmpty else { return Outcome(nil, reader.diagnostics) }
    return Outcome(reader.dataset(name: name, span: node.span))
  }
}

/// Gathers the cells of inline rows by column.
private struct InlineReader {
  struct Column {
    let name: String
    let span: SourceSpan
    var texts: [String?]
    var spans: [Int: SourceSpan] = [:]
    var isTextOnly = false
  }

  /// The cells beyond which data belongs in a file, for every row takes room in every column.
  static let cellLimit = 10_000_000

  let rowCount: Int
  var columns: [Column] = []
  var indexes: [String: Int] = [:]
  var diagnostics: [Diagnostic] = []

  init(rowCount: Int) {
    self.rowCount = rowCount
  }

  mutating func read(_ node: Node, row: Int) {
    guard let entries = node.entries else {
      add(node, to: "data", at: node.span, row)
      return
    }
    for entry in entries {
      guard !entry.key.isEmpty else {
        diagnostics.append(
          Diagnostic(.valueInvalid, "this column has no name", at: entry.keySpan))
        continue
      }
      add(entry.value, to: entry.key, at: entry.keySpan, row)
    }
  }

  private mutating func add(_ node: Node, to name: String, at span: SourceSpan, _ row: Int) {
    guard case .scalar(let text, let isQuoted) = node.content else {
      diagnostics.append(
        Diagnostic(
          .valueTypeWrong, "column '\(name)' holds \(node.kindInWords) here, not a single value",
          at: node.span))
      return
    }
    guard let index = index(of: name, at: span), !node.isNull else { return }
    columns[index].texts[row] = text
    columns[index].spans[row] = node.span
    if isQuoted { columns[index].isTextOnly = true }
  }

  private mutating func index(of name: String, at span: SourceSpan) -> Int? {
    if let index = indexes[name] { return index }
    guard (columns.count + 1) * rowCount <= Self.cellLimit else {
      if diagnostics.isEmpty {
        diagnostics.append(
          Diagnostic(
            .valueInvalid, "these rows and columns are more than \(Self.cellLimit) cells", at: span,
            help: "put the data into a CSV file"))
      }
      return nil
    }
    indexes[name] = columns.count
    columns.append(Column(name: name, span: span, texts: Array(repeating: nil, count: rowCount)))
    return columns.count - 1
  }

  func dataset(name: String, span: SourceSpan) -> Dataset {
    let fields = columns.map { column in
      Field(
        name: column.name,
        kind: Inference.kind(of: column.texts, named: column.name, isTextOnly: column.isTextOnly),
        span: column.span)
    }
    let typed = zip(fields, columns).map { field, column in
      // Inference has read every text under this very kind, so that no fault is left to report.
      ColumnReader(syntax: CellSyntax(kind: field.kind)).column(column.texts) { _, _ in }
    }
    var cellSpans: [SourceSpan] = []
    for row in 0..<rowCount {
      for column in columns { cellSpans.append(column.spans[row] ?? span) }
    }
    return Dataset(name: name, fields: fields, columns: typed, cellSpans: cellSpans, span: span)
  }
}
