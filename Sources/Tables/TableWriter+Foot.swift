import Datasets
import Markup
import Values

extension TableWriter {
  /// Writes the totals, a row for each thing that is worked out, and how many rows are not shown.
  func writeFoot(to writer: inout MarkupWriter) {
    let isCut = table.rows.count < table.matchingRows.count
    guard isCut || !table.totals.isEmpty else { return }
    writer.open("tfoot")
    writer.newline()
    for aggregate in FigureAggregate.allCases {
      let totals = table.totals.filter { $0.aggregate == aggregate }
      if !totals.isEmpty {
        let all = filled(words.ofAllRows, table.matchingRows.count, 0)
        let own = words.name(of: aggregate)
        let name = table.groupBy == nil ? own : words.overall.replacing("#", with: own)
        writeTotals(
          totals, name + (isCut ? " \(all)" : ""), "total", over: table.matchingRows, to: &writer)
      }
    }
    if isCut {
      writer.open("tr", ["class": "rows-shown"])
      writer.element("td", ["colspan": .number(Double(max(1, table.columns.count)))]) { writer in
        writer.text(filled(words.shown, table.rows.count, table.matchingRows.count))
        if let href = answers.allRows {
          writer.text(" · ")
          writer.element("a", ["href": .text(href)], text: words.allRows)
        }
      }
      writer.close("tr")
      writer.newline()
    }
    writer.close("tfoot")
    writer.newline()
  }

  /// Writes what the rows of a group come to, shown or not, below them.
  func writeSubtotals(ofGroup head: Value, to writer: inout MarkupWriter) {
    guard let path = table.groupBy, !table.totals.isEmpty else { return }
    let rows = table.matchingRows.filter { table.dataset.value(path, row: $0) == head }
    // One row is its own sum.
    guard rows.count > 1 else { return }
    for aggregate in FigureAggregate.allCases {
      let totals = table.totals.filter { $0.aggregate == aggregate }
      guard !totals.isEmpty else { continue }
      writeTotals(totals, words.name(of: aggregate), "subtotal", over: rows, to: &writer)
    }
  }

  private func writeTotals(
    _ totals: [BoundTable.Total], _ name: String, _ kind: AttributeValue, over rows: [Int],
    to writer: inout MarkupWriter
  ) {
    let first = totals.map(\.column).min() ?? 0
    writer.open("tr", ["class": kind])
    if first > 0 {
      let span = first > 1 ? AttributeValue(first) : .absent
      writer.element("th", ["colspan": span, "scope": "row"], text: name)
    }
    for cell in cells[first...] {
      // Where the first column has a total too, the name has no cell of its own.
      let isNamed = first == 0 && cell.column == 0
      writer.open(
        isNamed ? "th" : "td",
        ["scope": isNamed ? "row" : .absent, "class": AttributeValue(cell.htmlClass)])
      if isNamed { writer.text("\(name): ") }
      if let total = totals.first(where: { $0.column == cell.column }) {
        cell.writeTotal(total, over: rows, to: &writer)
      }
      writer.close(isNamed ? "th" : "td")
    }
    writer.close("tr")
    writer.newline()
  }

  private func filled(_ phrase: String, _ first: Int, _ second: Int) -> String {
    phrase.replacing("##", with: NumberWords.grouped(Double(second), in: language))
      .replacing("#", with: NumberWords.grouped(Double(first), in: language))
  }
}
