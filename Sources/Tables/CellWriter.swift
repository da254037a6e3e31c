import Datasets
import Documents
import Markup
import Values

/// Writes the cells of one column.
struct CellWriter {
  let table: BoundTable
  /// The column's place in the table; -1 for what heads the groups and is no column.
  let column: Int
  let path: FieldPath
  let field: Field
  let text: ColumnText
  let answers: TableAnswers
  private let padding: DecimalPadding
  private let bar: CellBar?

  init(
    table: BoundTable, column: Int, language: Language, words: TableWords, answers: TableAnswers
  ) {
    self.init(
      table: table, column: column, path: table.columns[column].path,
      format: table.columns[column].specification.format?.value, language: language, words: words,
      answers: answers)
  }

  /// A writer for the heads of groups.
  init(
    table: BoundTable, path: FieldPath, language: Language, words: TableWords,
    answers: TableAnswers
  ) {
    let isDate = table.dataset.fields[path.column].kind == .date
    self.init(
      table: table, column: -1, path: path, format: isDate ? .long : nil, language: language,
      words: words, answers: answers)
  }

  private init(
    table: BoundTable, column: Int, path: FieldPath, format: ValueFormat?,
    language: Language, words: TableWords, answers: TableAnswers
  ) {
    self.table = table
    self.column = column
    self.path = path
    self.field = table.dataset.fields[path.column]
    self.answers = answers
    let text = ColumnText(field: field, format: format, language: language)
    self.text = text
    let isPadded = column >= 0 && field.kind == .number && format != .short
    let rows = isPadded ? table.rows : []
    let values = rows.map { table.dataset.value(path, row: $0) }
    let totals =
      isPadded ? table.totals.filter { $0.column == column }.map { table.value(of: $0) } : []
    self.padding = DecimalPadding(
      texts: (values + totals).map { text.text($0).shown }, language: language)
    let wanted = column >= 0 ? table.columns[column].specification.bar : nil
    self.bar = wanted.map { bar in
      CellBar(bar, values: table.rows.map { table.dataset.value(path, row: $0) })
    }
  }

  // MARK: The column

  /// What stands above it.
  var label: String { table.columns[column].specification.label?.text ?? field.label }

  /// What kind of values it holds, and on which side they stand, as the style sheet knows them.
  var htmlClass: String? {
    let kind: String? =
      switch field.kind {
      case .number, .integer, .estimate:
        text.format == .words && field.kind == .estimate ? nil : "number"
      case .date where path.part == nil && text.format != .long && text.format != .words: "date"
      case .date where path.part != nil: "date"
      case .year: "number"
      case .geopoint where path.part != nil: "number"
      case .time: "date"
      default: nil
      }
    let side: String? =
      switch table.columns[column].specification.alignment {
      case .left: kind == "number" ? "align-start" : nil
      case .right: kind == "number" ? nil : "align-end"
      case .center: "align-center"
      case nil: nil
      }
    let classes = [kind, side, bar == nil ? nil : "with-bar"].compactMap(\.self)
    return classes.isEmpty ? nil : classes.joined(separator: " ")
  }

  /// What the style sheet must know of the cell of `row`: what it does of the column, and whether it
  /// holds much text, for which nobody chose a column.
  func htmlClass(ofRow row: Int) -> String? {
    guard htmlClass == nil, answers.rowID(row) != nil,
      case .text(let text) = table.dataset.value(path, row: row), text.utf8.count > Self.longText
    else { return htmlClass }
    return "long"
  }

  /// The bytes beyond which a text would make a narrow column very high.
  private static let longText = 60

  /// Whether the cell of `row` names its row: in the first column, unless that holds figures or
  /// sources, and where it is not empty.
  func isHeader(ofRow row: Int) -> Bool {
    guard column == 0, field.reference != .citation else { return false }
    switch field.kind {
    case .string, .date, .year: return table.dataset.value(path, row: row) != .missing
    default: return false
    }
  }

