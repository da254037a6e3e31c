public import Datasets
public import Diagnostics
public import Values

/// Finds what a specification names and reads the rows that it asks for.
struct TimelineBinder {
  let specification: TimelineSpecification
  let cells: CellTexts
  private(set) var diagnostics: [Diagnostic] = []

  init(_ specification: TimelineSpecification, cells: CellTexts) {
    self.specification = specification
    self.cells = cells
  }

  /// The bound timeline, or nil where the dataset or a column that it cannot do without is missing.
  mutating func bind(to catalog: DatasetCatalog) -> BoundTimeline? {
    guard let dataset = take(specification.data.dataset(in: catalog)) else { return nil }
    let date = path(specification.date, in: dataset)
    let label = path(specification.label, in: dataset)
    let lanes = specification.lanes.flatMap { path($0, in: dataset) }
    let groups = specification.groups.flatMap { path($0, in: dataset) }
    let color = specification.color.flatMap { path($0, in: dataset) }
    let condition = specification.condition.flatMap { take($0.bind(to: dataset)) }
    let highlight = specification.highlight.flatMap { take($0.bind(to: dataset)) }
    let order = take(specification.order.bind(to: dataset))
    guard let date, let label, isDated(date, in: dataset) else { return nil }
    let rows = dataset.rows(where: condition, sortedBy: order)
    let dates = readDates(date, rows, in: dataset)
    let undated = rows.count { dataset.value(date, row: $0) == .missing }
    // Where something else is wrong, other rows may be meant.
    if diagnostics.isEmpty,
      let fault = LeftOutRows.fault(
        undated, of: dataset, lacking: "a date", at: specification.date.span)
    {
      diagnostics.append(fault)
    }
    let columns = TimelineRows.Columns(label: label, lanes: lanes, groups: groups, color: color)
    var reader = TimelineRows(dataset: dataset, columns: columns, cells: cells)
    var content = reader.read(
      rows, dates: dates, window: (specification.from, specification.to),
      isHighlighted: { highlight?.matches(row: $0) ?? false })
    content.from = specification.from
    content.to = specification.to
    content.hasBreaks = specification.hasBreaks
    return BoundTimeline(
      specification: specification, dataset: dataset, columns: columns, cells: cells,
      content: content)
  }

  private mutating func take<Value>(_ outcome: Outcome<Value>) -> Value {
    outcome.take(into: &diagnostics)
  }

  private mutating func path(_ name: Spanned<String>, in dataset: Dataset) -> FieldPath? {
    take(dataset.path(named: name.value, at: name.span))
  }

  /// Whether the column can hold dates: dates, years, or text that is read as dates.
  private mutating func isDated(_ path: FieldPath, in dataset: Dataset) -> Bool {
    let field = dataset.fields[path.column]
    switch (field.kind, path.part) {
    case (.date, _), (.year, _), (.integer, nil): return true
    // Only data that stand in the block have no schema to say that their text is dates.
    case (.string, nil) where dataset.path == nil: return true
    default:
      diagnostics.append(
        Diagnostic(
          .valueTypeWrong,
          "the column '\(field.name)' of dataset '\(dataset.name)' does not hold dates",
          at: specification.date.span,
          help: "give the field the rdfType of dates, or name another column"))
      return false
    }
  }

  /// The dates of `rows`; text that is no date is reported at its cell.
  private mutating func readDates(
    _ path: FieldPath, _ rows: [Int], in dataset: Dataset
  ) -> [EDTFDate?] {
    rows.map { row in
      switch dataset.value(path, row: row) {
      case .date(let date): return date
      case .number(let number): return Int(exactly: number).map { EDTFDate.year($0) }
      case .text(let text):
        switch EDTFDate.parse(text) {
        case .success(let date): return date
        case .failure(let error):
          diagnostics.append(
            Diagnostic(
              .cellTypeWrong, "'\(text)' is no date: \(error.message)",
              at: dataset.span(row: row, column: path.column), help: error.hint))
          return nil
        }
      default: return nil
      }
    }
  }
}

extension TimelineSpecification {
  /// Finds the dataset and the columns that the timeline names, and reads its rows.
  ///
  /// - Parameters:
  ///   - catalog: The datasets by their names.
  ///   - language: The language in which labels, lanes and colours are said that are no text but
  ///     dates or estimates.
  /// - Returns: The timeline, or nil with `dataset-missing`, `column-missing`, `value-type-wrong`
  ///   or `condition-invalid` at the name's own bytes. Text that is no date is `cell-type-wrong`
  ///   at its cell, and the row is left out; so is one whose date is missing.
  public func bind(
    to catalog: DatasetCatalog, language: Language = .english
  ) -> Outcome<BoundTimeline?> {
    var binder = TimelineBinder(self, cells: CellTexts(language: language))
    let bound = binder.bind(to: catalog)
    return Outcome(bound, binder.diagnostics)
  }
}
