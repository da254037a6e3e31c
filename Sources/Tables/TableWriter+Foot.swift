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
      if !totals.isEmpty { writeTotals(totals, aggregate, isCut: isCut, to: &writer) }
    }
    if isCut {
      writer.open("tr", ["class": "rows-shown"])
      writer.element(
        "td", ["colspan": .number(Double(max(1, table.columns.count)))],
        text: filled(words.shown, table.rows.count, table.matchingRows.count))
      writer.close("tr")
      writer.newline()
    }
    writer.close("tfoot")
    writer.newline()
  }

  private func writeTotals(
    _ totals: [BoundTable.Total], _ aggregate: FigureAggregate, isCut: Bool,
    to writer: inout MarkupWriter
  ) {
    let all = filled(words.ofAllRows, table.matchingRows.count, 0)
    let name = (words.aggregates[aggregate] ?? aggregate.rawValue) + (isCut ? " \(all)" : "")
    let first = totals.map(\.column).min() ?? 0
    writer.open("tr", ["class": "total"])
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
        cell.writeTotal(total, to: &writer)
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
