/// The texts of a column's cells: made once, or made again each time they are asked for, where a
/// column of numbers needs them only to say what is wrong.
struct CellTexts {
  private let made: [String?]
  private let cells: ColumnCells?

  /// Texts at hand.
  init(_ texts: [String?]) {
    made = texts
    cells = nil
  }

  /// The texts of cells of a CSV file, not made yet.
  init(of cells: ColumnCells) {
    made = []
    self.cells = cells
  }

  /// The text of a row; nil where it has no value.
  subscript(row: Int) -> String? {
    cells.map { $0.text(row) } ?? made[row]
  }
}
