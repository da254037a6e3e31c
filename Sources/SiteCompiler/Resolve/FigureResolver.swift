import Bytes
import Charts
import Citations
import Datasets
import Diagnostics
import SiteModel
import Tables

/// Binds a page's blocks to their data.
struct FigureResolver {
  let index: SiteIndex
  let references: EntityReferences
  let events: EventIndex
  /// The datasets that the page may draw on: the site's, and what its own queries gave.
  let catalog: DatasetCatalog

  /// The figures of the page that `texts` resolves, in order.
  func resolve(_ texts: inout TextResolver) -> (
    figures: [ResolvedFigure], cited: [RowCitation: Int]
  ) {
    var figures: [ResolvedFigure] = []
    var cited: [RowCitation: Int] = [:]
    let page = texts.page
    for (position, parsed) in index.pages[page].figures.enumerated() {
      let numbered = index.figures[page][position]
      let bound = bind(parsed, &texts)
      let marks = NarrowerMarks(index: index, page: page)
      let shown = Dictionary(bound.datasets.map { ($0.name, $0) }) { first, _ in first }
      let names = shown.keys.sorted()
      texts.report(
        names.compactMap { name in
          shown[name].flatMap { marks.check(dataset: $0, at: parsed.span) }
        })
      let caption = texts.resolve(parsed.caption)
      let note = texts.resolve(parsed.note)
      let tableTexts = parsed.tableTexts.map { texts.resolve($0) }
      let source = source(parsed.source, bound, &texts)
      if let table = bound.table { cite(table, &cited, &texts) }
      mention(bound, &texts)
      let rows =
        bound.graph.map { nodeLinks($0, texts.page) } ?? rowLinks(bound.timeline, &texts)
      let stated = rowCitations(bound.timeline, &texts)
      let cells = cellLinks(bound.table, &texts)
      figures.append(
        ResolvedFigure(
          kind: parsed.kind, id: numbered.id, number: numbered.number, content: bound.content,
          caption: caption, note: note, tableTexts: tableTexts, source: source,
          data: data(bound.datasets),
          rowLinks: rows.links, rowCitations: stated, cellLinks: cells.links,
          outsideLinks: rows.outside + cells.outside))
    }
    return (figures, cited)
  }

  /// A block with the data that it was bound to.
  private struct Bound {
    var content = ResolvedFigure.Content.none
    /// The datasets that it draws on; the first says where the figure came from.
    var datasets: [Dataset] = []
    var rows: [Int] = []
    var table: BoundTable?
    var timeline: BoundTimeline?
    var graph: BoundGraph?
  }

  private func bind(
    _ figure: ParsedFigure, _ texts: inout TextResolver
  ) -> Bound {
    var found: [Diagnostic] = []
    // What a block lacks is missing at its fence, not at whichever key comes first.
    defer { texts.report(found.map { $0.code == .keyMissing ? $0.located(at: figure.span) : $0 }) }
    switch figure.specification {
    case nil: return Bound()
    case .chart(let chart):
      guard let bound = chart.bind(to: catalog).take(into: &found) else {
        return Bound()
      }
      return Bound(
        content: .chart(bound), datasets: bound.data.map(\.dataset),
        rows: bound.data.first?.rows ?? [])
    case .table(let table):
      guard let bound = table.bind(to: catalog).take(into: &found) else {
        return Bound()
      }
      return Bound(
        content: .table(bound), datasets: [bound.dataset], rows: bound.rows, table: bound)
    case .timeline(let timeline):
      guard
        let bound = timeline.bind(
          to: catalog, language: index.language(of: texts.page)
        ).take(into: &found)
      else {
        return Bound()
      }
      return Bound(
        content: .timeline(bound), datasets: [bound.dataset], rows: bound.rows,
        timeline: bound)
    case .graph(let graph):
      guard
        let bound = graph.bind(
          to: catalog, language: index.language(of: texts.page)
        ).take(into: &found)
      else {
        return Bound()
      }
      return Bound(
        content: .graph(bound), datasets: [bound.dataset] + [bound.nodeDataset].compactMap(\.self),
        rows: bound.rows, table: .ties(of: bound), graph: bound)
    }
  }

