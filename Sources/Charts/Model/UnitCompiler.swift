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
  var diagnostics: [Diagnostic] = []

  /// The rows as they are worked on.
  var table: ChartTable
  /// The rows before they were aggregated.
  var source: ChartTable
  /// The columns that hold what each definition asks for.
  var slots: [Slot] = []

  /// A definition with the columns that hold its values.
  struct Slot {
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
    _ mark: MarkDefinition, _ encoding: Encoding, _ scope: DataScope, _ config: ChartConfig
  ) {
    self.mark = mark
    self.encoding = encoding
    self.scope = scope
    self.config = config
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
    checkExpressions()
    guard diagnostics.errorCount == 0 else { return nil }
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
      slot.definition.datum = expression.evaluate(row: 0, of: single, parameters: config.parameters)
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
    diagnostics.append(
      MissingColumn.diagnostic(name, among: table.names, of: scope.dataset, at: field.span))
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
        mask: test.mask(of: table, parameters: config.parameters), channel: channel(slots[index]))
    }
    return bound
  }
}

extension ChannelDefinition {
  /// Whether it decides something, rather than only saying how a channel of others looks.
  fileprivate var decides: Bool { showsData || value != nil || !conditions.isEmpty }
}
