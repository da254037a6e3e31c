import Diagnostics

/// The cells of one column of a table.
struct ColumnCells {
  let table: CSVTable
  /// The table's rows that are rows of the dataset.
  let rows: [Int]
  /// The cells' place in their rows.
  let column: Int
  /// The column's name.
  let name: String
  /// The texts that mean that a cell has no value.
  let missing: Set<String>

  /// The cells' texts; nil where a cell has no value, or where its row is too short to have it.
  func texts() -> [String?] {
    // The empty text is the usual one, and needs no look-up.
    let onlyEmpty = missing == [""]
    var texts: [String?] = []
    texts.reserveCapacity(rows.count)
    for row in rows {
      guard let cell = cell(row) else {
        texts.append(nil)
        continue
      }
      let text = table.text(cell)
      texts.append((onlyEmpty ? text.isEmpty : missing.contains(text)) ? nil : text)
    }
    return texts
  }

  /// Whether the row, counted in the dataset, is long enough to have the cell.
  func isThere(_ row: Int) -> Bool { cell(rows[row]) != nil }

  /// The place of the cell in a row of the dataset.
  func span(_ row: Int) -> SourceSpan {
    cell(rows[row]).map { table.span($0) } ?? table.span(ofRow: rows[row])
  }

  private func cell(_ row: Int) -> Int? {
    let range = table.cells(of: row)
    let index = range.lowerBound + column
    return index < range.upperBound ? index : nil
  }
}

extension String {
  /// The text, cut where it is too long for a message.
  var shortened: String {
    guard utf8.count > 80 else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(60))) + "…"
  }
}
