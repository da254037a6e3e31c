public import Datasets
public import Diagnostics

/// A chart whose data was found: all that is needed to draw it, at any width, without a fault.
public struct BoundChart: Sendable {
  /// What the author wrote.
  public let specification: ChartSpecification
  /// The outermost view.
  let view: ViewModel
  /// The scales by their keys.
  let scales: [ScaleKey: ScaleModel]
  /// The keys in the order in which they were first met.
  let scaleOrder: [ScaleKey]
  /// The scale of each unit's channels, by the unit's number.
  let keys: [[Channel: ScaleKey]]
  /// The data that the chart shows: one entry a dataset, in the order of the views.
  public let data: [UsedData]
  /// The names of all datasets on which it depends, those that are only looked up among them, in
  /// order.
  public let consulted: [String]
  private let units: [UnitModel]

  /// The data that a chart shows, for those who want it as a table or a file.
  public struct UsedData: Sendable {
    /// The dataset.
    public let dataset: Dataset
    /// The rows that the chart's filters leave, in the order of the dataset, from 0.
    public let rows: [Int]
    /// The columns that the chart shows, in the order of the dataset.
    public let columns: [Int]
  }

  /// The unit with a number.
  func unit(_ id: Int) -> UnitModel? { units.first { $0.id == id } }

  /// The scale of a unit's channel.
  func scale(_ unit: UnitModel, _ channel: Channel) -> ScaleModel? {
    keys[unit.id][channel].flatMap { scales[$0] }
  }

  /// Whether there is nothing to be seen.
  var isEmpty: Bool {
    units.allSatisfy { unit in
      unit.count == 0
        || [Channel.x, .y, .theta].contains { scale(unit, $0)?.isEmpty == true }
    }
  }

  init(
    _ specification: ChartSpecification, _ view: ViewModel, _ builder: ScaleBuilder,
    _ used: [ViewCompiler.UsedSource], consulting consulted: Set<String>
  ) {
    self.consulted = consulted.sorted()
    self.specification = specification
    self.view = view
    scales = builder.scales
    scaleOrder = builder.order
    keys = builder.keys
    units = view.units
    data = used.map { source in
      UsedData(dataset: source.dataset, rows: source.rows, columns: source.columns.sorted())
    }
  }
}

extension ChartSpecification {
  /// Finds the chart's datasets and columns, and works out what it shows.
  ///
  /// - Returns: The chart, or nil where something was not found or does not fit: `dataset-missing`
  ///   and `column-missing` at the name, `chart-unsupported` and `block-invalid` where the data
  ///   cannot be drawn so.
  public func bind(to datasets: DatasetCatalog) -> Outcome<BoundChart?> {
    // That there are no data was said when the chart was read.
    guard !view.lacksData else { return Outcome(nil) }
    var compiler = ViewCompiler(self, datasets)
    let view = compiler.compile()
    var diagnostics = compiler.diagnostics
    guard let view, diagnostics.errorCount == 0 else { return Outcome(nil, diagnostics) }
    var builder = ScaleBuilder(view.units, compiler.frames, config)
    builder.build()
    diagnostics += builder.diagnostics
    guard diagnostics.errorCount == 0 else { return Outcome(nil, diagnostics) }
    return Outcome(
      BoundChart(self, view, builder, compiler.used, consulting: compiler.consulted), diagnostics)
  }
}
