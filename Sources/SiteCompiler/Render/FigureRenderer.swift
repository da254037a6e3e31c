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
  private static let widths: [(name: String, width: Double)] = [("wide", 680), ("narrow", 340)]

  let page: ResolvedPage
  let addresses: PageAddresses
  let text: TextRenderer
  let language: Language
  let words: InterfaceWords
  /// The datasets of the site that have files of their own, by name.
  let published: Set<String>

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

  /// Where the picture by itself stands in the site.
  func pictureOutput(_ figure: ResolvedFigure) -> String {
    SitePath.picture(figure.id, ofPage: page.parsed.path)
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
        chart.draw(width: width, language: language, idPrefix: "\(figure.id)-\(name)")
      }
    case .timeline(let timeline):
      drawn(to: &writer) { width, name in
        timeline.draw(width: width, language: language, idPrefix: "\(figure.id)-\(name)") {
          figure.rowLinks[$0]?.href
        }
      }
      list(timeline, figure, to: &writer)
    case .table(let table):
      let number = "\(words[figure.kind.rawValue]) \(figure.number)"
      let label = figure.caption.isEmpty ? number : figure.caption.document.plainText
      TableRenderer(page: page, addresses: addresses, language: language, label: label)
        .write(table, figure, to: &writer)
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

  /// The timeline for those who read rather than look.
  private func list(
    _ timeline: BoundTimeline, _ figure: ResolvedFigure, to writer: inout MarkupWriter
  ) {
    writer.element("details", ["class": "timeline-list"]) { writer in
      writer.element("summary", text: words["sameAsList"])
      writer.element("ol", ["class": "events"]) { writer in
        for item in timeline.items(in: language) {
          writer.newline()
          writer.element("li") { writer in
            writer.element("span", ["class": "event-date"], text: item.words)
            writer.text(" ")
            writer.element("span", ["class": "event-title"]) { writer in
              if let href = figure.rowLinks[item.row]?.href {
                writer.element("a", ["href": .text(href)], text: item.label)
              } else {
                writer.text(item.label)
              }
            }
            if let lane = item.lane {
              writer.text(" ")
              writer.element("span", ["class": "event-note"], text: lane)
            }
          }
        }
        writer.newline()
      }
    }
    writer.newline()
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
        for (position, citation) in citations.enumerated() {
          if position > 0 { writer.text("; ") }
          CitationRenderer.write(page.citations[citation], to: &writer)
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
    var links: [(href: String, words: String)] = []
    if let dataset = figure.dataset, published.contains(dataset) {
      links.append((addresses.href(to: "data/\(dataset).csv"), words["csv"]))
      links.append((addresses.href(to: "data/\(dataset).json"), words["json"]))
    }
    switch figure.content {
    case .chart, .timeline:
      links.append((addresses.href(to: pictureOutput(figure)), words["svg"]))
    case .table, .none: break
    }
    guard !links.isEmpty else { return }
    writer.element("p", ["class": "figure-links"]) { writer in
      for (position, link) in links.enumerated() {
        if position > 0 { writer.text(" ") }
        writer.element("a", ["href": .text(link.href), "download": .flag], text: link.words)
      }
    }
    writer.newline()
  }

  /// The picture by itself, as a file.
  func standalone(_ figure: ResolvedFigure) -> RenderedFile? {
    let picture: Fragment
    switch figure.content {
    case .chart(let chart):
      picture = chart.drawStandalone(width: 680, language: language, idPrefix: figure.id)
    case .timeline(let timeline):
      picture = timeline.drawStandalone(width: 680, language: language, idPrefix: figure.id)
    case .table, .none: return nil
    }
    return RenderedFile(path: pictureOutput(figure), content: .bytes(picture.bytes))
  }
}
