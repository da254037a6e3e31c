import Datasets
import Diagnostics

/// Finds the data of each view and works out its units.
struct ViewCompiler {
  let specification: ChartSpecification
  let datasets: DatasetCatalog
  private(set) var diagnostics: [Diagnostic] = []
  /// The datasets that were drawn on, in the order in which they were met.
  private(set) var used: [UsedSource] = []
  /// The names of the datasets that were looked into, whether or not a unit shows any of them.
  private(set) var consulted: Set<String> = []
  /// The views about each unit, by the unit's number.
  private(set) var frames: [[ScopeFrame]] = []
  private var scopeCount = 0
  private var plotCount = 0

  /// A dataset that a unit draws on, with the rows and columns that it shows.
  struct UsedSource: Sendable {
    let dataset: Dataset
    var rows: [Int]
    var columns: Set<Int>
  }

  init(_ specification: ChartSpecification, _ datasets: DatasetCatalog) {
    self.specification = specification
    self.datasets = datasets
  }

  /// What a view takes over from the one around it.
  private struct Context {
    var scope: DataScope?
    var encoding = Encoding()
    var frames: [ScopeFrame] = []
    var width: Extent?
    var height: Extent?
  }

  /// The outermost view, or nil where something was not found; ``diagnostics`` says what.
  mutating func compile() -> ViewModel? {
    // The outermost title is the figure's caption.
    var view = specification.view
    view.title = nil
    return compile(view, Context())
  }

  private mutating func nextScope() -> Int {
    scopeCount += 1
    return scopeCount
  }

  private mutating func compile(_ view: ViewSpecification, _ outer: Context) -> ViewModel? {
    var context = outer
    guard readData(view, &context) else { return nil }
    context.encoding = view.encoding
    switch view.content {
    case .unit, .layer:
      var plot = PlotModel(
        units: [], width: view.width, height: view.height, title: view.title,
        background: view.background)
      plot.autosize = view.autosize ?? specification.config.autosize ?? .pad
      collect(view, context, &plot)
      plot.id = plotCount
      plotCount += 1
      return plot.units.isEmpty ? nil : .plot(plot)
    case .concat(let concat, let views):
      let frame = ScopeFrame(id: nextScope(), kind: .concat, resolve: view.resolve)
      context.frames.append(frame)
      let children = views.compactMap { compile($0, context) }
      guard children.count == views.count, !children.isEmpty else { return nil }
      return .grid(
        GridModel(
          kind: .concat, children: children, columns: concat.columns, spacing: concat.spacing,
          title: view.title, scope: frame.id))
    case .facet(let facet, let inner):
      return compile(facet, inner, view, context)
    }
  }

  // MARK: Facets

  /// More parts than this are no chart that anybody reads.
  private static let partLimit = 1_000

  private mutating func compile(
    _ facet: FacetSpecification, _ inner: ViewSpecification, _ view: ViewSpecification,
    _ outer: Context
  ) -> ViewModel? {
    guard let scope = outer.scope else { return nil }
    let frame = ScopeFrame(id: nextScope(), kind: .facet, resolve: view.resolve)
    var context = outer
    context.frames.append(frame)
    var headers = FacetHeaders()
    var parts = FacetParts(scope: scope, config: specification.config)
    headers.rowChannel = facet.row.flatMap { parts.bind($0) }
    headers.columnChannel = facet.column.flatMap { parts.bind($0) }
    headers.cellChannel = facet.wrapped.flatMap { parts.bind($0) }
    report(parts.diagnostics)
    guard diagnostics.errorCount == 0 else { return nil }
    headers.rows = headers.rowChannel.map { parts.values(of: $0) } ?? []
    headers.columns = headers.columnChannel.map { parts.values(of: $0) } ?? []
    headers.cells = headers.cellChannel.map { parts.values(of: $0) } ?? []
    let pairs: [(row: Datum?, column: Datum?)]
    if headers.cellChannel != nil {
      pairs = headers.cells.map { ($0, nil) }
    } else {
      let rows: [Datum?] = headers.rowChannel == nil ? [nil] : headers.rows
      let columns: [Datum?] = headers.columnChannel == nil ? [nil] : headers.columns
      pairs = rows.flatMap { row in columns.map { (row, $0) } }
    }
    guard pairs.count <= Self.partLimit else {
      let channel = headers.cellChannel ?? headers.rowChannel ?? headers.columnChannel
      report([
        Diagnostic(
          .valueInvalid,
          "this facet has \(pairs.count) parts, and the most is \(Self.partLimit)",
          at: channel?.span ?? view.span, help: "filter the data, or facet by another field")
      ])
      return nil
    }
    var children: [ViewModel] = []
    for pair in pairs {
      let kept = parts.rows(
        row: (headers.cellChannel ?? headers.rowChannel, pair.row),
        column: (headers.columnChannel, pair.column))
      context.scope?.table = scope.table.rows(at: kept)
      context.scope?.whole = scope.whole ?? scope.table
      guard let child = compile(inner, context) else { return nil }
      children.append(child)
    }
    guard !children.isEmpty else { return compile(inner, outer) }
    let columns: Int? =
      headers.cellChannel != nil
      ? facet.columns ?? facet.wrapped?.columns ?? specification.config.facetColumns
      : max(headers.columns.count, 1)
    var grid = GridModel(
      kind: .facet(headers), children: children, columns: columns, spacing: facet.spacing,
      title: view.title, scope: frame.id)
    grid.sharedAxes = Set([Channel.x, .y].filter { frame.sharesAxis($0) })
    return .grid(grid)
  }

