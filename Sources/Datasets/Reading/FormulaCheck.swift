import Bytes
import Diagnostics

/// Warns of cells that a spreadsheet would run as a formula.
///
/// Such a cell begins with `=` or `@`, or with `+` or `-` and is no number, estimate or missing
/// value. It is kept as it is.
enum FormulaCheck {
  static func check(_ texts: [String?], in cells: ColumnCells) -> [Diagnostic] {
    var faults = LimitedDiagnostics(limit: CSVReader.faultLimit)
    for (row, text) in texts.enumerated() {
      guard let text, isFormula(text) else { continue }
      faults.add(
        Diagnostic(
          .cellFormula,
          "'\(text.shortened)' in column '\(cells.name)' would be run as a formula "
            + "by a spreadsheet", at: cells.span(row),
          help: "begin the cell with another character"), kind: "formula")
    }
    return faults.finish()
  }

  private static func isFormula(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"): return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      if NumberText.number(text) != nil { return false }
      if case .success = CellText.estimate(text) { return false }
      // A year before the year 0 begins with a minus and is no formula either.
      if case .success = CellText.date(text) { return false }
      return true
    default: return false
    }
  }
}
