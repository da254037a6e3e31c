/// Items made of several rows, and items that were missing.
extension UnitCompiler {
  mutating func aggregate(orders: [Int]) {
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

  mutating func impute(
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
}

extension DatumPath {
  /// What the whole path leads to within `datum`, its first name included.
  func datum(of datum: Datum) -> Datum { value(in: datum.member(first)) }
}