  // MARK: Units

  /// Gathers the units of a mark or of layers; `context` has the view's own data and encoding.
  private mutating func collect(
    _ view: ViewSpecification, _ context: Context, _ plot: inout PlotModel
  ) {
    var context = context
    switch view.content {
    case .unit(let mark):
      context.frames.append(ScopeFrame(id: nextScope(), kind: .unit, resolve: view.resolve))
      add(mark, context, &plot)
    case .layer(let layers):
      context.frames.append(ScopeFrame(id: nextScope(), kind: .layer, resolve: view.resolve))
      for layer in layers {
        var inner = context
        guard readData(layer, &inner) else { continue }
        inner.encoding = layer.encoding
        plot.width = plot.width ?? layer.width
        plot.height = plot.height ?? layer.height
        collect(layer, inner, &plot)
      }
    case .facet, .concat: break
    }
  }

  private mutating func add(_ mark: MarkDefinition, _ context: Context, _ plot: inout PlotModel) {
    // A mark without a field is drawn once.
    let scope = context.scope ?? DataScope(table: ChartTable(rowCount: 1))
    var data = scope
    if !context.encoding.hasFields {
      data.table = ChartTable(rowCount: 1)
    }
    var compiler = UnitCompiler(
      mark.styled(by: specification.config), context.encoding, data, specification.config)
    let unit = compiler.compile()
    report(compiler.diagnostics)
    guard var unit else { return }
    let faults = MarkRules.faults(unit)
    report(faults)
    guard faults.errorCount == 0 else { return }
    unit.id = frames.count
    frames.append(context.frames)
    note(unit, scope)
    plot.units.append(unit)
  }

  /// Layers inherit from the view about them, so one fault may be found more than once.
  private mutating func report(_ found: [Diagnostic]) {
    for diagnostic in found where !diagnostics.contains(diagnostic) {
      diagnostics.append(diagnostic)
    }
  }

  /// Notes which rows and columns of a dataset a unit shows.
  private mutating func note(_ unit: UnitModel, _ scope: DataScope) {
    guard let dataset = scope.dataset else { return }
    let channels = Channel.allCases.compactMap { unit[$0] }
    let shown = channels + (unit.tooltips ?? []) + unit.details + unit.orders
    let names = shown.compactMap { $0.definition.field?.value }
    let columns = names.compactMap { name in
      dataset.fieldPath(name)?.column
        ?? DatumPath(name).flatMap { dataset.columnIndex(named: $0.first) }
    }
    let rows = scope.table.origins ?? Array(0..<dataset.rowCount)
    if let index = used.firstIndex(where: { $0.dataset.name == dataset.name }) {
      used[index].columns.formUnion(columns)
      if used[index].rows != rows {
        used[index].rows = Set(used[index].rows).union(rows).sorted()
      }
    } else {
      used.append(UsedSource(dataset: dataset, rows: rows, columns: Set(columns)))
    }
  }

  // MARK: Data

  /// Takes the view's own data and its transforms; false where they could not be had.
  private mutating func readData(_ view: ViewSpecification, _ context: inout Context) -> Bool {
    if let reference = view.data {
      guard let scope = find(reference) else { return false }
      context.scope = scope
    }
    guard !view.transforms.isEmpty, var scope = context.scope else { return true }
    for step in view.transforms {
      var other: ChartTable?
      if case .lookup(let lookup) = step {
        guard let found = find(lookup.data) else { return false }
        other = found.table
      }
      let transforms = TransformContext(parameters: specification.config.parameters, other: other)
      let outcome = step.apply(to: scope.table, in: transforms)
      report(outcome.diagnostics)
      scope.table = outcome.value
      if let whole = scope.whole { scope.whole = step.apply(to: whole, in: transforms).value }
    }
    context.scope = scope
    return diagnostics.errorCount == 0
  }

  private func scope(of dataset: Dataset, hasSchema: Bool) -> DataScope {
    var scope = DataScope(table: ChartTable(dataset))
    scope.dataset = dataset
    for field in dataset.fields {
      if let title = field.title { scope.labels[field.name] = title }
      if hasSchema { scope.kinds[field.name] = field.kind }
    }
    return scope
  }

  /// The rows that a reference names; nil where there are none, which was or is reported.
  private mutating func find(_ reference: DataReference) -> DataScope? {
    switch reference {
    case .unreadable: return nil
    case .inline(let table, let dataset):
      var scope = DataScope(table: table)
      scope.dataset = dataset
      return scope
    case .named(let name):
      if let own = specification.datasets[name.value] {
        if case .named = own { return nil }
        return find(own)
      }
      let outcome = datasets.lookup(name.value, at: name.span)
      report(outcome.diagnostics)
      if let dataset = outcome.value { consulted.insert(dataset.name) }
      return outcome.value.map { scope(of: $0, hasSchema: true) }
    case .file(let path, let format):
      let outcome = datasets.lookup(path: path.value, at: path.span)
      report(outcome.diagnostics)
      guard let dataset = outcome.value else { return nil }
      consulted.insert(dataset.name)
      var scope = scope(of: dataset, hasSchema: false)
      report(format.apply(to: &scope.table))
      return scope
    }
  }
}

extension Encoding {
  /// Whether a field or a count decides any channel.
  var hasFields: Bool {
    channels.values.contains(where: \.isField) || details.contains(where: \.isField)
  }
}