  /// By what the cell of `row` is sorted, where that is not its words.
  func sortKey(row: Int) -> String? {
    switch table.dataset.value(path, row: row) {
    case .number: table.dataset.value(path, row: row).dataText
    case .boolean(let isTrue): isTrue ? "1" : "0"
    case .date(let date): (date.earliest ?? date.latest).map { String($0.number) }
    case .estimate(let estimate):
      (estimate.low ?? estimate.high.map { min(0, $0 - 1) }).map { Value.number($0).dataText }
    case .text, .missing: nil
    }
  }

  // MARK: Cells

  /// Writes what stands in the column's cell of `row`.
  func write(row: Int, to writer: inout MarkupWriter) {
    let value = table.dataset.value(path, row: row)
    if let bar {
      writer.open("span", ["class": "figure-beside-bar"])
      writeContent(value, row: row, to: &writer)
      writer.close("span")
      bar.write(value, to: &writer)
    } else {
      writeContent(value, row: row, to: &writer)
    }
  }

  private func writeContent(_ value: Value, row: Int, to writer: inout MarkupWriter) {
    guard value != .missing else { return }
    if column >= 0, let link = answers.link(row, column) {
      let kind = link.kind == .page ? AttributeValue.absent : .text(link.kind.rawValue)
      writer.open("a", ["class": kind, "href": .text(link.href)])
      writeText(value, to: &writer)
      writer.close("a")
      return
    }
    guard case .text(let text) = value else { return writeText(value, to: &writer) }
    switch field.reference {
    case .citation: writeCitations(text, row: row, to: &writer)
    case .entity(let collection): writeEntities(text, in: collection, to: &writer)
    default: writeText(value, to: &writer)
    }
  }

  /// Writes a total in the format of the column.
  func writeTotal(
    _ total: BoundTable.Total, over rows: [Int], to writer: inout MarkupWriter
  ) {
    let value = table.value(of: total, over: rows)
    // Estimates open on either side have a sum of which nothing can be said.
    if value == .missing { writer.text("–") } else { writeText(value, to: &writer) }
    // A sum is on no scale with what it sums up, but its figure stands with the others.
    bar?.write(.missing, to: &writer)
  }

  private func writeText(_ value: Value, to writer: inout MarkupWriter) {
    if case .text(let text) = value, field.separator != nil {
      writer.text(field.items(of: text).map(field.label(of:)).joined(separator: ", "))
      return
    }
    let text = text.text(value)
    if let said = text.said {
      // Signs such as ~ and > are skipped or misread aloud; what is seen is hidden from speech.
      writer.element("span", ["aria-hidden": "true", "title": .text(said)], text: text.shown)
      writer.element("span", ["class": "unseen"], text: said)
    } else {
      writer.text(text.shown)
      writer.text(padding.blanks(behind: text.shown))
    }
  }

  private func writeEntities(
    _ text: String, in collection: String, to writer: inout MarkupWriter
  ) {
    for (index, stem) in field.items(of: text).enumerated() {
      if index > 0 { writer.text(", ") }
      let entity = answers.entity(collection, stem)
      let title = entity?.title ?? field.label(of: stem)
      if let href = entity?.href {
        writer.element("a", ["class": "entity", "href": .text(href)], text: title)
      } else {
        writer.text(title)
      }
    }
  }

  private func writeCitations(_ text: String, row: Int, to writer: inout MarkupWriter) {
    let locator = locator(row: row)
    for (index, key) in field.items(of: text).enumerated() {
      if index > 0 { writer.text("; ") }
      if let citation = answers.citation(key, locator) {
        writer.fragment(citation)
      } else {
        writer.text(key)
      }
    }
  }

  /// The text of the locator's cell, where the column behind this one holds locators.
  private func locator(row: Int) -> String? {
    let next = path.column + 1
    guard next < table.dataset.fields.count, table.dataset.fields[next].reference == .locator,
      case .text(let text) = table.dataset.columns[next][row]
    else { return nil }
    return text
  }
}
