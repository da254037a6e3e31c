import Bytes
import Citations
public import Diagnostics
import Markdown
public import SiteModel

/// Finds the links of a publication that lead to the web, for whoever wants to try them.
public enum ExternalLinks {
  /// Every link to the web with its place: in texts, captions and notes, in raw HTML, among the
  /// sources that are cited, and in the data's own sources.
  public static func all(in site: ResolvedSite) -> [(address: String, span: SourceSpan)] {
    var found: [(address: String, span: SourceSpan)] = []
    var sources: Set<String> = []
    for page in site.pages {
      for text in texts(of: page) { add(text, to: &found) }
      if site.configuration.html == .all { addHTML(page.parsed, to: &found) }
      for figure in zip(page.figures, page.parsed.figures) {
        addRows(of: figure.0, at: figure.1.span, to: &found)
      }
      for source in page.sources?.sources ?? [] where sources.insert(source.id).inserted {
        if let address = source.address { found.append((address, source.idSpan)) }
      }
    }
    return found.filter { isWeb($0.address) }
  }

  private static func isWeb(_ address: String) -> Bool {
    let folded = address.prefix(8).lowercased()
    return folded.hasPrefix("http://") || folded.hasPrefix("https://")
  }

  private static func texts(of page: ResolvedPage) -> [ResolvedText] {
    var texts = [page.heads.title, page.heads.subtitle, page.heads.summary, page.body]
    for figure in page.figures {
      texts += [figure.caption, figure.note] + figure.tableTexts.all
      if case .text(let source) = figure.source { texts.append(source) }
    }
    return texts
  }

  private static func add(
    _ text: ResolvedText, to found: inout [(address: String, span: SourceSpan)]
  ) {
    for (reference, link) in zip(text.document.links, text.links) {
      guard case .external(let address) = link else { continue }
      found.append((address, reference.destinationSpan))
    }
  }

  private static func addHTML(
    _ page: ParsedPage, to found: inout [(address: String, span: SourceSpan)]
  ) {
    for reference in RawHTMLScan.references(in: page) {
      guard case .link = reference.meaning else { continue }
      var value: [UInt8] = []
      guard CharacterReferences.decode(reference.written, into: &value) else { continue }
      found.append((value.text, reference.span))
    }
  }

  /// What the rows of a figure link to stands in its data; the place is the figure's.
  private static func addRows(
    of figure: ResolvedFigure, at span: SourceSpan,
    to found: inout [(address: String, span: SourceSpan)]
  ) {
    let rows = figure.rowLinks.sorted { $0.key < $1.key }.map(\.value)
    let cells = figure.cellLinks.sorted {
      ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column)
    }.map(\.value)
    var seen: Set<String> = []
    for link in rows + cells {
      guard case .external(let address) = link, seen.insert(address).inserted else { continue }
      found.append((address, span))
    }
  }
}
