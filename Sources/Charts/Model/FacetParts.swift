import Diagnostics

/// Which rows belong to which part of a facet.
struct FacetParts {
  let scope: DataScope
  let config: ChartConfig
  private(set) var diagnostics: [Diagnostic] = []

  init(scope: DataScope, config: ChartConfig) {
    self.scope = scope
    self.config = config
  }

  /// A channel of a facet with its values, one a row; nil with `column-missing` where there is none.
  mutating func bind(_ definition: ChannelDefinition) -> BoundChannel? {
    guard let field = definition.field else { return nil }
    let isEmpty = scope.table.rowCount == 0 && scope.table.names.isEmpty
    guard var values = scope.table.values(of: field.value) ?? (isEmpty ? [] : nil) else {
      diagnostics.append(
        MissingColumn.diagnostic(
          field.value, among: scope.table.names, of: scope.dataset, at: field.span))
      return nil
    }
    let type = ChannelTypes.type(of: definition, kind: nil)
    diagnostics += ChannelFaults.formats(of: definition, type: type)
    diagnostics += ChannelFaults.expressions(of: definition, config.parameters)
    var ends: [Datum]?
    var bins: BinRange?
    if let unit = definition.timeUnit {
      let moments = TemporalReading.column(values).map(\.number)
      values = moments.map { $0.isFinite ? .time(unit.floor($0)) : .null }
    } else if let bin = definition.bin {
      let numbers = values.compactMap(\.measure)
      let range = bin.range(over: (numbers.min() ?? 0, numbers.max() ?? 0), maximumBins: 6)
      let starts = values.map { bin.start(of: $0, in: range) }
      values = starts.map { $0.map(Datum.number) ?? .null }
      ends = starts.map { $0.map { .number($0 + range.step) } ?? .null }
      bins = range
    } else if type == .temporal {
      values = TemporalReading.column(values)
    }
    return BoundChannel(
      definition: definition, type: type, label: scope.labels[field.value], values: values,
      ends: ends, bins: bins)
  }

  /// The values that parts are made for, in the order in which they are shown.
  func values(of channel: BoundChannel) -> [Datum] {
    var domain = DiscreteDomain()
    domain.add(channel.values, keys: sortKeys(channel))
    return domain.values(sort: channel.definition.sort)
  }

  private func sortKeys(_ channel: BoundChannel) -> [Datum]? {
    guard case .field(let field?, _, _) = channel.definition.sort else { return nil }
    return scope.table.values(of: field.value)
  }

  /// The rows of one part.
  func rows(row: (BoundChannel?, Datum?), column: (BoundChannel?, Datum?)) -> [Int] {
    (0..<scope.table.rowCount).filter { index in
      if let channel = row.0, let value = row.1, channel.values[index] != value { return false }
      if let channel = column.0, let value = column.1, channel.values[index] != value {
        return false
      }
      return true
    }
  }
}
