import Charts
import Citations
import Datasets
import Markdown
import Markup
import SiteModel
import Tables
import Values

/// Writes a numbered block: caption, picture, note, source, downloads.
struct FigureRenderer {
  /// The widths in pixels at which a picture is drawn; the style sheet shows the one that fits.
  static let widths: [(name: String, width: Double)] = [("wide", 680), ("narrow", 340)]

  let page: ResolvedPage
  let addresses: PageAddresses
  let text: TextRenderer
  let language: Language
  let words: InterfaceWords

  /// The figure as HTML.
  func render(_ figure: ResolvedFigure) -> Fragment {
    var writer = MarkupWriter()
    let name: AttributeValue =
      switch figure.kind {
      case .figure: "figure figure-chart"
      case .table: "figure figure-table"
      case .timeline: "figure figure-timeline"
      }
    writer.element("figure", ["class": name, "id": .text(figure.id)]) { writer in
      writer.newline()
      caption(figure, to: &writer)
      picture(figure, to: &writer)
      note(figure, to: &writer)
      source(figure, to: &writer)
      downloads(figure, to: &writer)
    }
    return writer.fragment
  }

  private func caption(_ figure: ResolvedFigure, to writer: inout MarkupWriter) {
    writer.element("figcaption") { writer in
      let number = "\(words[figure.kind.rawValue]) \(figure.number)"
      writer.element("span", ["class": "figure-number"], text: number)
      guard !figure.caption.isEmpty else { return }
      writer.text(" ")
      writer.element("span", ["class": "figure-title"]) { writer in
        writer.fragment(text.line(of: figure.caption))
      }
    }
    writer.newline()
  }

  private func picture(_ figure: ResolvedFigure, to writer: inout MarkupWriter) {
    switch figure.content {
    case .none: return
    case .chart(let chart):
      drawn(to: &writer) { width, name in
        chart.draw(
          width: width, language: language, idPrefix: "\(figure.id)-\(name)",
          title: plainCaption(figure))
      }
      dataTables(chart, figure, to: &writer)
    case .timeline(let timeline):
      drawn(to: &writer) { width, name in
        timeline.draw(
          width: width, language: language, idPrefix: "\(figure.id)-\(name)",
          title: plainCaption(figure)
        ) {
          figure.rowLinks[$0]?.href
        }
      }
      list(timeline, figure, to: &writer)
    case .table(let table):
      let number = "\(words[figure.kind.rawValue]) \(figure.number)"
      let label = figure.caption.isEmpty ? number : figure.caption.document.plainText
      TableRenderer(
        page: page, addresses: addresses, language: language, label: label, text: text
      ).write(table, figure, to: &writer)
    }
  }

  private func drawn(
    to writer: inout MarkupWriter, _ draw: (_ width: Double, _ name: String) -> Fragment
  ) {
    for (name, width) in Self.widths {
      writer.element("div", ["class": "picture picture-\(name)"]) { writer in
        writer.fragment(draw(width, name))
      }
      writer.newline()
    }
  }

  /// More rows than this are read on the dataset's own page.
  private static let dataRows = 60

