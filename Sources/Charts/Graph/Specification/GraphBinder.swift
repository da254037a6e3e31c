public import Datasets
public import Diagnostics
public import Values

/// Finds what a graph's specification names and reads its rows.
struct GraphBinder {
  let specification: GraphSpecification
  let cells: CellTexts
  private(set) var diagnostics: [Diagnostic] = []

  init(_ specification: GraphSpecification, cells: CellTexts) {
    self.specification = specification
    self.cells = cells
  }

  /// More edges than these are no picture any more, and take `dot` minutes.
  static let edgeLimit = 300

  /// The bound graph, or nil where a dataset or a column that it cannot do without is missing.
  mutating func bind(to catalog: DatasetCatalog) -> BoundGraph? {
    guard let dataset = take(specification.data.dataset(in: catalog)) else { return nil }
    let from = column(specification.from, in: dataset)
    let to = column(specification.to, in: dataset)
    let kind = specification.kind.flatMap { column($0, in: dataset) }
    let period = specification.period.flatMap { column($0, in: dataset) }
    let certainty = specification.certainty.flatMap { column($0, in: dataset) }
    let looks = specification.nodes.flatMap { findLooks($0, catalog) }
    let condition = specification.condition.flatMap { take($0.bind(to: dataset)) }
    let order = take(specification.order.bind(to: dataset))
    guard let from, let to else { return nil }
    var reader = GraphRows(dataset: dataset, cells: cells, looks: looks)
    let rows = dataset.rows(where: condition, sortedBy: order)
    reader.read(
      rows, GraphRows.Columns(from: from, to: to, kind: kind, period: period, certainty: certainty))
    let endless = rows.count - Set(reader.content.edges.map(\.row)).count
    // Where something else is wrong, other rows may be meant.
    if diagnostics.isEmpty,
      let fault = LeftOutRows.fault(
        endless, of: dataset, lacking: "one of both ends", at: specification.from.span)
    {
      diagnostics.append(fault)
    }
    if reader.edgeCount > Self.edgeLimit {
      diagnostics.append(
        Diagnostic(
          .blockInvalid,
          "this graph has \(reader.edgeCount) edges, more than the \(Self.edgeLimit) that can be "
            + "told apart in a picture",
          at: specification.from.span,
          help: "choose some of them with 'where', or show them in a table"))
      return nil
    }
    let shown = [from, to, kind, period, certainty].compactMap(\.self).map(\.column)
    let cited = dataset.fields.indices.filter { dataset.fields[$0].reference == .citation }
    return BoundGraph(
      specification: specification, dataset: dataset, nodeDataset: looks?.dataset,
      tableColumns: (shown + cited).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
      content: reader.content, nodes: reader.nodes)
  }

  private mutating func findLooks(
    _ nodes: GraphSpecification.Nodes, _ catalog: DatasetCatalog
  ) -> GraphRows.Looks? {
    guard let dataset = take(catalog.lookup(nodes.data.value, at: nodes.data.span)) else {
      return nil
    }
    let label = nodes.label.flatMap { column($0, in: dataset) }
    let kind = nodes.kind.flatMap { column($0, in: dataset) }
    let key: FieldPath?
    if let name = nodes.key {
      key = column(name, in: dataset)
    } else if dataset.primaryKey.count == 1 {
      key = dataset.fieldPath(dataset.primaryKey[0])
    } else {
      diagnostics.append(
        Diagnostic(
          .blockInvalid,
          "the dataset '\(dataset.name)' has no primary key of one column by which edges could name "
            + "its rows", at: nodes.data.span,
          help: "add a line 'key: …' with the column that they name"))
      return nil
    }
    return key.map {
      GraphRows.Looks(dataset: dataset, key: $0, label: label, kind: kind, cells: cells)
    }
  }

  private mutating func take<Value>(_ outcome: Outcome<Value>) -> Value {
    outcome.take(into: &diagnostics)
  }

  private mutating func column(_ name: Spanned<String>, in dataset: Dataset) -> FieldPath? {
    take(dataset.path(named: name.value, at: name.span))
  }
}

extension GraphSpecification {
  /// Finds the datasets and the columns that the graph names, and reads its rows.
  ///
  /// - Parameters:
  ///   - catalog: The datasets by their names.
  ///   - language: The language in which dates and estimates are said.
  /// - Returns: The graph, or nil with `dataset-missing`, `column-missing` or `condition-invalid` at
  ///   the name's own bytes, or with `block-invalid` where there are too many edges. A row that
  ///   names only one end is left out.
  public func bind(
    to catalog: DatasetCatalog, language: Language = .english
  ) -> Outcome<BoundGraph?> {
    var binder = GraphBinder(self, cells: CellTexts(language: language))
    let bound = binder.bind(to: catalog)
    return Outcome(bound, binder.diagnostics)
  }
}
