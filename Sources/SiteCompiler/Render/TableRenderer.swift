import Citations
import Markup
import SiteModel
import Tables
import Values

/// Writes a table with what only the site knows of its cells: links, entities, citations.
struct TableRenderer {
  let page: ResolvedPage
  let addresses: PageAddresses
  let language: Language
  /// What the box is called for those who cannot see it.
  let label: String
  /// Writes what authors say of columns; nil where nobody did.
  var text: TextRenderer?

  /// Writes the table in the box in which it scrolls, which the keyboard must reach.
  func write(_ table: BoundTable, _ figure: ResolvedFigure, to writer: inout MarkupWriter) {
    var marks = DataCitationMarks(place: figure.id, citations: page.citations)
    let answers = TableAnswers(
      link: { link(figure.cellLinks[CellPosition(row: $0, column: $1)]) },
      entity: { entity($1, in: $0) }, citation: { citation($0, $1, &marks) },
      heading: { said(figure, $0, \.label) }, note: { said(figure, $0, \.note) },
      idPrefix: figure.id, allRows: allRows(figure))
    write(table, answers, to: &writer)
    writer.fragment(table.writeNotes(in: language, answers: answers))
  }

  /// What the author says of a column, as markup.
  private func said(
    _ figure: ResolvedFigure, _ column: Int,
    _ words: KeyPath<(label: ResolvedText, note: ResolvedText), ResolvedText>
  ) -> Fragment? {
    guard let text, figure.columns.indices.contains(column) else { return nil }
    let resolved = figure.columns[column][keyPath: words]
    return resolved.isEmpty ? nil : text.line(of: resolved)
  }

  /// Where all rows of a table are that shows some: on the dataset's page, or in the query's file.
  private func allRows(_ figure: ResolvedFigure) -> String? {
    switch figure.data.first {
    case .published(let name):
      addresses.href(to: DatasetAddress(name: name, rowCount: 0).output(ofPage: 1))
    case .query(let name):
      addresses.href(to: SitePath.queryFile(name, "csv", ofPage: page.parsed.path))
    case .inline, nil: nil
    }
  }

  /// Writes rows of a dataset on its own page, where each has an id.
  func write(rows table: BoundTable, to writer: inout MarkupWriter) {
    var marks = DataCitationMarks(place: "rows", citations: page.citations)
    let answers = TableAnswers(
      entity: { entity($1, in: $0) }, citation: { citation($0, $1, &marks) },
      rowID: DatasetAddress.anchor(ofRow:))
    write(table, answers, to: &writer)
  }

  private func write(
    _ table: BoundTable, _ answers: TableAnswers, to writer: inout MarkupWriter
  ) {
    let attributes: MarkupWriter.Attributes = [
      "class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": .text(label),
    ]
    writer.element("div", attributes) { writer in
      writer.newline()
      writer.fragment(table.write(in: language, answers: answers))
    }
    writer.newline()
  }

  private func link(_ link: ResolvedLink?) -> TableAnswers.Link? {
    switch link {
    case .page(let href, let isEntity):
      TableAnswers.Link(href: href, kind: isEntity ? .entity : .page)
    case .asset(let href): TableAnswers.Link(href: href, kind: .page)
    case .external(let href): TableAnswers.Link(href: href, kind: .external)
    case .broken, nil: nil
    }
  }

  private func entity(_ stem: String, in collection: String) -> (title: String, href: String?)? {
    guard let index = addresses.site.page(at: "\(collection)/\(stem).md") else { return nil }
    return (addresses.site.pages[index].heads.plainTitle, addresses.href(to: index))
  }

  private func citation(
    _ key: String, _ section: String?, _ marks: inout DataCitationMarks
  ) -> Fragment? {
    guard let index = page.rowCitations[RowCitation(key: key, section: section)] else { return nil }
    var writer = MarkupWriter()
    CitationRenderer.write(page.citations[index], mark: marks.mark(index), to: &writer)
    return writer.fragment
  }
}
