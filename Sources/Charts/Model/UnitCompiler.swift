import Datasets
import Diagnostics
import Values

/// Works out the items of one mark: bins, units of time, aggregates, imputed and stacked values, in
/// the order in which Vega-Lite has them.
struct UnitCompiler {
  let mark: MarkDefinition
  let encoding: Encoding
  let scope: DataScope
  let config: ChartConfig
  let parameters: [String: Datum]
  private(set) var diagnostics: [Diagnostic] = []

  /// The rows as they are worked on.
  private var table: ChartTable
  /// The rows before they were aggregated.
  private var source: ChartTable
  /// The columns that hold what each definition asks for.
  private var slots: [Slot] = []

  /// A definition with the columns that hold its values.
  fileprivate struct Slot {
    var definition: ChannelDefinition
    var type: FieldType
    var column: String?
    var end: String?
    /// The column before it was aggregated.
    var raw: String?
    var bins: BinRange?
    /// The conditions' own slots, by their index.
    var conditions: [(test: Predicate, slot: Int)] = []
  }

  init(
    _ mark: MarkDefinition, _ encoding: Encoding, _ scope: DataScope, _ config: ChartConfig,
    _ parameters: [String: Datum]
  ) {
    self.mark = mark
    self.encoding = encoding
    self.scope = scope
    self.config = config
    self.parameters = parameters
    table = scope.table
    source = scope.table
  }

  /// The unit, or nil where something was not found; ``diagnostics`` says what.
  mutating func compile() -> UnitModel? {
    var byChannel: [Channel: Int] = [:]
    // In the order of the grammar, so that messages and columns come in a steady order.
    for channel in Channel.allCases {
      guard let definition = encoding[channel], definition.decides else { continue }
      byChannel[channel] = add(definition)
    }
    let tooltips = encoding.tooltips.map { list in list.map { add($0) } }
    let details = encoding.details.map { add($0) }
    let orders = encoding.orders.filter(\.isField).map { add($0) }
    guard diagnostics.errorCount == 0 else { return nil }
    inheritTypes(byChannel)
    cutTimes()
    bin()
    guard diagnostics.errorCount == 0 else { return nil }
    parseTimes()
    parseNumbers()
    checkKinds()
    guard diagnostics.errorCount == 0 else { return nil }
    source = table
    aggregate(orders: orders)
    var bound = byChannel.mapValues { channel(slots[$0]) }
    let orientation = UnitOrientation.infer(mark, bound)
    if impute(byChannel, orientation) { bound = byChannel.mapValues { channel(slots[$0]) } }
    var unit = UnitModel(
      mark: mark, orientation: orientation, table: table, source: source,
      sourceColumns: byChannel.compactMapValues { slots[$0].raw }, channels: bound,
      tooltips: tooltips?.map { channel(slots[$0]) }, details: details.map { channel(slots[$0]) },
      orders: orders.map { channel(slots[$0]) }, stack: nil)
    unit.stack = UnitStacking.stack(unit, config)
    return mark.kind.isPath || mark.kind == .estimate ? unit : unit.withoutInvalid()
  }

  // MARK: Fields

  /// Adds a definition, and says which column its field is.
  private mutating func add(_ definition: ChannelDefinition) -> Int {
    var slot = Slot(definition: definition, type: .nominal)
    if let field = definition.field, let name = resolve(field) {
      slot.column = name
      slot.raw = name
    }
    let kind = definition.field.flatMap { scope.kind(of: $0.value) }
    slot.type = ChannelTypes.type(of: definition, kind: kind)
    if let expression = definition.datumExpression, definition.datum == nil {
      // The expression knows no row: it is a constant made of parameters.
      let single = ChartTable(rowCount: 1)
      slot.definition.datum = expression.evaluate(row: 0, of: single, parameters: parameters)
      slot.type = ChannelTypes.type(of: slot.definition, kind: nil)
    }
    for condition in definition.conditions {
      slot.conditions.append((condition.test, add(condition.definition)))
    }
    if let by = definition.aggregateBy { _ = resolve(by) }
    if case .field(let field?, _, _) = definition.sort { _ = resolve(field) }
    slots.append(slot)
    return slots.count - 1
  }

  /// The column that holds a field, made where it is a part of one; nil where there is none.
  private mutating func resolve(_ field: Spanned<String>) -> String? {
    let name = field.value
    if table.index(of: name) != nil { return name }
    if let values = table.values(of: name), scope.hasPart(name) {
      table.set(name, to: values)
      return name
    }
    // No rows have no columns to look for; those that stand here already were made for this unit.
    guard scope.table.rowCount > 0 || !scope.table.names.isEmpty else {
      table.set(name, to: [])
      return name
    }
    diagnostics.append(MissingColumn.diagnostic(name, in: table, scope.dataset, at: field.span))
    return nil
  }

