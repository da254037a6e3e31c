import Datasets
public import Markup
public import Values

extension BoundTable {
  /// Writes the notes on its columns and cells, to stand beneath it; nothing where there are none.
  public func writeNotes(in language: Language, answers: TableAnswers) -> Fragment {
    var writer = MarkupWriter()
    let hasNotes = !notes.isEmpty || columns.contains { $0.specification.note != nil }
    if hasNotes || !totals.isEmpty {
      TableWriter(table: self, language: language, answers: answers).writeNotes(to: &writer)
    }
    return writer.fragment
  }

  /// Writes the table: `<table class="data">` with its head, its rows in their groups, and its
  /// totals.
  ///
  /// - Parameters:
  ///   - language: The page's language, in which numbers, dates and estimates are said.
  ///   - answers: What only the site knows: links, entities, citations.
  public func write(in language: Language, answers: TableAnswers = TableAnswers()) -> Fragment {
    TableWriter(table: self, language: language, answers: answers).write()
  }
}

/// Writes one table.
struct TableWriter {
  let table: BoundTable
  let answers: TableAnswers
  let language: Language
  let words: TableWords
  let groups: [BoundTable.Group]
  let notes: TableNotes
  /// The rows whose marks notes lead back to, by the note.
  let firstMarks: [Int: Int]
  let cells: [CellWriter]

  init(table: BoundTable, language: Language, answers: TableAnswers) {
    self.table = table
    self.answers = answers
    self.language = language
    let words = TableWords.of(language)
    let groups = table.groups
    let notes = TableNotes(table, groups: groups)
    self.words = words
    self.groups = groups
    self.notes = notes
    var firstMarks: [Int: Int] = [:]
    for row in groups.flatMap(\.rows) where !table.notes.isEmpty {
      for column in table.columns.indices {
        for note in notes.notes(row: row, column: column) where firstMarks[note] == nil {
          firstMarks[note] = row
        }
      }
    }
    self.firstMarks = firstMarks
    self.cells = table.columns.indices.map { column in
      let totals = table.totals.filter { $0.column == column && $0.aggregate != .count }
      let values = totals.flatMap { total in
        let isGrouped = table.groupBy != nil
        return [table.value(of: total)]
          + (isGrouped ? groups.map { table.value(of: total, over: $0.matchingRows) } : [])
      }
      return CellWriter(
        table: table, column: column, totals: values,
        hasMarks: notes.areInCells(ofColumn: column, of: table), language: language, words: words,
        answers: answers)
    }
  }

  func write() -> Fragment {
    var writer = MarkupWriter()
    let isHeaded = cells.first?.isHeader == true
    let isSortable = table.isSortable
    writer.open(
      "table",
      [
        "class": isHeaded ? "data headed" : "data",
        "data-sort": isSortable ? .text(words.sortBy) : .absent,
        "data-sorted": isSortable ? .text(words.sorted.joined(separator: "|")) : .absent,
      ])
    writer.newline()
    writeHead(to: &writer)
    if table.rows.isEmpty {
      writer.open("tbody")
      writer.open("tr", ["class": "empty"])
      writer.element("td", ["colspan": .number(Double(span))], text: words.noRows)
      writer.close("tr")
      writer.close("tbody")
      writer.newline()
    } else {
      for index in groups.indices { writeGroup(index, to: &writer) }
      writeFoot(to: &writer)
    }
    writer.close("table")
    writer.newline()
    return writer.fragment
  }

  var span: Int { max(1, table.columns.count) }

  private func writeGroup(_ index: Int, to writer: inout MarkupWriter) {
    let group = groups[index]
    writer.open("tbody")
    writer.newline()
    if let head = group.head, let path = table.groupBy, let first = group.rows.first {
      writer.open("tr", ["class": "group"])
      writer.open("th", ["colspan": .number(Double(span)), "scope": "rowgroup"])
      writer.open("span", ["class": "stays"])
      if head == .missing {
        writer.text(words.noGroup)
      } else {
        let cell = CellWriter(
          table: table, path: path, language: language, words: words, answers: answers)
        cell.write(row: first, to: &writer)
      }
      if let count = rowCount(of: group) {
        writer.text(" ")
        writer.element("span", ["class": "group-rows"], text: count)
      }
      writer.close("span")
      writer.close("th")
      writer.close("tr")
      writer.newline()
    }
    for row in group.rows { writeRow(row, to: &writer) }
    writeSubtotals(ofGroup: index, to: &writer)
    writer.close("tbody")
    writer.newline()
  }

  private func writeRow(_ row: Int, to writer: inout MarkupWriter) {
    writer.open("tr", ["id": AttributeValue(answers.rowID(row))])
    for cell in cells {
      let isHeader = cell.isHeader(ofRow: row)
      let key = table.isSortable ? cell.sortKey(row: row) : nil
      writer.open(
        isHeader ? "th" : "td",
        [
          "scope": isHeader ? "row" : .absent, "class": AttributeValue(cell.htmlClass(ofRow: row)),
          "data-key": AttributeValue(key),
        ])
      cell.write(row: row, to: &writer) { writer in
        writeMarks(row: row, column: cell.column, to: &writer)
      }
      writer.close(isHeader ? "th" : "td")
    }
    writer.close("tr")
    writer.newline()
  }

  /// How many rows a group has, where that is not seen at a glance or some are not shown.
  private func rowCount(of group: BoundTable.Group) -> String? {
    let all = group.matchingRows.count
    if group.rows.count < all { return filled(words.someRows, group.rows.count, all) }
    guard groups.contains(where: { $0.rows.count >= Self.leastCounted }) else { return nil }
    return all == 1 ? words.oneRow : filled(words.rows, all, 0)
  }

  /// The rows from which on a group's are counted, and then those of its neighbours too.
  private static let leastCounted = 6

  /// A phrase with its numbers.
  func filled(_ phrase: String, _ first: Int, _ second: Int) -> String {
    phrase.replacing("##", with: NumberWords.grouped(Double(second), in: language))
      .replacing("#", with: NumberWords.grouped(Double(first), in: language))
  }
}
