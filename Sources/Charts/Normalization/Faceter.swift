import Documents

/// Makes a facet of a view whose encoding has `row`, `column` or `facet`: what decides the parts is
/// said about the view, and the rest within it (Vega-Lite, *Row, Column and Facet Channels*).
enum Faceter {
  private static let channels: Set<String> = ["row", "column", "facet"]
  /// What belongs to the whole rather than to each part.
  private static let outerKeys: Set<String> = [
    "data", "transform", "title", "description", "resolve", "config", "params", "name", "datasets",
    "source", "note", "$schema", "align", "bounds", "center", "spacing", "padding", "autosize",
    "background",
  ]

  /// The facet that `node` stands for; `node` itself where it has no such channel.
  static func expand(_ node: Node) -> Node {
    guard let encoding = node["encoding"], node["facet"] == nil,
      let entries = encoding.entries,
      entries.contains(where: { channels.contains($0.key) && !$0.value.isNull })
    else { return node }
    let parts = entries.filter { channels.contains($0.key) && !$0.value.isNull }
    // A wrapped facet stands alone; beside rows or columns it is none.
    let wrapped = parts.first { $0.key == "facet" }
    let facet =
      parts.count == 1 && wrapped != nil
      ? wrapped?.value : Node(.mapping(parts.filter { $0.key != "facet" }), at: encoding.span)
    let inner = node.removing(outerKeys).setting("encoding", to: encoding.removing(channels))
    var outer = node.keeping(outerKeys).setting("facet", to: facet).setting("spec", to: inner)
    if let columns = wrapped?.value["columns"] { outer = outer.setting("columns", to: columns) }
    if let spacing = wrapped?.value["spacing"], outer["spacing"] == nil {
      outer = outer.setting("spacing", to: spacing)
    }
    return outer
  }
}