  /// A second end is understood as the first one is.
  private mutating func inheritTypes(_ byChannel: [Channel: Int]) {
    for (channel, index) in byChannel where channel.primary != channel {
      guard let first = byChannel[channel.primary] else { continue }
      slots[index].type = slots[first].type
      if slots[index].definition.timeUnit == nil {
        slots[index].definition.timeUnit = slots[first].definition.timeUnit
      }
    }
    for (error, first) in [
      (Channel.xError, Channel.x), (.xError2, .x), (.yError, .y), (.yError2, .y),
    ] {
      guard let index = byChannel[error], byChannel[first] != nil else { continue }
      slots[index].type = .quantitative
    }
  }

  // MARK: Times and bins

  private mutating func cutTimes() {
    for index in slots.indices {
      guard let unit = slots[index].definition.timeUnit, let name = slots[index].column,
        let column = table.column(name)
      else { continue }
      let start = "\(unit.name)_\(name)"
      let end = "\(start)_end"
      if table.index(of: start) == nil {
        let moments = TemporalReading.column(column).map(\.number)
        let floors = unit.isBinned ? moments : moments.map { unit.floor($0) }
        table.set(start, to: floors.map { $0.isFinite ? .time($0) : .null })
        table.set(
          end, to: floors.map { $0.isFinite ? .time(unit.next(after: $0)) : .null })
      }
      slots[index].column = start
      slots[index].end = end
      slots[index].raw = start
    }
  }

  private mutating func bin() {
    for index in slots.indices {
      guard let binning = slots[index].definition.bin, let name = slots[index].column,
        let column = table.column(name)
      else { continue }
      let extent = Self.extent(scope.whole?.values(of: name) ?? column)
      let limit = slots[index].definition.channel.isPosition ? 10.0 : 6.0
      let range = binning.range(over: extent, maximumBins: limit)
      let start = "bin_\(range.start)_\(range.step)_\(name)"
      let end = "\(start)_end"
      if table.index(of: start) == nil {
        let starts = column.map { binning.start(of: $0, in: range) }
        table.set(start, to: starts.map { $0.map(Datum.number) ?? .null })
        table.set(end, to: starts.map { $0.map { .number($0 + range.step) } ?? .null })
      }
      slots[index].bins = range
      slots[index].column = start
      slots[index].end = end
      slots[index].raw = start
      guard slots[index].type.isDiscrete else { continue }
      // Names of bins are said as ranges, in the order of the bins.
      slots[index].definition.isBinned = false
    }
  }

  private static func extent(_ column: [Datum]) -> (Double, Double) {
    var low = Double.infinity
    var high = -Double.infinity
    for datum in column {
      guard let number = datum.measure else { continue }
      low = min(low, number)
      high = max(high, number)
    }
    return low <= high ? (low, high) : (0, 0)
  }

  /// Reads columns of channels of time as moments.
  private mutating func parseTimes() {
    for index in slots.indices {
      let slot = slots[index]
      guard slot.type == .temporal, slot.definition.timeUnit == nil, let name = slot.column,
        slot.aggregateNeedsNoTime, let column = table.column(name)
      else { continue }
      let parsed = "time_\(name)"
      if table.index(of: parsed) == nil {
        // A year of a schema is a number that is its own name.
        let isYear = scope.kinds[name] == .year
        table.set(
          parsed,
          to: isYear ? column.map(Self.year) : TemporalReading.column(column))
      }
      slots[index].column = parsed
      slots[index].raw = parsed
    }
  }

  /// Years that were read as dates are numbers again where a channel measures them.
  private mutating func parseNumbers() {
    for index in slots.indices where slots[index].type == .quantitative {
      guard let name = slots[index].column, let column = table.column(name) else { continue }
      if mark.kind == .estimate, column.contains(where: { $0.kind == .text }) {
        table.set("estimate_\(name)", to: column.map(Self.estimate))
        slots[index].column = "estimate_\(name)"
        continue
      }
      guard column.contains(where: { $0.kind == .date }) else { continue }
      let parsed = "number_\(name)"
      if table.index(of: parsed) == nil {
        table.set(
          parsed, to: column.map { $0.kind == .date ? .number($0.number) : $0 })
      }
      slots[index].column = parsed
      slots[index].raw = parsed
    }
  }

  /// A text that is a hedged figure.
  private static func estimate(_ datum: Datum) -> Datum {
    guard case .text(let text) = datum, case .success(let estimate) = Estimate.parse(text) else {
      return datum
    }
    return .estimate(estimate)
  }

