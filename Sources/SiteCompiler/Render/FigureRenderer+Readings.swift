import Charts
import Datasets
import Markup
import SiteModel
import Tables
import Values

/// What stands below a picture for those who read rather than look.
extension FigureRenderer {
  /// More rows than this are read on the dataset's own page.
  private static let dataRows = 60

  /// The data of a chart for those who read rather than look.
  func dataTables(
    _ chart: BoundChart, _ figure: ResolvedFigure, to writer: inout MarkupWriter
  ) {
    let shown = chart.data.filter { !$0.columns.isEmpty && !$0.rows.isEmpty }
    guard !shown.isEmpty else { return }
    writer.element("details", ["class": "chart-data"]) { writer in
      writer.element("summary", text: words["sameAsTable"])
      for (number, data) in shown.enumerated() {
        let table = BoundTable.shown(
          data.dataset, columns: data.columns, rows: data.rows, limit: Self.dataRows)
        TableRenderer(
          page: page, addresses: addresses, language: language,
          label: data.dataset.title ?? words["sameAsTable"]
        ).write(data: table, of: figure, number, to: &writer)
      }
    }
    writer.newline()
  }

  /// The timeline for those who read rather than look.
  func list(
    _ timeline: BoundTimeline, _ figure: ResolvedFigure, to writer: inout MarkupWriter
  ) {
    writer.element("details", ["class": "timeline-list"]) { writer in
      writer.element("summary", text: words["sameAsList"])
      let list = EventListRenderer(page: page, addresses: addresses, language: language)
      var marks = DataCitationMarks(place: figure.id + ".list", citations: page.citations)
      list.write(
        timeline.items(in: language).map { entry($0, timeline, figure) }, &marks, to: &writer)
    }
    writer.newline()
  }

  private func entry(
    _ item: BoundTimeline.Item, _ timeline: BoundTimeline, _ figure: ResolvedFigure
  ) -> EventListRenderer.Entry {
    EventListRenderer.Entry(
      date: item.date, title: item.label, href: figure.rowLinks[item.row]?.href,
      details: details(item.row, timeline), note: item.note,
      isHighlighted: item.isHighlighted,
      citations: figure.rowCitations[item.row] ?? [])
  }

  /// What stands in the columns that tell the rows of a timeline apart, entities with their pages.
  private func details(
    _ row: Int, _ timeline: BoundTimeline
  ) -> [(text: String, href: String?)] {
    let dataset = timeline.dataset
    return timeline.tellingColumns.flatMap { column -> [(text: String, href: String?)] in
      let field = dataset.fields[column]
      let value = dataset.columns[column][row]
      guard case .text(let text) = value else {
        let words = ValueRenderer(language: language).words(value)
        return words.isEmpty ? [] : [(words, nil)]
      }
      return field.items(of: text).map { item in
        var target: Int?
        if case .entity(let collection) = field.reference {
          target = addresses.site.page(at: "\(collection)/\(item).md")
        }
        return (field.label(of: item), target.map { addresses.href(to: $0) })
      }
    }
  }

  /// The edges of a graph as a table, with what each row cites.
  func ties(_ graph: BoundGraph, _ figure: ResolvedFigure, to writer: inout MarkupWriter) {
    guard !graph.rows.isEmpty else { return }  // The picture says it.
    writer.element("details", ["class": "chart-data graph-data"]) { writer in
      writer.element("summary", text: words["sameAsTable"])
      TableRenderer(
        page: page, addresses: addresses, language: language, label: label(of: figure)
      ).write(ties: .ties(of: graph), of: figure, to: &writer)
    }
    writer.newline()
  }
}
