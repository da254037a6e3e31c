public import Datasets
public import Diagnostics

extension TableSpecification {
  /// Looks the data, the columns and every other field up.
  ///
  /// - Returns: The table, or nil where a name is wrong; with `dataset-missing` and
  ///   `column-missing` at the names, `condition-invalid`, and `value-invalid` for a format or
  ///   total that the column's type has not.
  public func bind(to catalog: DatasetCatalog) -> Outcome<BoundTable?> {
    var diagnostics: [Diagnostic] = []
    let found: Dataset?
    switch data {
    case .inline(let inline): found = inline
    case .named(let name, let span):
      found = catalog.lookup(name, at: span).take(into: &diagnostics)
    }
    guard let dataset = found else { return Outcome(nil, diagnostics) }
    let columns = boundColumns(dataset, &diagnostics)
    // Without one of its columns a table still has rows, whose links can be followed.
    let columnFaults = diagnostics.errorCount
    let bound = condition.flatMap { $0.bind(to: dataset).take(into: &diagnostics) }
    let keys = sort.bind(to: dataset).take(into: &diagnostics)
    let group = groupBy.flatMap { name in
      dataset.path(named: name.text, at: name.span).take(into: &diagnostics)
    }
    let totals = boundTotals(dataset, columns, &diagnostics)
    let noted = notes.map { boundNote($0, dataset, columns, &diagnostics) }
    guard diagnostics.errorCount == columnFaults, !columns.isEmpty else {
      return Outcome(nil, diagnostics)
    }
    let matching = dataset.rows(where: bound, sortedBy: keys)
    let rows = limit.map { Array(matching.prefix($0)) } ?? matching
    for column in columns {
      if let fault = barFault(column, rows, dataset) { diagnostics.append(fault) }
    }
    let marked = zip(notes, noted).compactMap { note, found in
      found.flatMap { rowsNoted(note, $0, matching, dataset, &diagnostics) }
    }
    guard diagnostics.errorCount == columnFaults else { return Outcome(nil, diagnostics) }
    return Outcome(
      BoundTable(
        specification: self, dataset: dataset, columns: columns, rows: rows,
        matchingRows: matching, groupBy: group, totals: totals, notes: marked),
      diagnostics)
  }

  /// A bar that ends where its scale does says less than its figure.
  private func barFault(
    _ column: BoundTable.Column, _ rows: [Int], _ dataset: Dataset
  ) -> Diagnostic? {
    guard let maximum = column.specification.bar?.maximum else { return nil }
    let ends = rows.flatMap { CellBar.bounds(of: dataset.value(column.path, row: $0)) }
    guard let greatest = ends.max(), greatest > maximum.value else { return nil }
    return Diagnostic(
      .valueInvalid,
      "'max' of a bar is \(Value.number(maximum.value).dataText), but column "
        + "'\(column.specification.field.text)' has \(Value.number(greatest).dataText)",
      at: maximum.span, help: "give a greater 'max', or leave it out")
  }

  // MARK: Notes

  private func boundNote(
    _ note: TableNote, _ dataset: Dataset, _ columns: [BoundTable.Column],
    _ diagnostics: inout [Diagnostic]
  ) -> (condition: BoundCondition, column: Int)? {
    let condition = note.condition.bind(to: dataset).take(into: &diagnostics)
    guard let field = note.field else { return condition.map { ($0, 0) } }
    guard let path = dataset.path(named: field.text, at: field.span).take(into: &diagnostics)
    else { return nil }
    guard let column = columns.firstIndex(where: { $0.path == path }) else {
      diagnostics.append(
        Diagnostic(
          .valueInvalid, "the note on '\(field.text)' has no column to stand in", at: field.span,
          help: "add '\(field.text)' to 'columns'"))
      return nil
    }
    return condition.map { ($0, column) }
  }

