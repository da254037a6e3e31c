public import Datasets
public import Diagnostics

/// A chart whose data was found: all that is needed to draw it, at any width, without a fault.
public struct BoundChart: Sendable {
  /// What the author wrote.
  public let specification: ChartSpecification
  /// The layers with their data, from the back to the front.
  let layers: [BoundLayer]
  /// What the scales cover.
  let domains: ChartDomains

  /// The data that a chart shows, for those who want it as a table or a file.
  public struct UsedData: Sendable {
    /// The dataset.
    public let dataset: Dataset
    /// The rows that the chart's filters leave, in the order of the dataset, from 0.
    public let rows: [Int]
    /// The columns that the chart shows, in the order of the dataset.
    public let columns: [Int]
  }

  /// The data that the chart shows: one entry a dataset, in the order of the layers; layers that
  /// share a dataset and its rows share an entry.
  public var data: [UsedData] {
    var result: [UsedData] = []
    for layer in layers {
      let channels = Channel.allCases.compactMap { layer[$0] }
      let shown = channels + (layer.tooltips ?? []) + layer.details
      let columns = Set(shown.compactMap { $0.path?.column })
      let same = result.firstIndex {
        $0.dataset.name == layer.dataset.name && $0.rows == layer.rows
      }
      let before = same.map { result[$0].columns } ?? []
      let data = UsedData(
        dataset: layer.dataset, rows: layer.rows, columns: columns.union(before).sorted())
      if let same { result[same] = data } else { result.append(data) }
    }
    return result
  }
}

extension ChartSpecification {
  /// Finds the chart's datasets and columns.
  ///
  /// - Returns: The chart, or nil where something was not found or does not fit: `dataset-missing`
  ///   and `column-missing` at the name, `chart-unsupported` and `block-invalid` where the data
  ///   cannot be drawn so.
  public func bind(to datasets: DatasetCatalog) -> Outcome<BoundChart?> {
    var diagnostics: [Diagnostic] = []
    var bound: [BoundLayer] = []
    for layer in layers {
      var binder = LayerBinder(layer, datasets)
      if let layer = binder.bind() { bound.append(layer) }
      // Layers inherit from the view about them, so one fault may be found more than once.
      for diagnostic in binder.diagnostics where !diagnostics.contains(diagnostic) {
        diagnostics.append(diagnostic)
      }
    }
    guard bound.count == layers.count else { return Outcome(nil, diagnostics) }
    let domains = ChartDomains.resolve(bound).take(into: &diagnostics)
    guard diagnostics.errorCount == 0 else { return Outcome(nil, diagnostics) }
    return Outcome(
      BoundChart(specification: self, layers: bound, domains: domains), diagnostics)
  }
}
