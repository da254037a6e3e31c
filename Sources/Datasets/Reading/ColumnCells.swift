import Diagnostics

/// The cells of one column of a table.
struct ColumnCells {
  let table: CellTable
  /// The table's rows that are rows of the dataset.
  let rows: [Int]
  /// The cells' place in their rows.
  let column: Int
  /// The column's name.
  let name: String
  /// The texts that mean that a cell has no value.
  let missing: Set<String>

  /// The cells' texts; nil where a cell has no value, or where its row is too short to have it.
  ///
  /// - Parameters:
  ///   - field: What the descriptor says of the column; nil where its type is to be guessed.
  ///   - report: Takes the rows whose value JSON holds for another type than the field's, with what
  ///     stands there; they have no value either.
  func texts(
    for field: FieldDescriptor?, report: (_ row: Int, _ text: String, _ fault: CellFault) -> Void
  ) -> [String?] {
    switch table {
    case .text(let table): return texts(table)
    case .nodes(let table):
      return rows.enumerated().map { index, row in
        let cell = table.cells[row * table.width + column]
        if table.isMissing(cell, missing) { return nil }
        guard let field, let syntax = field.syntax else { return cell.text }
        switch table.lexical(cell, under: field, syntax) {
        case .success(let text): return text
        case .failure(let fault):
          report(index, cell.text, fault)
          return nil
        }
      }
    }
  }

  private func texts(_ table: CSVTable) -> [String?] {
    // The empty text is the usual one, and needs no look-up.
    let onlyEmpty = missing == [""]
    var texts: [String?] = []
    texts.reserveCapacity(rows.count)
    for row in rows {
      let range = table.cells(of: row)
      guard range.lowerBound + column < range.upperBound else {
        texts.append(nil)
        continue
      }
      let text = table.text(range.lowerBound + column)
      texts.append((onlyEmpty ? text.isEmpty : missing.contains(text)) ? nil : text)
    }
    return texts
  }

  /// The text of a row's cell in a CSV file; nil where it has no value.
  func text(_ row: Int) -> String? {
    guard let cell = cell(rows[row]) else { return nil }
    let text = table.text(cell)
    return missing.contains(text) ? nil : text
  }

  /// Hands over the bytes of each row's cell in a CSV file, without making texts of them.
  ///
  /// - Parameters:
  ///   - table: The table of these cells.
  ///   - body: Takes the bytes; nil where the cell has no value. What has escapes in it, and cannot
  ///     be a plain number, comes with them.
  func forEachBytes(in table: CSVTable, _ body: (_ row: Int, UnsafeBufferPointer<UInt8>?) -> Void) {
    let onlyEmpty = missing == [""]
    let named = missing.map { Array($0.utf8) }
    table.bytes.withUnsafeBufferPointer { bytes in
      for (index, row) in rows.enumerated() {
        let range = table.cells(of: row)
        let place = range.lowerBound + column
        guard place < range.upperBound else {
          body(index, nil)
          continue
        }
        let cell = table.cells[place]
        let content = UnsafeBufferPointer(rebasing: bytes[Int(cell.start)..<Int(cell.end)])
        let isMissing =
          onlyEmpty ? content.isEmpty : named.contains { content.elementsEqual($0) }
        body(index, isMissing ? nil : content)
      }
    }
  }

  /// What the column holds as no text at all: lists, mappings, or text that may be no number.
  var guess: Field.Kind? {
    guard case .nodes(let table) = table else { return nil }
    var forms: Set<String> = []
    for row in rows {
      let cell = table.cells[row * table.width + column]
      guard cell.form != .missing else { continue }
      forms.insert(cell.form == .json ? String(cell.text.prefix(1)) : "")
    }
    if forms == ["["] { return .array }
    if forms == ["{"] { return .object }
    return forms.count > 1 ? .any : nil
  }

  /// Whether a value stands in quotation marks where those mean text, so that it is no number.
  var isTextOnly: Bool {
    guard case .nodes(let table) = table else { return false }
    return rows.contains { row in
      let cell = table.cells[row * table.width + column]
      return cell.form == .text && table.isTyped
    }
  }

  /// Whether the row, counted in the dataset, is long enough to have the cell, which has no value.
  func isEmpty(_ row: Int) -> Bool {
    cell(rows[row]).map { table.isMissing($0, missing) } ?? false
  }

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
