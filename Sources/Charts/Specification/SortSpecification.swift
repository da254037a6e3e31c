import Diagnostics
import Documents

/// The order of a discrete axis or of colours: Vega-Lite's `sort`.
enum SortSpecification: Sendable {
  /// Rising, by the values themselves.
  case ascending
  /// Falling, by the values themselves.
  case descending
  /// As the data come: `sort: null`.
  case data
  /// By another channel of the same mark.
  case channel(Channel, descending: Bool)
  /// By a field, aggregated over the rows of each value.
  case field(Spanned<String>?, AggregateOperation, descending: Bool)
  /// In an order given; what it leaves out follows.
  case values([String])
}

/// Which way an order runs.
enum SortOrder: String, Hashable, Sendable, CaseIterable {
  case ascending, descending
}

extension SortSpecification {
  /// Reads any of the forms of `sort`.
  static func read(_ node: Node, of channel: Channel) -> Outcome<SortSpecification> {
    if node.isNull { return Outcome(.data) }
    if let elements = node.elements { return Outcome(.values(elements.compactMap(\.text))) }
    if let text = node.text { return read(text, at: node.span, of: channel) }
    var reader = PropertyReader(node, of: "the sort of '\(channel.rawValue)'")
    let descending =
      reader.choice("order", of: SortOrder.self)?.value == .descending
    if let other = reader.choice("encoding", of: Channel.self) {
      return Outcome(.channel(other.value, descending: descending), reader.finish())
    }
    let field = reader.text("field")
    let operation = reader.choice("op", of: AggregateOperation.self)?.value
    let fallback: AggregateOperation = field == nil ? .count : .mean
    return Outcome(.field(field, operation ?? fallback, descending: descending), reader.finish())
  }

  private static func read(
    _ text: String, at span: SourceSpan, of channel: Channel
  ) -> Outcome<SortSpecification> {
    if let order = SortOrder(rawValue: text) {
      return Outcome(order == .ascending ? .ascending : .descending)
    }
    let isDescending = text.hasPrefix("-")
    let name = isDescending ? String(text.dropFirst()) : text
    if let other = Channel(rawValue: name) {
      return Outcome(.channel(other, descending: isDescending))
    }
    return Outcome(
      .ascending,
      [
        Diagnostic(
          .chartUnsupported, "'\(text)' is no order for '\(channel.rawValue)'", at: span,
          help: "it can be ascending, descending, a channel such as '-y', or {field: …}")
      ])
  }
}
