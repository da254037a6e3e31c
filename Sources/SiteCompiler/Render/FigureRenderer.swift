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
    Self.drawings(
      of: figure, place: figure.id, widths: Self.widths, language: language,
      label: label(of: figure), in: addresses.site, isLinked: true, to: &writer)
    switch figure.content {
    case .none: return
    case .chart(let chart): dataTables(chart, figure, to: &writer)
    case .timeline(let timeline): list(timeline, figure, to: &writer)
    case .graph(let graph): ties(graph, figure, to: &writer)
    case .table(let table):
      TableRenderer(
        page: page, addresses: addresses, language: language, label: label(of: figure), text: text
      ).write(table, figure, to: &writer)
    }
  }

  /// A picture that is wider than asked for by up to this much is made smaller; letters that were
  /// smaller still could not be read, so beyond that it is scrolled.
  private static let stretch = 1.2

  /// Writes the drawings of a figure, of which the style sheet shows the one that fits.
  static func drawings(
    of figure: ResolvedFigure, place: String, widths: [(name: String, width: Double)],
    language: Language, label: String, in site: ResolvedSite, isLinked: Bool,
    to writer: inout MarkupWriter
  ) {
    for (name, width) in widths {
      let drawn = figure.draw(
        width: width, language: language, place: "\(place)-\(name)", in: site, isLinked: isLinked)
      guard let drawn else { continue }
      let style = "picture picture-\(name)"
      let attributes: MarkupWriter.Attributes =
        drawn.width > width * Self.stretch
        ? [
          "class": .text(style + " picture-scrolls"), "tabindex": "0", "role": "region",
          "aria-label": .text(label),
        ] : ["class": .text(style)]
      writer.element("div", attributes) { $0.fragment(drawn.picture) }
      writer.newline()
    }
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
