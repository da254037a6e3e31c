import Diagnostics
import Documents

/// About how many ticks there are, or at which interval of time.
enum TickCount: Hashable, Sendable {
  case number(Double)
  case interval(TimeInterval)

  /// Reads `tickCount: 5`, `tickCount: month`, `tickCount: {interval: week, step: 2}`.
  static func read(_ reader: inout PropertyReader) -> TickCount? {
    guard let node = reader.node("tickCount") else { return nil }
    if let number = node.number, number >= 0 { return .number(min(number, 1_000)) }
    return TimeInterval.read(node, of: "tickCount", into: &reader).map(TickCount.interval)
  }
}

extension TimeInterval {
  /// Reads `month`, or `{interval: week, step: 2}`.
  static func read(
    _ node: Node, of key: String, into reader: inout PropertyReader
  ) -> TimeInterval? {
    var step = 1.0
    var name = node.text.map { Spanned($0, at: node.span) }
    if node.entries != nil {
      var inner = PropertyReader(node, of: "'\(key)' of \(reader.subject)")
      name = inner.text("interval")
      step = inner.positiveNumber("step") ?? 1
      reader.report(inner.finish())
    }
    guard let name else {
      reader.wrongType(node, key, expected: "a number or an interval of time")
      return nil
    }
    if let interval = TimeInterval(named: name.value, step: step) { return interval }
    let names = TimeInterval.Unit.allCases.map(\.rawValue) + ["quarter"]
    reader.report(
      .chartUnsupported, "'\(name.value)' is no interval of time", at: name.span,
      help: Suggestion.didYouMean(name.value, among: names)
        ?? "it can be \(names.joined(separator: ", "))")
    return nil
  }
}
