import Markup
import SiteModel

/// The links below a figure, to its data and to its picture.
extension FigureRenderer {
  func downloads(_ figure: ResolvedFigure, to writer: inout MarkupWriter) {
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
}
