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
  let words: TableWords
  let padding: DecimalPadding
  let bar: CellBar?
  private let hasMarks: Bool
  /// Whether it holds texts that need room where there is little.
  private let isLong: Bool
  /// What kind of values it holds, and on which side they stand, as the style sheet knows them.
  private(set) var htmlClass: String?

  /// - Parameters:
  ///   - totals: The figures that stand below the column or within it.
  ///   - hasMarks: Whether single cells of the column have notes.
  init(
    table: BoundTable, column: Int, totals: [Value], hasMarks: Bool, language: Language,
    words: TableWords, answers: TableAnswers
  ) {
    self.init(
      table: table, column: column, path: table.columns[column].path,
      format: table.columns[column].specification.format?.value, totals: totals,
      hasMarks: hasMarks, language: language, words: words, answers: answers)
  }

  /// A writer for the heads of groups.
  init(
    table: BoundTable, path: FieldPath, language: Language, words: TableWords,
    answers: TableAnswers
  ) {
    let isDate = table.dataset.fields[path.column].kind == .date
    self.init(
      table: table, column: -1, path: path, format: isDate ? .long : nil, totals: [],
      hasMarks: false, language: language, words: words, answers: answers)
  }

  private init(
    table: BoundTable, column: Int, path: FieldPath, format: ValueFormat?, totals: [Value],
    hasMarks: Bool, language: Language, words: TableWords, answers: TableAnswers
  ) {
    self.table = table
    self.column = column
    self.path = path
    self.field = table.dataset.fields[path.column]
    self.answers = answers
    self.words = words
    self.hasMarks = hasMarks
    let text = ColumnText(field: field, format: format, language: language)
    self.text = text
    let isFigure = field.kind == .number || (field.kind == .estimate && format != .words)
    let isPadded = column >= 0 && (isFigure || !totals.isEmpty) && format != .short
    let values = isPadded ? table.rows.map { table.dataset.value(path, row: $0) } + totals : []
    self.padding = DecimalPadding(texts: values.map { text.text($0).shown }, language: language)
    // On a dataset's own page, where rows have ids, each cell is looked at.
    let isOwnPage = table.rows.first.flatMap(answers.rowID) != nil
    self.isLong =
      column >= 0 && !isOwnPage && field.kind == .string && field.reference != .citation
      && table.rows.contains { row in
        guard case .text(let text) = table.dataset.value(path, row: row) else { return false }
        // A long name without a blank, such as a key, is no text to be hyphenated.
        return text.utf8.count > Self.longestShort && text.utf8.contains(UInt8(ascii: " "))
      }
    let wanted = column >= 0 ? table.columns[column].specification.bar : nil
    self.bar = wanted.map { bar in
      CellBar(bar, values: table.rows.map { table.dataset.value(path, row: $0) })
    }
    if column >= 0 { htmlClass = classOfColumn() }
  }

  /// How many bytes a text may have that wraps well in a narrow column.
  private static let longestShort = 24

  // MARK: The column

  /// What stands above it.
  var label: String { table.columns[column].specification.label?.text ?? field.label }

  /// The class that tells the style sheet of it.
  private func classOfColumn() -> String? {
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
    let hasNote = hasMarks || table.columns[column].specification.note != nil
    let room: String? = bar != nil ? "with-bar" : hasNote && kind == "number" ? "with-marks" : nil
    let classes = [kind, side, room, isLong ? "long" : nil].compactMap(\.self)
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

  /// Whether its cells name their rows: those of the first column, unless they hold figures or
  /// sources.
  var isHeader: Bool {
    guard column == 0, field.reference != .citation else { return false }
    switch field.kind {
    case .string, .date, .year: return true
    default: return false
    }
  }

  /// Whether the cell of `row` names its row, which it must not be empty for.
  func isHeader(ofRow row: Int) -> Bool {
    isHeader && table.dataset.value(path, row: row) != .missing
  }

  /// By what the cell of `row` is sorted: numbers, the second where the first are equal, or nothing
  /// where it is empty; nil for its words.
  func sortKey(row: Int) -> String? {
    switch table.dataset.comparableValue(path, row: row) {
    case .number(let number): Self.key(number)
    case .boolean(let isTrue): isTrue ? "1" : "0"
    case .date(let date):
      "\(date.earliest.map { String($0.number) } ?? "-Infinity") "
        + (date.latest.map { String($0.number) } ?? "Infinity")
    case .estimate(let estimate):
      "\(Self.key(estimate.low ?? -.infinity)) \(Self.key(estimate.high ?? .infinity))"
    case .missing: ""
    case .text: nil
    }
  }

  /// A number as the script reads it.
  private static func key(_ number: Double) -> String {
    number.isFinite ? Value.number(number).dataText : number < 0 ? "-Infinity" : "Infinity"
  }
}
