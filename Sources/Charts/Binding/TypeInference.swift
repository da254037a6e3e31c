import Datasets
import Diagnostics
import Documents

/// How a field's values are to be understood where the author does not say: by the column's kind.
enum TypeInference {
  /// The type of a channel.
  static func type(
    of definition: ChannelDefinition, field: Field?, path: FieldPath?
  ) -> FieldType {
    if let given = definition.type { return given.value }
    if definition.aggregate != nil { return .quantitative }
    if let datum = definition.datum { return datum.number == nil ? .nominal : .quantitative }
    // A list of values to sort by is a list of names.
    if case .values? = definition.sort { return .ordinal }
    // A longitude or a latitude of a point is a number.
    if path?.part == .lon || path?.part == .lat { return .quantitative }
    return switch field?.kind {
    case nil, .number, .integer, .estimate: .quantitative
    case .date, .year: .temporal
    case .string, .boolean, .time, .duration, .geopoint, .geojson, .object, .array, .any: .nominal
    }
  }

  /// What is wrong with a channel whose type does not fit its column, or nil.
  static func fault(
    of definition: ChannelDefinition, type: FieldType, field: Field, path: FieldPath
  ) -> Diagnostic? {
    if let aggregate = definition.aggregate {
      return aggregateFault(aggregate, of: field, part: path.part)
    }
    let span = definition.type?.span ?? definition.field?.span
    switch (type, field.kind) {
    case (_, .geopoint) where path.part != nil: break
    case (.quantitative, let kind) where !kind.isAmount:
      let holds = kind == .string ? "text" : kind.plural
      return Diagnostic(
        .blockInvalid, "the column '\(field.name)' holds \(holds), not amounts", at: span,
        help: field.kind == .date ? "write 'type: temporal'" : "write 'type: nominal'")
    case (.temporal, let kind) where kind.isHeldAsText:
      let holds = kind == .string ? "text" : kind.plural
      return Diagnostic(
        .blockInvalid, "the column '\(field.name)' holds \(holds), not dates", at: span,
        help: "write 'type: nominal'")
    case (.temporal, .estimate), (.temporal, .boolean):
      return Diagnostic(
        .blockInvalid, "the column '\(field.name)' holds no dates", at: span,
        help: "leave 'type' out, and it follows from the column")
    default: break
    }
    guard definition.channel == .color, type == .quantitative else { return nil }
    return Diagnostic(
      .chartUnsupported, "a colour that grades with an amount is not supported", at: span,
      help: "write 'type: nominal' for a colour to each value")
  }

  private static func aggregateFault(
    _ aggregate: Spanned<AggregateOperation>, of field: Field, part: FieldPath.Part?
  ) -> Diagnostic? {
    let operation = aggregate.value.rawValue
    switch (aggregate.value, field.kind) {
    case (.count, _), (.distinct, _), (_, .number), (_, .integer), (_, .year), (_, .boolean):
      return nil
    case (_, .estimate) where part != nil, (_, .geopoint) where part != nil: return nil
    case (_, .estimate):
      return Diagnostic(
        .chartUnsupported, "'\(operation)' cannot take the estimates of '\(field.name)' whole",
        at: aggregate.span, help: "aggregate '\(field.name).low' or '\(field.name).high'")
    default:
      return Diagnostic(
        .blockInvalid, "'\(operation)' needs numbers, and the column '\(field.name)' holds none",
        at: aggregate.span, help: "'count' counts rows of any kind")
    }
  }
}

extension Field.Kind {
  /// Whether its values can stand on a quantitative axis.
  fileprivate var isAmount: Bool {
    switch self {
    case .number, .integer, .year, .boolean, .estimate: true
    case .string, .date, .time, .duration, .geopoint, .geojson, .object, .array, .any: false
    }
  }

  /// Whether its values are texts to a chart.
  fileprivate var isHeldAsText: Bool {
    switch self {
    case .string, .time, .duration, .geopoint, .geojson, .object, .array, .any: true
    case .number, .integer, .year, .boolean, .estimate, .date: false
    }
  }
}
