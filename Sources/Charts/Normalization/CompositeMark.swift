import Diagnostics
import Documents

/// One composite mark: which axis it spreads along, and the layers it is made of.
struct CompositeMark {
  let node: Node
  let mark: Node
  let name: String
  /// What the configuration says of the mark.
  let config: Node?
  let encoding: Node
  /// Whether the data hold the ends already, so that nothing is cut or grouped before.
  var isAggregated = false

  init(_ node: Node, _ mark: Node, _ name: String, _ config: Node?) {
    self.node = node
    self.mark = mark
    self.name = name
    self.config = config?[name]
    encoding = node["encoding"] ?? node.mapping([])
  }

  /// A property of the mark, or of the configuration.
  func property(_ key: String) -> Node? { mark[key] ?? config?[key] }

  /// The channel that is spread: the one of amounts; nil where there is none.
  var axis: String? {
    func isAmount(_ channel: String) -> Bool {
      guard let definition = encoding[channel] else { return false }
      if let type = definition["type"]?.text { return type == "quantitative" }
      return encoding["\(channel)2"] != nil || encoding["\(channel)Error"] != nil
        || definition["aggregate"] != nil
    }
    // What has ends of its own is what reaches from one to the other, be it an amount or a time.
    func hasEnds(_ channel: String) -> Bool {
      encoding[channel] != nil
        && (encoding["\(channel)2"] != nil || encoding["\(channel)Error"] != nil)
    }
    if hasEnds("x") != hasEnds("y") { return hasEnds("x") ? "x" : "y" }
    switch (isAmount("x"), isAmount("y")) {
    case (true, false): return "x"
    case (false, true): return "y"
    case (false, false):
      // Without a type the one beside a name or a time is the amount.
      if encoding["y"]?["field"] != nil, encoding["x"]?["type"] != nil { return "y" }
      return encoding["y"] != nil ? "y" : encoding["x"] != nil ? "x" : nil
    case (true, true):
      if let orient = mark["orient"]?.text { return orient == "vertical" ? "y" : "x" }
      let aggregated = (encoding["x"]?["aggregate"] != nil, encoding["y"]?["aggregate"] != nil)
      if aggregated.0 != aggregated.1 { return aggregated.0 ? "x" : "y" }
      return "y"
    }
  }

  /// The fields that part the groups: all others that are not aggregated.
  func groups(besides axis: String) -> [Node] {
    var names: [String] = []
    for entry in encoding.entries ?? [] {
      let channel = entry.key
      guard ![axis, "\(axis)2", "\(axis)Error", "\(axis)Error2", "tooltip"].contains(channel) else {
        continue
      }
      for definition in entry.value.elements ?? [entry.value] {
        guard definition["aggregate"] == nil, let field = definition["field"]?.text else {
          continue
        }
        let name =
          definition["timeUnit"] != nil || definition["bin"]?.boolean == true
          ? groupColumn(definition, field) : field
        if !names.contains(name) { names.append(name) }
      }
    }
    return names.map(node.text)
  }

  /// The column that holds a field cut to its unit of time or put into bins.
  private func groupColumn(_ definition: Node, _ field: String) -> String {
    if let unit = definition["timeUnit"]?.text { return "\(unit)_\(field)" }
    return "bin_\(field)"
  }

  /// Steps that cut times and make bins before the groups are made.
  var steps: [Node] {
    var steps: [Node] = []
    for entry in encoding.entries ?? [] {
      let definition = entry.value
      guard let field = definition["field"], let name = field.text else { continue }
      if let unit = definition["timeUnit"] {
        steps.append(
          node.mapping([
            ("timeUnit", unit), ("field", field),
            ("as", node.text(groupColumn(definition, name))),
          ]))
      } else if let bin = definition["bin"], bin.boolean != false, !bin.isNull,
        bin.text != "binned"
      {
        let column = groupColumn(definition, name)
        steps.append(
          node.mapping([
            ("bin", bin), ("field", field),
            ("as", node.list([node.text(column), node.text("\(column)_end")])),
          ]))
      }
    }
    return steps
  }