  /// Each dataset once; of data that stand in the block, the first.
  private func data(_ datasets: [Dataset]) -> [FigureData] {
    var data: [FigureData] = []
    var names: Set<String> = []
    for dataset in datasets {
      let isPublished = index.site.datasets[dataset.name]?.query == dataset.query
      if dataset.query != nil, isPublished || catalog[dataset.name] != nil {
        guard names.insert(dataset.name).inserted else { continue }
        data.append(isPublished ? .published(dataset.name) : .query(dataset.name))
      } else if dataset.path == nil {
        // Data of the block's own come from no file.
        if names.insert("").inserted { data.append(.inline(dataset)) }
      } else if names.insert(dataset.name).inserted {
        data.append(.published(dataset.name))
      }
    }
    return data
  }

  /// What the source line says: the author's words, else what the rows cite, else the dataset's own
  /// sources.
  private func source(
    _ note: ParsedFigure.SourceNote, _ bound: Bound, _ texts: inout TextResolver
  ) -> FigureSource {
    switch note {
    case .text(let document): return .text(texts.resolve(document))
    case .citation(let citation, let keys):
      var found: [Diagnostic] = []
      for (item, span) in zip(citation.items, keys) {
        guard let key = item.sourceKey else { continue }
        _ = index.site.sources.lookup(key, at: span).take(into: &found)
      }
      texts.report(found)
      return .citations([texts.desk.cite(citation)])
    case .keys(let keys):
      var found: [Diagnostic] = []
      let citations = keys.compactMap { key in
        index.site.sources.lookup(key.text, at: key.span).take(into: &found).map {
          texts.desk.cite(RowCitation(key: $0.id, section: nil))
        }
      }
      texts.report(found)
      return .citations(citations)
    case .none:
      guard let dataset = bound.datasets.first else { return .none }
      var citations = texts.desk.citeOnce(dataset, rows: bound.rows)
      if citations.isEmpty {
        // A figure that was worked out from all rows has the sources of all.
        for origin in dataset.origins.compactMap({ catalog[$0] }) {
          citations += texts.desk.citeOnce(origin, rows: Array(0..<origin.rowCount))
        }
      }
      if !citations.isEmpty { return .citations(citations) }
      let titles = dataset.sources.map { (title: $0.title, href: $0.path) }
      return titles.isEmpty ? .none : .titles(titles)
    }
  }

  /// Takes what the citation columns that a table shows cite.
  private func cite(
    _ table: BoundTable, _ cited: inout [RowCitation: Int], _ texts: inout TextResolver
  ) {
    let isShown = table.columns.indices.contains {
      table.field(ofColumn: $0).reference == .citation
    }
    guard isShown else { return }
    for row in table.rows {
      for citation in table.dataset.citations(inRow: row) where cited[citation] == nil {
        cited[citation] = texts.desk.cite(citation)
      }
    }
  }

  /// Notes the entities that a table or timeline names.
  private func mention(_ bound: Bound, _ texts: inout TextResolver) {
    guard let dataset = bound.datasets.first else { return }
    let shown =
      bound.table.map { table in
        table.columns.map(\.path.column) + [table.groupBy?.column].compactMap(\.self)
      }
      ?? bound.timeline.map { $0.specification.shownFields.compactMap(dataset.columnIndex) }
    for column in Set(shown ?? []).sorted() {
      guard case .entity(let collection) = dataset.fields[column].reference,
        case .texts(let values) = dataset.columns[column]
      else { continue }
      for row in bound.rows {
        for stem in values[row].map(dataset.fields[column].items) ?? [] {
          if let page = index.entity(stem, in: collection) { texts.mention(page) }
        }
      }
    }
  }

