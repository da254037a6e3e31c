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
      case .figure:
        if case .graph = figure.content { "figure figure-graph" } else { "figure figure-chart" }
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
          title: figure.plainCaption)
      }
      dataTables(chart, figure, to: &writer)
    case .timeline(let timeline):
      drawn(to: &writer) { width, name in
        timeline.draw(
          width: width, language: language, idPrefix: "\(figure.id)-\(name)",
          title: figure.plainCaption
        ) {
          figure.rowLinks[$0]?.href
        }
      }
      list(timeline, figure, to: &writer)
    case .graph(let graph):
      for (name, width) in Self.widths {
        let drawn = graph.draw(
          width: width, language: language, idPrefix: "\(figure.id)-\(name)",
          title: figure.plainCaption, placements: addresses.site.graphPlacements
        ) {
          figure.rowLinks[$0]?.href
        }
        guard let drawn else { continue }
        box(name, isTooWide: drawn.width > width * Self.stretch, figure, to: &writer) {
          $0.fragment(drawn.picture)
        }
      }
      ties(graph, figure, to: &writer)
    case .table(let table):
      TableRenderer(
        page: page, addresses: addresses, language: language, label: label(of: figure), text: text
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

  /// A picture that is wider than asked for by up to this much is made smaller; letters that were
  /// smaller still could not be read, so beyond that it is scrolled.
  private static let stretch = 1.2

  private func box(
    _ name: String, isTooWide: Bool, _ figure: ResolvedFigure, to writer: inout MarkupWriter,
    _ picture: (inout MarkupWriter) -> Void
  ) {
    let style = "picture picture-\(name)"
    let attributes: MarkupWriter.Attributes =
      isTooWide
      ? [
        "class": .text(style + " picture-scrolls"), "tabindex": "0", "role": "region",
        "aria-label": .text(label(of: figure)),
      ] : ["class": .text(style)]
    writer.element("div", attributes, picture)
    writer.newline()
  }

  /// What a part of the figure is called that has no words of its own.
  func label(of figure: ResolvedFigure) -> String {
    figure.plainCaption ?? "\(words[figure.kind.rawValue]) \(figure.number)"
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

  func output(_ figure: ResolvedFigure, _ ending: String) -> String {
    SitePath.figureFile(figure.id, ending, ofPage: page.parsed.path)
  }

  /// The files that belong to the figure alone: its picture, and data that stand in it.
  func files(_ figure: ResolvedFigure) -> [RenderedFile] {
    figure.fileEndings.compactMap { ending in
      let bytes: [UInt8]? =
        switch ending {
        case "csv": figure.inlineData?.csv()
        case "json": figure.inlineData?.json()
        default: figure.drawStandalone(language: language, in: addresses.site)?.bytes
        }
      return bytes.map {
        RenderedFile(path: output(figure, ending), content: .bytes($0))
      }
    }
  }
}
