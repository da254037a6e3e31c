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
      heading: { said(figure.tableTexts.columns, $0, \.label) },
      spanner: { said(figure.tableTexts.spanners, $0, \.self) },
      note: { said(figure.tableTexts.columns, $0, \.note) },
      cellNote: { said(figure.tableTexts.notes, $0, \.self) },
      idPrefix: figure.id, allRows: allRows(figure))
    write(table, answers, to: &writer)
    writer.fragment(table.writeNotes(in: language, answers: answers))
  }

  /// What the author says within a table, as markup.
  private func said<Element>(
    _ elements: [Element], _ index: Int, _ words: KeyPath<Element, ResolvedText>
  ) -> Fragment? {
    guard let text, elements.indices.contains(index) else { return nil }
    let resolved = elements[index][keyPath: words]
    return resolved.isEmpty ? nil : text.line(of: resolved)
  }

  /// Where all rows of a table are that shows some: on the dataset's page, or in the file of the
  /// query or of the block's own data.
  private func allRows(_ figure: ResolvedFigure) -> (href: String, isFile: Bool)? {
    switch figure.data.first {
    case .published(let name):
      let page = DatasetAddress(name: name, rowCount: 0).output(ofPage: 1)
      return (addresses.href(to: page), false)
    case .query(let name):
      let file = SitePath.queryFile(name, "csv", ofPage: page.parsed.path)
      return (addresses.href(to: file), true)
    case .inline:
      let file = SitePath.figureFile(figure.id, "csv", ofPage: page.parsed.path)
      return (addresses.href(to: file), true)
    case nil: return nil
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

  /// Writes the edges of a graph.
  func write(ties table: BoundTable, of figure: ResolvedFigure, to writer: inout MarkupWriter) {
    let place = figure.id + "-ties"
    var marks = DataCitationMarks(place: place, citations: page.citations)
    let answers = TableAnswers(
      entity: { entity($1, in: $0) }, citation: { citation($0, $1, &marks) }, idPrefix: place)
    write(table, answers, to: &writer)
  }

  /// Writes the data behind a picture.
  func write(
    data table: BoundTable, of figure: ResolvedFigure, _ number: Int,
    to writer: inout MarkupWriter
  ) {
    let answers = TableAnswers(
      entity: { entity($1, in: $0) }, idPrefix: "\(figure.id)-data\(number)",
      allRows: allRows(figure))
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
    case .asset(let href, _): TableAnswers.Link(href: href, kind: .page)
    case .external(let href): TableAnswers.Link(href: href, kind: .external)
    case .broken, nil: nil
    }
  }

  private func entity(_ stem: String, in collection: String) -> (title: String, href: String?)? {
    guard let index = addresses.site.page(at: "\(collection)/\(stem).md") else { return nil }
    return (addresses.site.pages[index].plainTitle, addresses.href(to: index))
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
