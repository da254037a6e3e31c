import Diagnostics
import Documents

/// Makes of a `repeat` what it stands for: views beside one another or upon one another, each with
/// one of the fields (Vega-Lite, *Repeat*).
enum Repeater {
  /// More views than this are a mistake, and would fill no page.
  static let limit = 400

  /// The view that `node` stands for; `node` itself where it repeats nothing.
  static func expand(_ node: Node) -> Outcome<Node> {
    guard let fields = node["repeat"], let inner = node["spec"] else { return Outcome(node) }
    let rest = node.removing(["repeat", "spec"])
    if let names = fields.elements {
      return expand(rest, inner, names, "repeat", as: "concat")
    }
    let layers = fields["layer"]?.elements
    let rows = fields["row"]?.elements
    let columns = fields["column"]?.elements
    guard layers != nil || rows != nil || columns != nil else {
      return Outcome(
        rest.over(inner),
        [
          Diagnostic(
            .valueTypeWrong, "'repeat' is \(fields.kindInWords), not a list of fields",
            at: fields.span, help: "write a list, or {row: […], column: […]}, or {layer: […]}")
        ])
    }
    var diagnostics: [Diagnostic] = []
    func layered(_ view: Node) -> Node {
      guard let layers else { return view }
      let layer = view.list(layers.map { replace(view, "layer", $0) })
      return view.mapping([("layer", layer)])
    }
    guard rows != nil || columns != nil else {
      return Outcome(rest.setting("layer", to: layered(inner)["layer"]))
    }
    var views: [Node] = []
    for row in rows ?? [node.plain("~")] {
      for column in columns ?? [node.plain("~")] {
        var view = inner
        if rows != nil { view = replace(view, "row", row) }
        if columns != nil { view = replace(view, "column", column) }
        views.append(layered(view))
      }
    }
    limited(&views, fields, &diagnostics)
    return Outcome(
      rest.setting("concat", to: fields.list(views))
        .setting("columns", to: fields.plain("\(columns?.count ?? 1)")), diagnostics)
  }

  private static func expand(
    _ rest: Node, _ inner: Node, _ names: [Node], _ key: String, as form: String
  ) -> Outcome<Node> {
    var diagnostics: [Diagnostic] = []
    var views = names.map { replace(inner, key, $0) }
    limited(&views, rest, &diagnostics)
    return Outcome(rest.setting(form, to: rest.list(views)), diagnostics)
  }

  private static func limited(_ views: inout [Node], _ node: Node, _ found: inout [Diagnostic]) {
    guard views.count > limit else { return }
    found.append(
      Diagnostic(
        .valueInvalid, "this repeats a view \(views.count) times, and the most is \(limit)",
        at: node.span))
    views = Array(views.prefix(limit))
  }

  /// The view with every `{repeat: KEY}` replaced by `value`.
  private static func replace(_ node: Node, _ key: String, _ value: Node) -> Node {
    switch node.content {
    case .scalar: return node
    case .sequence(let elements):
      return Node(.sequence(elements.map { replace($0, key, value) }), at: node.span)
    case .mapping(let entries):
      if entries.count == 1, entries[0].key == "repeat", entries[0].value.text == key {
        return value
      }
      return Node(
        .mapping(
          entries.map {
            Node.Entry(key: $0.key, keySpan: $0.keySpan, value: replace($0.value, key, value))
          }), at: node.span)
    }
  }
}
