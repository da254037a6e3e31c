import Datasets
public import Markup
public import Values

extension BoundTable {
  /// Writes the notes on its columns, to stand beneath it; nothing where there are none.
  public func writeNotes(in language: Language, answers: TableAnswers) -> Fragment {
    var writer = MarkupWriter()
    TableWriter(table: self, language: language, answers: answers).writeNotes(to: &writer)
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
  let cells: [CellWriter]

  init(table: BoundTable, language: Language, answers: TableAnswers) {
    self.table = table
    self.answers = answers
    self.language = language
    let words = TableWords.of(language)
    self.words = words
    self.cells = table.columns.indices.map { column in
      CellWriter(
        table: table, column: column, language: language, words: words, answers: answers)
    }
  }

  func write() -> Fragment {
    var writer = MarkupWriter()
    let attributes: MarkupWriter.Attributes =
      table.isSortable
      ? [
        "class": "data", "data-sort": .text(words.sortBy), "data-sorted": .text(words.sorted),
      ] : ["class": "data"]
    writer.open("table", attributes)
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
      for group in table.groups { writeGroup(group.head, group.rows, to: &writer) }
      writeFoot(to: &writer)
    }
    writer.close("table")
    writer.newline()
    return writer.fragment
  }

  private var span: Int { max(1, table.columns.count) }

  private func writeHead(to writer: inout MarkupWriter) {
    writer.open("thead")
    writer.open("tr")
    for cell in cells {
      writer.open("th", ["scope": "col", "class": AttributeValue(cell.htmlClass)])
      writer.fragment(answers.heading(cell.column) ?? Fragment(text: cell.label))
      if let note = notes.firstIndex(of: cell.column) { writeNoteMark(note, to: &writer) }
      writer.close("th")
    }
    writer.close("tr")
    writer.close("thead")
    writer.newline()
  }

  private func writeGroup(_ head: Value?, _ rows: [Int], to writer: inout MarkupWriter) {
    writer.open("tbody")
    writer.newline()
    if let head, let path = table.groupBy, let first = rows.first {
      writer.open("tr", ["class": "group"])
      writer.open("th", ["colspan": .number(Double(span)), "scope": "rowgroup"])
      if head == .missing {
        writer.text(words.noGroup)
      } else {
        let cell = CellWriter(
          table: table, path: path, language: language, words: words, answers: answers)
        cell.write(row: first, to: &writer)
      }
      writer.close("th")
      writer.close("tr")
      writer.newline()
    }
    for row in rows {
      writer.open("tr", ["id": AttributeValue(answers.rowID(row))])
      for cell in cells {
        let isHeader = cell.isHeader(ofRow: row)
        if isHeader {
          let key = table.isSortable ? cell.sortKey(row: row) : nil
          writer.open(
            "th",
            [
              "scope": "row", "class": AttributeValue(cell.htmlClass(ofRow: row)),
              "data-key": AttributeValue(key),
            ])
        } else {
          let key = table.isSortable ? cell.sortKey(row: row) : nil
          writer.open(
            "td",
            ["class": AttributeValue(cell.htmlClass(ofRow: row)), "data-key": AttributeValue(key)])
        }
        cell.write(row: row, to: &writer)
        writer.close(isHeader ? "th" : "td")
      }
      writer.close("tr")
      writer.newline()
    }
    if let head { writeSubtotals(ofGroup: head, to: &writer) }
    writer.close("tbody")
    writer.newline()
  }
}
