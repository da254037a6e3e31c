import Citations
import Datasets
import Markdown
import SiteModel

/// The keys of the sources that a page or some rows cite, as they stand there.
enum CitedKeys {
  /// Those that a page's texts and blocks cite.
  static func keys(in page: ParsedPage) -> Set<String> {
    var documents = [page.heads.title, page.heads.subtitle, page.heads.summary, page.body]
    var keys: Set<String> = []
    for figure in page.figures {
      documents += [figure.caption, figure.note] + figure.tableTexts.all
      switch figure.source {
      case .text(let document): documents.append(document)
      case .citation(let citation, _): keys.formUnion(citation.items.compactMap(\.sourceKey))
      case .keys(let own): keys.formUnion(own.map(\.text))
      case .none: break
      }
    }
    for mention in documents.flatMap(\.mentions) {
      let parser = CitationParser(mention.text.bytes, escaped: mention.escaped)
      let citation = mention.isBracketed ? parser.group() : parser.inText()
      keys.formUnion((citation?.items ?? []).compactMap(\.sourceKey))
    }
    return keys
  }

  /// Those that the rows of a dataset cite.
  static func keys(in dataset: Dataset) -> Set<String> {
    Set((0..<dataset.rowCount).flatMap { dataset.citations(inRow: $0).map(\.key) })
  }
}
