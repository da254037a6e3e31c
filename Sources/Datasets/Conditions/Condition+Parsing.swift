public import Diagnostics
public import Documents

extension Condition {
  /// Reads a condition: text is a Vega expression (`kind == 'attack' && killed.low > 10`), a
  /// mapping a Vega-Lite predicate (`{field: kind, oneOf: [attack, claim]}`).
  ///
  /// - Returns: The condition, or nil with the diagnostics `condition-invalid`.
  public static func parse(_ node: Node) -> Outcome<Condition?> {
    var reader = PredicateReader()
    let expression = reader.expression(node, depth: 0)
    guard let expression, reader.diagnostics.errorCount == 0 else {
      return Outcome(nil, reader.diagnostics)
    }
    return Outcome(Condition(expression: expression, span: node.span), reader.diagnostics)
  }
}

/// A fault in the text of an expression, by its bytes.
struct ConditionFault: Error {
  let range: Range<Int>
  let message: String
  var help: String?
}

/// Where the bytes of an expression stand in their file.
struct ConditionPlaces {
  let node: Node
  private let isVerbatim: Bool

  init(node: Node, byteCount: Int) {
    self.node = node
    // Escapes and folded lines part the text from the bytes; then only the whole can be shown.
    self.isVerbatim = node.span.range.count == byteCount
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    isVerbatim ? node.span.slice(range.lowerBound, count: range.count) : node.span
  }
}
