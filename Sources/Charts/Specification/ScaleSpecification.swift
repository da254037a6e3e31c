import Diagnostics
import Documents

/// The properties of a scale: Vega-Lite's `scale`.
struct ScaleSpecification: Sendable {
  /// The kinds of continuous scales.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case linear, log, time, utc, band, point, ordinal
  }

  /// Its kind with its place; nil where that follows from the type.
  var kind: Spanned<Kind>?
  /// The values it covers, where the author says; the scalars' texts.
  var domain: [Node]?
  /// Whether zero is covered.
  var zero: Bool?
  /// Whether the domain is widened to round values.
  var nice: Bool?
  /// Whether it runs the other way.
  var isReversed = false
}

extension ScaleSpecification {
  /// Reads `scale: {…}`.
  static func read(_ node: Node, of channel: Channel) -> Outcome<ScaleSpecification> {
    var scale = ScaleSpecification()
    guard !node.isNull else {
      return Outcome(
        scale,
        [
          Diagnostic(
            .chartUnsupported,
            "'scale: null' of '\(channel.rawValue)' is not supported: values are never colours",
            at: node.span)
        ])
    }
    var reader = PropertyReader(node, of: "the scale of '\(channel.rawValue)'")
    scale.kind = reader.choice("type", of: Kind.self)
    scale.zero = reader.boolean("zero")
    scale.nice = reader.boolean("nice")
    scale.isReversed = reader.boolean("reverse") ?? false
    if let node = reader.node("domain") {
      if let elements = node.elements, !elements.isEmpty, elements.allSatisfy({ $0.text != nil }) {
        scale.domain = elements
      } else {
        reader.wrongType(node, "domain", expected: "a list of values")
      }
    }
    return Outcome(scale, reader.finish())
  }
}