  /// Takes what the rows of a timeline cite, where they do not all cite the same.
  private func rowCitations(
    _ timeline: BoundTimeline?, _ texts: inout TextResolver
  ) -> [Int: [Int]] {
    guard let timeline else { return [:] }
    let cited = timeline.rows.map { ($0, timeline.dataset.citations(inRow: $0)) }
    guard cited.contains(where: { $0.1 != cited.first?.1 }) else { return [:] }
    return Dictionary(
      cited.map { row, citations in (row, citations.map { texts.desk.cite($0) }) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where the rows of a timeline lead: where its `link` says, each checked as if it stood on the
  /// page, or else where the events of its dataset lead, or else to the page of an entity that the
  /// label names.
  private func rowLinks(
    _ timeline: BoundTimeline?, _ texts: inout TextResolver
  ) -> RowAnswers<Int> {
    guard let timeline else { return RowAnswers() }
    guard let link = timeline.specification.link else { return ownLinks(timeline, texts.page) }
    var found: [Diagnostic] = []
    let pattern = LinkPattern.bind(link.value, at: link.span, to: timeline.dataset)
      .take(into: &found)
    texts.report(found)
    guard let pattern else { return RowAnswers() }
    let rows = timeline.rows.compactMap { row in
      RowLink(row, row: row, of: timeline.dataset, pattern, index)
    }
    return texts.resolve(rows, of: pattern)
  }

  /// Where the nodes of a graph lead: to the pages of the entities that they are.
  private func nodeLinks(_ graph: BoundGraph, _ page: Int) -> RowAnswers<Int> {
    var answers = RowAnswers<Int>()
    for (position, node) in graph.nodes.enumerated() {
      answers.links[position] = entityLink(
        graph.dataset.fields[node.column], stem: node.key, page)
    }
    return answers
  }

  /// The link from `page` to the entity that `field` means by `stem`; nil where it means none.
  private func entityLink(_ field: Field, stem: String, _ page: Int) -> ResolvedLink? {
    guard case .entity(let collection) = field.reference,
      let entity = index.entity(stem, in: collection)
    else { return nil }
    let href = SitePath.relative(from: index.pages[page].output, to: index.pages[entity].output)
    return .page(href: PercentEncoding.encodePath(href), isEntity: true)
  }

  private func ownLinks(_ timeline: BoundTimeline, _ page: Int) -> RowAnswers<Int> {
    var answers = RowAnswers<Int>()
    let resolver = EventResolver(index: index, references: references)
    let label = timeline.dataset.fields[timeline.labelColumn]
    for row in timeline.rows {
      let place = EntityReferences.Row(dataset: timeline.dataset.name, row: row)
      if timeline.dataset.path != nil, let event = events.event(at: place) {
        answers.links[row] = resolver.link(of: event, on: page)
      }
      guard answers.links[row] == nil,
        case .text(let text) = timeline.dataset.columns[timeline.labelColumn][row],
        let stem = label.items(of: text).first
      else { continue }
      answers.links[row] = entityLink(label, stem: stem, page)
    }
    return answers
  }

  /// Where the cells of a table lead, each checked as if it stood on the page.
  private func cellLinks(
    _ table: BoundTable?, _ texts: inout TextResolver
  ) -> RowAnswers<CellPosition> {
    guard let table else { return RowAnswers() }
    var answers = RowAnswers<CellPosition>()
    for (position, column) in table.columns.enumerated() {
      guard let pattern = column.link else { continue }
      let rows = table.rows.compactMap { row in
        RowLink(
          CellPosition(row: row, column: position), row: row, of: table.dataset, pattern, index)
      }
      let found = texts.resolve(rows, of: pattern)
      answers.links.merge(found.links) { first, _ in first }
      answers.outside += found.outside
    }
    return answers
  }
}
