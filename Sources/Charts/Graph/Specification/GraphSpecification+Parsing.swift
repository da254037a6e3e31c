import Datasets
public import Diagnostics
public import Documents

extension GraphSpecification {
  /// Reads the content of a `graph` block.
  ///
  /// - Returns: The specification, or nil where it lacks what no graph can do without: `data`,
  ///   `from` and `to` (`key-missing`). A key that graphs do not have is the error
  ///   `block-key-unknown` at the key.
  public static func parse(_ node: Node) -> Outcome<GraphSpecification?> {
    var reader = MappingReader(node, of: "a graph", unknownKey: .blockKeyUnknown)
    // What is no mapping has one fault, not one for each key that it cannot have.
    guard node.entries != nil || node.isNull else { return Outcome(nil, reader.finish()) }
    let data = reader.rows()
    let from = reader.requiredWords("from")
    let to = reader.requiredWords("to")
    let kind = reader.words("kind")
    let period = reader.words("period")
    let certainty = reader.words("certainty")
    let nodes = readNodes(&reader)
    let condition = reader.condition("where")
    var order: [SortKey] = []
    if let node = reader.node("sort") { order = reader.take(SortKey.parse(node)) }
    let isDirected = reader.boolean("directed") ?? true
    let direction = readDirection(&reader)
    let caption = reader.words("caption")
    let title = reader.words("title")
    let description = reader.words("description")
    let source = reader.node("source")
    let note = reader.words("note")
    let diagnostics = reader.finish()
    guard let data, let from, let to else { return Outcome(nil, diagnostics) }
    return Outcome(
      GraphSpecification(
        data: data, from: from, to: to, kind: kind, period: period, certainty: certainty,
        nodes: nodes, condition: condition, order: order, isDirected: isDirected,
        direction: direction, title: caption ?? title, description: description, source: source,
        note: note, span: node.span),
      diagnostics)
  }

  /// `nodes` is a dataset's name, or a mapping that says which of its columns mean what.
  private static func readNodes(_ reader: inout MappingReader) -> Nodes? {
    guard let node = reader.node("nodes") else { return nil }
    if let name = node.text, !name.isEmpty {
      return Nodes(data: Spanned(name, at: node.span), key: nil, label: nil, kind: nil)
    }
    var inner = MappingReader(node, of: "the nodes of a graph", unknownKey: .blockKeyUnknown)
    let data = inner.requiredWords("data")
    let key = inner.words("key")
    let label = inner.words("label")
    let kind = inner.words("kind")
    for diagnostic in inner.finish() { reader.report(diagnostic) }
    return data.map { Nodes(data: $0, key: key, label: label, kind: kind) }
  }

  private static func readDirection(_ reader: inout MappingReader) -> Direction? {
    guard let words = reader.words("direction") else { return nil }
    if let direction = Direction(rawValue: words.value) { return direction }
    let names = Direction.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or ")
    reader.report(
      Diagnostic(
        .valueInvalid, "'\(words.value)' is no direction of a graph", at: words.span,
        help: "write \(names), or leave it out for whichever fits"))
    return nil
  }
}