  /// The rows that a note is about, one at least.
  private func rowsNoted(
    _ note: TableNote, _ found: (condition: BoundCondition, column: Int), _ matching: [Int],
    _ dataset: Dataset, _ diagnostics: inout [Diagnostic]
  ) -> BoundTable.Note? {
    let rows = Set(dataset.rows(where: found.condition, sortedBy: [])).intersection(matching)
    guard rows.isEmpty else { return BoundTable.Note(column: found.column, rows: rows) }
    diagnostics.append(
      Diagnostic(
        .valueInvalid, "no row of the table meets the condition of this note",
        at: note.conditionSpan, help: "mend the condition, or take the note out"))
    return nil
  }

  // MARK: Columns

  private func boundColumns(
    _ dataset: Dataset, _ diagnostics: inout [Diagnostic]
  ) -> [BoundTable.Column] {
    guard !columns.isEmpty else { return allColumns(of: dataset) }
    return columns.compactMap { column in
      let name = column.field
      let path = dataset.path(named: name.text, at: name.span).take(into: &diagnostics)
      let link = column.link.flatMap { link in
        LinkPattern.bind(link.text, at: link.span, to: dataset).take(into: &diagnostics)
      }
      guard let path else { return nil }
      if let format = column.format {
        diagnostics += formatFault(format, dataset.fields[path.column], path)
      }
      if let bar = column.bar, !path.isNumeric(in: dataset) {
        let field = dataset.fields[path.column]
        diagnostics.append(
          Diagnostic(
            .valueInvalid,
            "column '\(field.name)' holds \(field.kind.plural), which have no length to draw",
            at: bar.span, help: "leave 'bar' out"))
      }
      return BoundTable.Column(path: path, specification: column, link: link)
    }
  }

  /// Every column; one of locators is said with the citation before it, and one that heads the
  /// groups need not stand in every row too.
  private func allColumns(of dataset: Dataset) -> [BoundTable.Column] {
    dataset.fields.indices.compactMap { index in
      let field = dataset.fields[index]
      guard field.reference != .locator, field.name != groupBy?.text else { return nil }
      let name = Name(text: field.name, span: field.span)
      return BoundTable.Column(
        path: FieldPath(column: index, part: nil),
        specification: TableColumn(field: name), link: nil)
    }
  }

  private func formatFault(
    _ format: (value: ValueFormat, span: SourceSpan), _ field: Field, _ path: FieldPath
  ) -> [Diagnostic] {
    guard !format.value.suits(field.kind, part: path.part) else { return [] }
    let formats = ValueFormat.names.filter { $0.value.suits(field.kind, part: path.part) }
      .map(\.key)
    let help =
      formats.isEmpty ? "leave 'format' out" : "it can be \(formats.joined(separator: ", "))"
    return [
      Diagnostic(
        .valueInvalid,
        "column '\(field.name)' of dataset '\(dataset(of: field))' has no format "
          + "'\(format.value.name)'",
        at: format.span, help: help)
    ]
  }

  private func dataset(of field: Field) -> String {
    switch data {
    case .named(let name, _): name
    case .inline(let dataset): dataset.name
    }
  }

  private func boundTotals(
    _ dataset: Dataset, _ columns: [BoundTable.Column], _ diagnostics: inout [Diagnostic]
  ) -> [BoundTable.Total] {
    totals.compactMap { total in
      let name = total.field
      guard let path = dataset.path(named: name.text, at: name.span).take(into: &diagnostics)
      else { return nil }
      let field = dataset.fields[path.column]
      guard path.isNumeric(in: dataset) || total.aggregate == .count else {
        diagnostics.append(
          Diagnostic(
            .valueInvalid, "column '\(field.name)' holds no numbers, so that it has no total",
            at: name.span, help: "'{\(name.text): count}' counts the rows that state one"))
        return nil
      }
      guard let column = columns.firstIndex(where: { $0.path == path }) else {
        diagnostics.append(
          Diagnostic(
            .valueInvalid, "the total of '\(name.text)' has no column to stand in", at: name.span,
            help: "add '\(name.text)' to 'columns'"))
        return nil
      }
      return BoundTable.Total(column: column, aggregate: total.aggregate)
    }
  }
}

extension FieldPath {
  /// Whether its values are numbers or estimates that can be added up; years cannot.
  func isNumeric(in dataset: Dataset) -> Bool {
    switch dataset.fields[column].kind {
    case .number, .integer, .estimate: true
    default: false
    }
  }
}