  /// Reports fields that hold nothing of the kind that their channels show.
  private mutating func checkKinds() {
    for slot in slots {
      diagnostics += ChannelFaults.formats(of: slot.definition, type: slot.type)
      if let name = slot.raw, let raw = table.column(name),
        let fault = ChannelFaults.estimates(of: slot.definition, raw)
      {
        diagnostics.append(fault)
        continue
      }
      guard let field = slot.definition.field?.value, let name = slot.column,
        let values = table.column(name), let raw = scope.table.values(of: field),
        let fault = ChannelFaults.fault(
          of: slot.definition, type: slot.type, values: values, raw: raw,
          kind: scope.kind(of: field))
      else { continue }
      diagnostics.append(fault)
    }
  }

  private static func year(_ datum: Datum) -> Datum {
    guard case .number(let year) = datum, let whole = Int(exactly: year) else {
      return TemporalReading.datum(datum)
    }
    return .date(EDTFDate.year(whole))
  }

  // MARK: Aggregates

  private mutating func aggregate(orders: [Int]) {
    guard slots.contains(where: { $0.definition.aggregate != nil }) else { return }
    var groups: [String] = []
    func group(_ name: String?) {
      if let name, !groups.contains(name) { groups.append(name) }
    }
    var measures: [Aggregation.Measure] = []
    for index in slots.indices {
      guard let operation = slots[index].definition.aggregate else {
        group(slots[index].column)
        group(slots[index].end)
        continue
      }
      let field = slots[index].column
      // Which is the latest is asked of moments, where another channel reads the field as such.
      let by = slots[index].definition.aggregateBy.map { by in
        table.index(of: "time_\(by.value)") == nil ? by.value : "time_\(by.value)"
      }
      let name: String
      switch operation.value {
      case .count where field == nil: name = "__count"
      case .argmin, .argmax: name = "\(operation.value.rawValue)_\(by ?? field ?? "")"
      default: name = "\(operation.value.rawValue)_\(field ?? "")"
      }
      if !measures.contains(where: { $0.name == name }) {
        measures.append(
          Aggregation.Measure(operation: operation.value, field: by ?? field, name: name))
      }
      slots[index].column = name
    }
    table = Aggregation(groupBy: groups, measures: measures).apply(to: table)
    for index in slots.indices {
      guard let operation = slots[index].definition.aggregate?.value,
        operation == .argmin || operation == .argmax, let name = slots[index].column,
        let field = slots[index].definition.field?.value, let column = table.column(name)
      else { continue }
      let chosen = "\(name)_\(field)"
      table.set(chosen, to: column.map { DatumPath(field)?.datum(of: $0) ?? .null })
      slots[index].column = chosen
      if slots[index].type == .temporal {
        table.set(chosen, to: TemporalReading.column(table.column(chosen) ?? []))
      }
    }
  }

  private mutating func impute(
    _ byChannel: [Channel: Int], _ orientation: Orientation
  ) -> Bool {
    var changed = false
    for channel in [Channel.x, .y] {
      guard let index = byChannel[channel], let imputation = slots[index].definition.impute,
        let field = slots[index].column,
        let key = byChannel[channel == .x ? .y : .x].flatMap({ slots[$0].column })
      else { continue }
      let groups = slots.indices.compactMap { other -> String? in
        let slot = slots[other]
        guard other != index, slot.definition.channel.parts, slot.definition.aggregate == nil,
          slot.column != key
        else { return nil }
        return slot.column
      }
      table = imputation.apply(to: table, field: field, key: key, groupBy: groups)
      changed = true
    }
    return changed
  }

  // MARK: Channels

  private func channel(_ slot: Slot) -> BoundChannel {
    let values: [Datum]
    if let datum = slot.definition.datum {
      values = [slot.type == .temporal ? TemporalReading.datum(datum) : datum]
    } else if let name = slot.column, let column = table.column(name) {
      values = column
    } else {
      values = [.null]
    }
    var bound = BoundChannel(
      definition: slot.definition, type: slot.type,
      label: slot.definition.field.flatMap { scope.labels[$0.value] },
      values: values, ends: slot.end.flatMap { table.column($0) }, bins: slot.bins)
    if slot.definition.scale.isUnaggregated, let raw = slot.raw {
      bound.source = source.column(raw)
    }
    bound.conditions = slot.conditions.map { test, index in
      BoundCondition(
        mask: test.mask(of: table, parameters: parameters), channel: channel(slots[index]))
    }
    return bound
  }
}

extension UnitCompiler.Slot {
  /// Whether its values are moments even behind an aggregate: the earliest, the latest.
  fileprivate var aggregateNeedsNoTime: Bool {
    switch definition.aggregate?.value {
    case .count, .distinct, .valid, .missing, .argmin, .argmax: false
    default: true
    }
  }
}

extension ChannelDefinition {
  /// Whether it decides something, rather than only saying how a channel of others looks.
  fileprivate var decides: Bool { showsData || value != nil || !conditions.isEmpty }
}

extension DatumPath {
  /// What the whole path leads to within `datum`, its first name included.
  func datum(of datum: Datum) -> Datum { value(in: datum.member(first)) }
}
