import Datasets
import Diagnostics
import Documents
import Values

/// Finds the data of one layer and reads each channel's values.
struct LayerBinder {
  let layer: LayerSpecification
  let datasets: DatasetCatalog
  private(set) var diagnostics: [Diagnostic] = []

  init(_ layer: LayerSpecification, _ datasets: DatasetCatalog) {
    self.layer = layer
    self.datasets = datasets
  }

  /// The layer with its data, or nil where something was not found; ``diagnostics`` says what.
  mutating func bind() -> BoundLayer? {
    guard let dataset = findDataset() else { return nil }
    let rows = filteredRows(of: dataset)
    var channels: [Channel: BoundChannel] = [:]
    for channel in Channel.allCases {
      guard let definition = layer.encoding[channel] else { continue }
      channels[channel] = resolve(definition, in: dataset)
    }
    for (second, first) in [(Channel.x2, Channel.x), (.y2, .y)] {
      guard let end = channels[second], let start = channels[first] else { continue }
      // A second end is understood as the first one is.
      channels[second] = BoundChannel(
        definition: end.definition, type: start.type, field: end.field, path: end.path, values: [])
    }
    let tooltips = layer.encoding.tooltips?.compactMap { resolve($0, in: dataset) }
    let details = layer.encoding.details.compactMap { resolve($0, in: dataset) }
    guard diagnostics.errorCount == 0 else { return nil }
    let items = ItemEncoder(dataset: dataset, rows: rows)
      .encode(channels: channels, others: (tooltips ?? []) + details)
    let tooltipCount = tooltips?.count ?? 0
    var bound = BoundLayer(
      mark: layer.mark, dataset: dataset, rows: rows, count: items.count, channels: items.channels,
      tooltips: tooltips == nil ? nil : Array(items.others.prefix(tooltipCount)),
      details: Array(items.others.dropFirst(tooltipCount)),
      orientation: BoundLayer.orientation(of: layer.mark, channels), stack: nil)
    diagnostics += bound.mark.kind.implementation.validate(bound)
    guard diagnostics.errorCount == 0 else { return nil }
    bound.stack = StackedExtent.stack(bound)
    return bound
  }

  private mutating func findDataset() -> Dataset? {
    switch layer.data {
    case .inline(let dataset): return dataset
    case .named(let name):
      return datasets.lookup(name.value, at: name.span).take(into: &diagnostics)
    // Both were reported when the chart was read.
    case .unreadable, nil: return nil
    }
  }

  private mutating func filteredRows(of dataset: Dataset) -> [Int] {
    var rows = Array(0..<dataset.rowCount)
    for transform in layer.transforms {
      switch transform {
      case .filter(let condition):
        guard let bound = condition.bind(to: dataset).take(into: &diagnostics) else { continue }
        rows.removeAll { !bound.matches(row: $0) }
      }
    }
    return rows
  }

  private mutating func resolve(
    _ definition: ChannelDefinition, in dataset: Dataset
  ) -> BoundChannel? {
    guard let name = definition.field else {
      let type = TypeInference.type(of: definition, field: nil, path: nil)
      return BoundChannel(definition: definition, type: type, field: nil, path: nil, values: [])
    }
    guard let path = dataset.path(named: name.value, at: name.span).take(into: &diagnostics) else {
      return nil
    }
    let field = dataset.fields[path.column]
    let type = TypeInference.type(of: definition, field: field, path: path)
    if let fault = TypeInference.fault(of: definition, type: type, field: field, path: path) {
      diagnostics.append(fault)
      return nil
    }
    return BoundChannel(definition: definition, type: type, field: field, path: path, values: [])
  }
}
