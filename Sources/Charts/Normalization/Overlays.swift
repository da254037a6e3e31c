import Documents

/// Makes layers of a line or an area that bears points or a line of its own (Vega-Lite, *Line with
/// Point Markers*, *Area with Overlaying Lines and Point Markers*).
enum Overlays {
  /// The layers that `node` stands for; `node` itself where its mark bears nothing.
  ///
  /// - Parameter config: The chart's configuration, which may ask for points on all lines.
  static func expand(_ node: Node, config: Node?) -> Node {
    guard let mark = node["mark"], let name = mark.markName, name == "line" || name == "area" else {
      return node
    }
    let settings = config?[name]
    let point = mark["point"] ?? settings?["point"]
    let line = name == "area" ? mark["line"] ?? settings?["line"] : nil
    let plain = mark.markMapping.removing(["point", "line"])
    guard isOn(point) || isOn(line) else {
      return mark.entries == nil ? node : node.setting("mark", to: plain)
    }
    var base = plain
    if name == "area", isOn(line), mark["opacity"] == nil, mark["fillOpacity"] == nil {
      base = base.setting("opacity", to: mark.plain("0.7"))
    }
    let shared = mark.markMapping
    var marks = [base]
    if let line, isOn(line) {
      marks.append(
        mark.mapping([("type", mark.text("line"))])
          .over(line.entries == nil ? nil : line)
          .over(shared.keeping(["clip", "interpolate", "tension", "tooltip", "color", "orient"])))
    }
    if let point, isOn(point) {
      let look = point.entries == nil ? nil : point
      var overlay = mark.mapping([("type", mark.text("point"))]).over(look)
        .over(mark.mapping([("opacity", mark.plain("1")), ("filled", mark.plain("true"))]))
        .over(shared.keeping(["clip", "tooltip", "color"]))
      if point.text == "transparent" { overlay = overlay.setting("opacity", to: mark.plain("0")) }
      marks.append(overlay)
    }
    let encoding = node["encoding"]
    let layers = marks.enumerated().map { index, mark in
      let part =
        index == 0 ? encoding : encoding.map { stacked($0, name, over: node) }
      return node.mapping([("mark", mark), ("encoding", part)])
    }
    return node.removing(["mark", "encoding"]).setting("layer", to: mark.list(layers))
  }

  /// What lies upon a stacked area is stacked as it is.
  private static func stacked(_ encoding: Node, _ mark: String, over node: Node) -> Node {
    let kept = encoding.removing(["shape"])
    guard mark == "area" else { return kept }
    let parts = ["color", "fill", "stroke", "detail", "opacity"].contains {
      encoding[$0]?["field"] != nil || encoding[$0]?.elements?.isEmpty == false
    }
    guard parts else { return kept }
    var result = kept
    for channel in ["x", "y"] {
      guard let definition = encoding[channel], definition.entries != nil,
        definition["stack"] == nil,
        definition["aggregate"] != nil || definition["type"]?.text == "quantitative",
        encoding["\(channel)2"] == nil
      else { continue }
      // Between two amounts the one along y is stacked, unless the area lies on its side.
      let other = encoding[channel == "x" ? "y" : "x"]
      let isAmount =
        other?["type"]?.text == "quantitative" || other?["aggregate"] != nil
      let liesDown = node["mark"]?["orient"]?.text == "horizontal"
      if channel == "x", isAmount, !liesDown, encoding["y2"] == nil { continue }
      if channel == "y", isAmount, liesDown { continue }
      result = result.setting(
        channel, to: definition.setting("stack", to: definition.text("zero")))
      break
    }
    return result
  }

  private static func isOn(_ node: Node?) -> Bool {
    guard let node, !node.isNull else { return false }
    return node.boolean != false
  }
}
