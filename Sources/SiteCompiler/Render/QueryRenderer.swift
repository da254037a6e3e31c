import Bytes
import Datasets
import Markup
import SiteModel
import Values

/// Writes a query of a page: what it asks, folded away, and its rows as files.
struct QueryRenderer {
  let page: ResolvedPage
  let addresses: PageAddresses
  let language: Language
  let words: InterfaceWords

  /// The query as HTML, with `dataset`, what it gave.
  func render(_ query: Query, _ dataset: Dataset) -> Fragment {
    var writer = MarkupWriter()
    writer.element("details", ["class": "query", "id": .text(query.name)]) { writer in
      writer.element("summary") { writer in
        writer.text(words["query"] + " ")
        writer.element("code", text: query.name)
        writer.text(" ")
        let count = words.counted("rowsCounted", dataset.rowCount)
        writer.element("span", ["class": "query-rows"], text: "· " + count)
      }
      writer.newline()
      writer.element("pre", ["tabindex": "0"]) { writer in
        writer.element("code", ["class": "language-sql"], text: query.text.text)
      }
      writer.newline()
      writer.element("p", ["class": "figure-links"]) { writer in
        for ending in Self.endings {
          if ending != Self.endings.first { writer.text(" ") }
          let href = addresses.href(
            to: SitePath.queryFile(query.name, ending, ofPage: page.parsed.path))
          writer.element("a", ["href": .text(href), "download": .flag], text: words[ending])
        }
      }
      writer.newline()
    }
    writer.newline()
    return writer.fragment
  }

  /// The endings of the files that hold a query's rows.
  static let endings = ["csv", "json"]

  /// The files that hold the rows.
  func files(_ dataset: Dataset) -> [RenderedFile] {
    zip(Self.endings, [dataset.csv(), dataset.json()]).map { ending, bytes in
      RenderedFile(
        path: SitePath.queryFile(dataset.name, ending, ofPage: page.parsed.path),
        content: .bytes(bytes))
    }
  }
}