  /// The encoding of the layers without the axis that is spread; times and bins are made already.
  func shared(_ axis: String, without left: Set<String> = []) -> Node {
    let gone = left.union([axis, "\(axis)2", "\(axis)Error", "\(axis)Error2"])
    let entries = (encoding.removing(gone).entries ?? []).map { entry -> Node.Entry in
      let definition = entry.value
      guard let field = definition["field"], let name = field.text,
        let unit = definition["timeUnit"], !isAggregated
      else { return entry }
      let cut = definition.setting("field", to: node.text(groupColumn(definition, name)))
        .setting("timeUnit", to: node.text("binned" + (unit.text ?? "year")))
      let titled =
        definition["title"] == nil && definition["axis"]?["title"] == nil
        ? cut.setting("title", to: node.text("\(name) (\(unit.text ?? ""))")) : cut
      return Node.Entry(key: entry.key, keySpan: entry.keySpan, value: titled)
    }
    return Node(.mapping(entries), at: encoding.span)
  }

  /// The definition of the axis for one of the columns that were made.
  func position(_ axis: String, _ column: String, title: Node?) -> Node {
    let definition = encoding[axis] ?? node.mapping([])
    var result = definition.removing(["aggregate", "bin", "timeUnit"])
      .setting("field", to: node.text(column))
    if result["type"] == nil { result = result.setting("type", to: node.text("quantitative")) }
    if definition["title"] == nil, definition["axis"]?["title"] == nil, let title {
      result = result.setting("title", to: title)
    }
    return result
  }

  /// The mark of a part with its own look over the composite's; nil where it is turned off.
  func part(
    _ key: String, _ type: String, isOn: Bool, _ defaults: [(String, Node?)] = []
  ) -> Node? {
    let setting = property(key)
    if let setting, setting.boolean == false || setting.isNull { return nil }
    guard isOn || setting != nil else { return nil }
    let own = setting?.entries == nil ? nil : setting
    let shared = mark.keeping(["color", "opacity", "clip", "tooltip", "thickness"])
      .over(config?.keeping(["color", "opacity", "thickness"]))
    let kept = type == "tick" ? shared : shared.removing(["thickness"])
    return node.mapping([("type", node.text(type)), ("part", node.text("\(name)-\(key)"))])
      .over(own).over(kept).over(node.mapping(defaults))
  }

  /// A view whose layers are these, with the steps before them.
  func layered(_ layers: [Node], _ transforms: [Node]) -> Node {
    let own = node["transform"]?.elements ?? []
    let all = own + transforms
    var result = node.removing(["mark", "encoding", "transform"])
    if !all.isEmpty { result = result.setting("transform", to: node.list(all)) }
    return result.setting("layer", to: node.list(layers))
  }

  func view(_ mark: Node, _ encoding: Node, _ transforms: [Node] = []) -> Node {
    node.mapping([
      ("transform", transforms.isEmpty ? nil : node.list(transforms)), ("mark", mark),
      ("encoding", encoding),
    ])
  }

  func aggregate(_ operation: String, _ field: String, _ name: String) -> Node {
    node.mapping([
      ("op", node.text(operation)), ("field", encoding[axis ?? "y"]?["field"] ?? node.text(field)),
      ("as", node.text(name)),
    ])
  }

  /// A field of the row, as an expression writes it: a part of a column is a step into it.
  func quoted(_ field: String) -> String {
    let path = DatumPath(field)
    let names = path.map { [$0.first] + $0.steps } ?? [field]
    return names.reduce("datum") { expression, name in
      let escaped = name.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
      return "\(expression)['\(escaped)']"
    }
  }

  func calculate(_ expression: String, _ name: String) -> Node {
    node.mapping([("calculate", node.text(expression)), ("as", node.text(name))])
  }
}
