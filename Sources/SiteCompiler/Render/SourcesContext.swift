import Citations
import Datasets
import Markup
import SiteModel
import Values

/// What a template may show of the page of all sources: each with where it is cited.
struct SourcesContext {
  /// How many pages are named outright; where there are more, the rest of them is folded away.
  private static let most = 12
  private static let shown = 6

  let sources: ResolvedSources
  let page: ResolvedPage
  let addresses: PageAddresses
  let language: Language
  let words: InterfaceWords
  let backlinks: Backlinks

  /// The names for the templates.
  var values: [String: TemplateValue] {
    let files = SourceFiles.links(besidePage: page.parsed.path, addresses)
    return [
      "entries": .list(page.bibliography.map(entry)), "hasFiles": .flag(!files.isEmpty),
      "files": .list(files),
    ]
  }

  private func entry(_ entry: Bibliography.Entry) -> TemplateObject {
    let use = sources.uses[entry.key] ?? ResolvedSources.Use()
    let back = backlinks.values(of: entry.key)
    let shown = use.pages.count > Self.most ? Self.shown : use.pages.count
    let more = use.pages.count - shown
    var writer = MarkupWriter()
    CitationRenderer.write(entry.text, to: &writer)
    return TemplateObject([
      "id": .text(escaped(CitationRenderer.entryID(entry.key))),
      "entry": .text(writer.fragment.text), "hasBacklinks": .flag(!back.isEmpty),
      "backlinks": .list(back), "isCited": .flag(!use.isEmpty),
      "hasPages": .flag(!use.pages.isEmpty),
      "pages": .list(use.pages.prefix(shown).map { page($0, citing: entry.key) }),
      "more": more == 0
        ? .flag(false) : .text(escaped(words.counted("citedOnMore", more))),
      "morePages": .list(use.pages.dropFirst(shown).map { page($0, citing: entry.key) }),
      "hasDatasets": .flag(!use.datasets.isEmpty), "datasets": .list(use.datasets.map(dataset)),
    ])
  }

  /// A page that cites the source; the link leads to its entry there, which leads on to each place.
  private func page(_ index: Int, citing key: String) -> TemplateObject {
    let page = addresses.site.pages[index]
    let href = addresses.href(to: index) + "#" + CitationRenderer.entryAnchor(key)
    return TemplateObject([
      "title": .text(escaped(page.plainTitle)), "href": .text(escaped(href)),
    ])
  }

  private func dataset(_ use: (name: String, rows: Int)) -> TemplateObject {
    let dataset = addresses.site.datasets.first { $0.name == use.name }
    return TemplateObject([
      "title": .text(escaped(dataset?.title ?? use.name)),
      "href": .text(
        escaped(
          addresses.href(to: DatasetAddress(name: use.name, rowCount: 0).output(ofPage: 1)))),
      "rows": .text(escaped(words.counted("rowsCounted", use.rows))),
    ])
  }

  private func escaped(_ text: String) -> String { Fragment(text: text).text }
}
