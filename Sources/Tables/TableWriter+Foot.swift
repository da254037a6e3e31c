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
        let own = words.name(of: aggregate)
        let name =
          isCut
          ? "\(own) \(filled(words.ofAllRows, table.matchingRows.count, 0))"
          : table.groupBy == nil ? own : words.overall.replacing("#", with: own)
        writeTotals(totals, name, ofGroup: nil, over: table.matchingRows, to: &writer)
      }
    }
    if isCut {
      writer.open("tr", ["class": "rows-shown"])
      writer.element("td", ["colspan": .number(Double(span))]) { writer in
        writer.text(filled(words.shown, table.rows.count, table.matchingRows.count))
        if let all = answers.allRows {
          writer.text(" · ")
          writer.element(
            "a", ["href": .text(all.href), "download": all.isFile ? .flag : .absent],
            text: all.isFile ? words.allRowsFile : words.allRows)
        }
      }
      writer.close("tr")
      writer.newline()
    }
    writer.close("tfoot")
    writer.newline()
  }

  /// Writes what the rows of a group come to, shown or not, below them.
  func writeSubtotals(ofGroup index: Int, to writer: inout MarkupWriter) {
    let group = groups[index]
    let rows = group.matchingRows
    guard !table.totals.isEmpty, group.hasTotals else { return }
    let isCut = group.rows.count < rows.count
    for aggregate in FigureAggregate.allCases {
      let totals = table.totals.filter { $0.aggregate == aggregate }
      guard !totals.isEmpty else { continue }
      let all = isCut ? " \(filled(words.ofAllRows, rows.count, 0))" : ""
      writeTotals(
        totals, words.name(of: aggregate) + all, ofGroup: index, over: rows, to: &writer)
    }
  }

  private func writeTotals(
    _ totals: [BoundTable.Total], _ name: String, ofGroup group: Int?, over rows: [Int],
    to writer: inout MarkupWriter
  ) {
    let first = totals.map(\.column).min() ?? 0
    writer.open("tr", ["class": group == nil ? "total" : "subtotal"])
    if first > 0 {
      let span = first > 1 ? AttributeValue(first) : .absent
      writer.element("th", ["colspan": span, "scope": "row"]) { writer in
        writer.element("span", ["class": "stays"], text: name)
      }
    }
    for cell in cells[first...] {
      // Where the first column has a total too, the name has no cell of its own.
      let isNamed = first == 0 && cell.column == 0
      writer.open(
        isNamed ? "th" : "td",
        ["scope": isNamed ? "row" : .absent, "class": AttributeValue(cell.htmlClass)])
      if isNamed { writer.text("\(name): ") }
      if let total = totals.first(where: { $0.column == cell.column }) {
        cell.writeTotal(total, over: rows, to: &writer) { writer in
          let place = TableNotes.TotalPlace(
            group: group, column: total.column, aggregate: total.aggregate)
          guard notes.gaps.contains(place), let note = notes.subjects.firstIndex(of: .gaps)
          else { return }
          writeMark(note, isFirst: place == notes.firstGap, to: &writer)
        }
      }
      writer.close(isNamed ? "th" : "td")
    }
    writer.close("tr")
    writer.newline()
  }
}
