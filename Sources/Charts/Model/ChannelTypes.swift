import Datasets

/// How a field's values are to be understood where the author does not say, as Vega-Lite's
/// `defaultType` infers it; a column that a schema describes is what the schema says.
enum ChannelTypes {
  static func type(of definition: ChannelDefinition, kind: Field.Kind?) -> FieldType {
    if let given = definition.type { return given.value }
    if let datum = definition.datum { return type(of: datum) }
    switch definition.channel {
    case .row, .column, .facet, .shape, .strokeDash: return .nominal
    case .order: return .ordinal
    default: break
    }
    if case .values? = definition.sort { return .ordinal }
    if definition.timeUnit != nil { return .temporal }
    if definition.bin != nil || definition.isBinned { return .quantitative }
    if let aggregate = definition.aggregate?.value, aggregate != .argmax, aggregate != .argmin {
      return .quantitative
    }
    if let scale = definition.scale.type?.value {
      if scale.isTime { return .temporal }
      if scale.isContinuous || scale.isDiscretizing { return .quantitative }
    }
    switch kind {
    case .number, .integer, .estimate: return .quantitative
    case .date, .year: return .temporal
    default: return .nominal
    }
  }

  private static func type(of datum: Datum) -> FieldType {
    switch datum {
    case .number: .quantitative
    case .time, .date: .temporal
    default: .nominal
    }
  }
}
