import Documents
import Markup

extension TableWriter {
  /// Writes the heads of the columns, in two lines where some stand beneath a head of their own.
  func writeHead(to writer: inout MarkupWriter) {
    let spanners = table.specification.spanners
    if !spanners.isEmpty { writeColumnGroups(to: &writer) }
    writer.open("thead")
    writer.open("tr")
    var column = 0
    while column < cells.count {
      if let index = spanners.firstIndex(where: { $0.columns.lowerBound == column }) {
        let spanner = spanners[index]
        writer.open(
          "th",
          [
            "scope": "colgroup", "class": "spanner",
            "colspan": AttributeValue(spanner.columns.count),
          ])
        writer.element("span") { writer in
          writer.fragment(answers.spanner(index) ?? Fragment(text: spanner.label.text ?? ""))
        }
        writer.close("th")
        column = spanner.columns.upperBound
      } else {
        writeHead(cells[column], isTall: !spanners.isEmpty, to: &writer)
        column += 1
      }
    }
    writer.close("tr")
    if !spanners.isEmpty {
      writer.open("tr")
      for cell in cells where spanners.contains(where: { $0.columns.contains(cell.column) }) {
        writeHead(cell, isTall: false, to: &writer)
      }
      writer.close("tr")
    }
    writer.close("thead")
    writer.newline()
  }

  private func writeHead(_ cell: CellWriter, isTall: Bool, to writer: inout MarkupWriter) {
    // With two lines the order of heads is not that of columns, which the script must know.
    let isNumbered = table.isSortable && !table.specification.spanners.isEmpty
    writer.open(
      "th",
      [
        "scope": "col", "class": AttributeValue(cell.htmlClass), "rowspan": isTall ? 2 : .absent,
        "data-column": isNumbered ? AttributeValue(cell.column) : .absent,
      ])
    writer.fragment(answers.heading(cell.column) ?? Fragment(text: cell.label))
    if let note = notes.subjects.firstIndex(of: .column(cell.column)) {
      writeMark(note, to: &writer)
    }
    writer.close("th")
  }

  /// Writes which columns belong together: a head that spans some must stand over a group.
  private func writeColumnGroups(to writer: inout MarkupWriter) {
    var column = 0
    while column < cells.count {
      let spanner = table.specification.spanners.first { $0.columns.lowerBound == column }
      let next = table.specification.spanners.map(\.columns.lowerBound).filter { $0 > column }.min()
      let end = spanner?.columns.upperBound ?? next ?? cells.count
      writer.open("colgroup", ["span": AttributeValue(end - column)])
      writer.close("colgroup")
      column = end
    }
    writer.newline()
  }
}
