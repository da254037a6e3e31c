import Diagnostics
import Documents

/// Which way an order runs.
enum SortOrder: String, Hashable, Sendable, CaseIterable {
  case ascending, descending
}

/// The order of a discrete axis or of colours: Vega-Lite's `sort`.
enum SortSpecification: Sendable {
  /// By the values themselves.
  case order(SortOrder)
  /// As the data come: `sort: null`.
  case data
  /// By another channel of the same mark.
  case channel(Channel, SortOrder)
  /// By a field, aggregated over the rows of each value.
  case field(Spanned<String>?, AggregateOperation?, SortOrder)
  /// In an order given; what it leaves out follows.
  case values([Datum])
}

extension SortSpecification {
  /// Reads any of the forms of `sort`.
  static func read(_ node: Node, of channel: Channel) -> Outcome<SortSpecification> {
    if node.isNull { return Outcome(.data) }
    if let elements = node.elements {
      var diagnostics: [Diagnostic] = []
      let values = elements.map { DatumReader.datum($0).take(into: &diagnostics) }
      return Outcome(.values(values), diagnostics)
    }
    if let text = node.text { return read(text, at: node.span, of: channel) }
    var reader = PropertyReader(node, of: "the sort of '\(channel.rawValue)'")
    let order = reader.choice("order", of: SortOrder.self)?.value ?? .ascending
    if let other = reader.choice("encoding", of: Channel.self) {
      return Outcome(.channel(other.value, order), reader.finish())
    }
    let field = reader.text("field")
    let operation = reader.choice("op", of: AggregateOperation.self)?.value
    return Outcome(.field(field, operation, order), reader.finish())
  }

  private static func read(
    _ text: String, at span: SourceSpan, of channel: Channel
  ) -> Outcome<SortSpecification> {
    if let order = SortOrder(rawValue: text) { return Outcome(.order(order)) }
    let isDescending = text.hasPrefix("-")
    let name = isDescending ? String(text.dropFirst()) : text
    if let other = Channel(rawValue: name) {
      return Outcome(.channel(other, isDescending ? .descending : .ascending))
    }
    return Outcome(
      .order(.ascending),
      [
        Diagnostic(
          .chartUnsupported, "'\(text)' is no order for '\(channel.rawValue)'", at: span,
          help: "it can be ascending, descending, a channel such as '-y', or {field: …}")
      ])
  }
}
