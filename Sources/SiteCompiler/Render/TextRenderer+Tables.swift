import Markdown
import Markup
import SiteModel

/// Pipe tables.
extension TextRenderer {
  /// Writes a table in the box in which it scrolls, which the keyboard must reach.
  func write(_ table: TableBlock, of text: ResolvedText, to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "class": "table-scroll", "tabindex": "0", "role": "region",
      "aria-label": .text(words["table"]),
    ]
    writer.element("div", attributes) { writer in
      writer.newline()
      writer.element("table", ["class": "text"]) { writer in
        writer.newline()
        writer.element("thead") { writer in
          write(row: table.head, isHead: true, of: table, text, to: &writer)
        }
        writer.newline()
        guard !table.rows.isEmpty else { return }
        writer.element("tbody") { writer in
          for row in table.rows {
            writer.newline()
            write(row: row, isHead: false, of: table, text, to: &writer)
          }
          writer.newline()
        }
        writer.newline()
      }
      writer.newline()
    }
  }

  private func write(
    row: [TableBlock.Cell], isHead: Bool, of table: TableBlock, _ text: ResolvedText,
    to writer: inout MarkupWriter
  ) {
    writer.element("tr") { writer in
      for (column, alignment) in table.alignments.enumerated() {
        let side: AttributeValue =
          switch alignment {
          case .left: "align-start"
          case .center: "align-center"
          case .right: "align-end"
          case nil: .absent
          }
        writer.element(
          isHead ? "th" : "td", ["class": side, "scope": isHead ? "col" : .absent]
        ) { writer in
          // Rows may have fewer cells than there are columns.
          guard column < row.count else { return }
          write(row[column].inlines, of: text, isLinked: isLinked, to: &writer)
        }
      }
    }
  }
}