  /// The data of a chart for those who read rather than look.
  private func dataTables(
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
  private func list(
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

  private func note(_ figure: ResolvedFigure, to writer: inout MarkupWriter) {
    guard !figure.note.isEmpty else { return }
    writer.element("p", ["class": "figure-note"]) { writer in
      writer.fragment(text.line(of: figure.note))
    }
    writer.newline()
  }

  private func source(_ figure: ResolvedFigure, to writer: inout MarkupWriter) {
    if case .none = figure.source { return }
    writer.element("p", ["class": "figure-source"]) { writer in
      writer.text(words["source"] + ": ")
      switch figure.source {
      case .none: break
      case .text(let source): writer.fragment(text.line(of: source))
      case .citations(let citations):
        var marks = DataCitationMarks(place: figure.id + ".source", citations: page.citations)
        for (position, citation) in citations.enumerated() {
          if position > 0 { writer.text("; ") }
          CitationRenderer.write(
            page.citations[citation], mark: marks.mark(citation), to: &writer)
        }
      case .titles(let titles):
        for (position, title) in titles.enumerated() {
          if position > 0 { writer.text("; ") }
          guard let href = title.href, href.hasPrefix("https://") || href.hasPrefix("http://")
          else {
            writer.text(title.title)
            continue
          }
          writer.element("a", ["class": "external", "href": .text(href)], text: title.title)
        }
      }
    }
    writer.newline()
  }

  private func downloads(_ figure: ResolvedFigure, to writer: inout MarkupWriter) {
    let links = dataLinks(figure) + pictureLinks(figure)
    guard !links.isEmpty else { return }
    writer.element("p", ["class": "figure-links"]) { writer in
      for (position, link) in links.enumerated() {
        if position > 0 { writer.text(" ") }
        let attributes: MarkupWriter.Attributes =
          link.isDownload
          ? ["href": .text(link.href), "download": .flag] : ["href": .text(link.href)]
        writer.element("a", attributes, text: link.words)
      }
    }
    writer.newline()
  }

  /// A link beneath a figure.
  private struct Link {
    let href: String
    let words: String
    var isDownload = true
  }

  private func dataLinks(_ figure: ResolvedFigure) -> [Link] {
    figure.data.flatMap { data -> [Link] in
      // With several datasets a reader must know which is which.
      func label(_ key: String, _ name: String) -> String {
        figure.data.count > 1 ? "\(words[key]): \(name)" : words[key]
      }
      let endings = ["csv", "json"]
      switch data {
      case .published(let name):
        let page = DatasetAddress(name: name, rowCount: 0).output(ofPage: 1)
        let about = Link(
          href: addresses.href(to: page), words: label("dataset", name), isDownload: false)
        return [about]
          + endings.map {
            Link(href: addresses.href(to: "data/\(name).\($0)"), words: label($0, name))
          }
      case .query(let name):
        return endings.map { ending in
          let path = SitePath.queryFile(name, ending, ofPage: page.parsed.path)
          return Link(href: addresses.href(to: path), words: label(ending, name))
        }
      case .inline:
        return endings.map {
          Link(href: addresses.href(to: output(figure, $0)), words: words[$0])
        }
      }
    }
  }

  private func pictureLinks(_ figure: ResolvedFigure) -> [Link] {
    guard figure.fileEndings.contains("svg") else { return [] }
    return [Link(href: addresses.href(to: output(figure, "svg")), words: words["svg"])]
  }

  private func output(_ figure: ResolvedFigure, _ ending: String) -> String {
    SitePath.figureFile(figure.id, ending, ofPage: page.parsed.path)
  }

  /// The files that belong to the figure alone: its picture, and data that stand in it.
  func files(_ figure: ResolvedFigure) -> [RenderedFile] {
    figure.fileEndings.compactMap { ending in
      let bytes: [UInt8]? =
        switch ending {
        case "csv": figure.inlineData?.csv()
        case "json": figure.inlineData?.json()
        default: picture(figure)?.bytes
        }
      return bytes.map {
        RenderedFile(path: output(figure, ending), content: .bytes($0))
      }
    }
  }

  /// The caption for where no markup can stand.
  private func plainCaption(_ figure: ResolvedFigure) -> String? {
    figure.caption.isEmpty ? nil : figure.caption.document.plainText
  }

  /// The picture by itself, with its colours and its title.
  private func picture(_ figure: ResolvedFigure) -> Fragment? {
    let title = plainCaption(figure)
    switch figure.content {
    case .chart(let chart):
      return chart.drawStandalone(
        width: 680, language: language, idPrefix: figure.id, title: title)
    case .timeline(let timeline):
      return timeline.drawStandalone(
        width: 680, language: language, idPrefix: figure.id, title: title)
    case .table, .none: return nil
    }
  }
}
