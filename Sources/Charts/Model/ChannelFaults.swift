import Datasets
import Diagnostics
import Values

/// What is wrong with a channel whose type does not fit the values of its field.
enum ChannelFaults {
  /// The fault of a field that holds nothing that its channel could place; nil where all is well.
  ///
  /// - Parameters:
  ///   - values: The values as the channel reads them.
  ///   - raw: The values as they stand in the data.
  ///   - kind: What a schema says of the field.
  static func fault(
    of definition: ChannelDefinition, type: FieldType, values: [Datum], raw: [Datum],
    kind: Field.Kind?
  ) -> Diagnostic? {
    guard let field = definition.field, type == .quantitative || type == .temporal else {
      return nil
    }
    switch definition.aggregate?.value {
    case .count?, .distinct?, .valid?, .missing?, .values?, .argmin?, .argmax?: return nil
    default: break
    }
    guard raw.contains(where: { !$0.isMissing }), !values.contains(where: { $0.measure != nil })
    else { return nil }
    // Nothing but open ends or infinities is no reason to complain.
    if raw.contains(where: { [.estimate, .date, .number].contains($0.kind) }), type == .quantitative
    {
      return nil
    }
    if raw.contains(where: { $0.kind == .date || $0.kind == .time }) { return nil }
    let holds = kind.map { $0 == .string ? "text" : $0.plural } ?? words(raw)
    let span = definition.type?.span ?? field.span
    let wanted = type == .quantitative ? "amounts" : "dates"
    return Diagnostic(
      .blockInvalid, "the column '\(field.value)' holds \(holds), not \(wanted)", at: span,
      help: kind == .date ? "write 'type: temporal'" : "write 'type: nominal'")
  }

  /// The fault of an aggregate that would take hedged figures for plain ones; nil where all is well.
  static func estimates(of definition: ChannelDefinition, _ raw: [Datum]) -> Diagnostic? {
    guard let aggregate = definition.aggregate, let field = definition.field else { return nil }
    switch aggregate.value {
    case .count, .distinct, .valid, .missing, .values, .argmin, .argmax: return nil
    default: break
    }
    let isHedged = raw.contains { value in
      if case .estimate(let estimate) = value { return !estimate.isSingleFigure }
      return false
    }
    guard isHedged else { return nil }
    return Diagnostic(
      .chartUnsupported,
      "'\(aggregate.value.rawValue)' cannot take the estimates of '\(field.value)' whole",
      at: aggregate.span, help: "aggregate '\(field.value).low' or '\(field.value).high'")
  }

  /// Names in the expressions of a channel and of its guides that lead nowhere.
  static func expressions(
    of definition: ChannelDefinition, _ known: [String: Datum]
  ) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    if let expression = definition.datumExpression {
      faults += ExpressionFaults.find(in: expression, among: [], known)
    }
    let label = ["label", "value", "index"]
    let axis = definition.axis?.properties
    let labels = [
      axis?.expression(.labelExpr), definition.legend?.properties.expression(.labelExpr),
      definition.header?.properties.expression(.labelExpr),
    ]
    for expression in labels.compactMap(\.self) {
      faults += ExpressionFaults.find(in: expression, among: label, known)
    }
    for key in AxisProperty.allCases {
      switch axis?[key] {
      case .expression(let expression)? where key != .labelExpr:
        faults += ExpressionFaults.find(in: expression, among: label, known)
      case .conditional(let cases, _)?:
        for (test, _) in cases { faults += ExpressionFaults.find(in: test, among: label, known) }
      default: break
      }
    }
    return faults
  }

  /// The faults of the formats that a channel names.
  static func formats(of definition: ChannelDefinition, type: FieldType) -> [Diagnostic] {
    let isTime = type == .temporal || definition.timeUnit != nil
    func faults(_ format: Spanned<String>?, _ kind: String?) -> [Diagnostic] {
      guard let format else { return [] }
      return LabelFormat.parse(format, isTime: kind.map { $0 == "time" } ?? isTime).diagnostics
    }
    return faults(definition.format, definition.formatType)
      + faults(definition.axis?.format, definition.axis?.properties.text(.formatType))
      + faults(definition.legend?.format, definition.legend?.properties.text(.formatType))
      + faults(definition.header?.format, definition.header?.properties.text(.formatType))
  }

  private static func words(_ values: [Datum]) -> String {
    switch values.first(where: { !$0.isMissing })?.kind {
    case .boolean?: "true or false"
    case .list?: "lists"
    case .object?: "mappings"
    default: "text"
    }
  }
}
