import Diagnostics

/// What is wrong with the channels of a mark.
extension UnitCompiler {
  /// Reports fields that hold nothing of the kind that their channels show.
  mutating func checkKinds() {
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

  /// Reports names in expressions and conditions that lead nowhere, and orders by channels that the
  /// mark has not.
  mutating func checkExpressions() {
    let columns = table.names
    for slot in slots {
      for condition in slot.conditions where table.rowCount > 0 {
        diagnostics += ExpressionFaults.find(in: condition.test, among: columns, config.parameters)
      }
      diagnostics += ChannelFaults.expressions(of: slot.definition, config.parameters)
      if case .channel(let other, _)? = slot.definition.sort, encoding[other] == nil {
        diagnostics.append(
          Diagnostic(
            .chartUnsupported,
            "'\(slot.definition.channel.rawValue)' cannot be sorted by '\(other.rawValue)', which "
              + "this mark has not", at: slot.definition.field?.span ?? slot.definition.span))
      }
    }
    guard table.rowCount > 0 else { return }
    for expression in mark.expressions {
      diagnostics += ExpressionFaults.find(in: expression, among: columns, config.parameters)
    }
  }
}
