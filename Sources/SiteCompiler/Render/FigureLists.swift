import Bytes
import Markdown
import Markup
import SiteModel

/// Makes the lists of figures, tables and timelines that a page asks for.
struct FigureLists {
  let page: ResolvedPage
  let text: TextRenderer
  let words: InterfaceWords

  /// The lists in the order asked for; one of a kind that the page has none of is left out.
  var values: [TemplateObject] {
    page.parsed.frontMatter.lists.compactMap { kind in
      let figures = page.figures.filter { $0.kind == kind }
      guard !figures.isEmpty else { return nil }
      return TemplateObject([
        "id": .text("page.\(kind.plural)"),
        "title": .text(Fragment(text: words[kind.plural]).text),
        "entries": .list(figures.map(entry)),
      ])
    }
  }

  private func entry(_ figure: ResolvedFigure) -> TemplateObject {
    // The entry is a link, in which no other can stand.
    var unlinked = text
    unlinked.isLinked = false
    let number = "\(words[figure.kind.rawValue]) \(figure.number)"
    let title = unlinked.line(of: figure.caption)
    return TemplateObject([
      "href": .text("#" + Fragment(text: PercentEncoding.encodePath(figure.id)).text),
      "number": .text(Fragment(text: number).text),
      // Names are looked up outwards: what a figure lacks must be said to be absent.
      "title": title.isEmpty ? .flag(false) : .text(title.text),
    ])
  }
}
