import Diagnostics
import Documents

/// Box plots: the middle half as a box, the median as a stroke, whiskers to what is not far off,
/// and points for what is (Tukey).
extension CompositeMark {
  func boxPlot() -> Outcome<Node> {
    guard let axis, let field = encoding[axis]?["field"]?.text else {
      return Outcome(node.removing(["mark"]), [lacking])
    }
    let extent = property("extent")
    let isWhole = extent?.text == "min-max"
    let reach = extent?.number ?? 1.5
    if let extent, !isWhole, extent.number == nil || reach < 0 {
      return Outcome(
        node.removing(["mark"]),
        [
          Diagnostic(
            .valueInvalid, "this is no extent of whiskers", at: extent.span,
            help: "write a number of boxes, such as 1.5, or min-max")
        ])
    }
    let title = encoding[axis]?["title"] ?? node.text(field)
    let names = BoxNames(field: field)
    let groupBy = node.list(groups(besides: axis))
    let whiskers: [Node]
    if isWhole {
      whiskers = [
        node.mapping([
          (
            "aggregate",
            node.list([
              aggregate("min", field, names.lowerWhisker),
              aggregate("max", field, names.upperWhisker),
              aggregate("q1", field, names.lowerBox), aggregate("q3", field, names.upperBox),
            ])
          ), ("groupby", groupBy),
        ])
      ]
    } else {
      whiskers =
        [quartiles(field, names, groupBy), within(field, names, reach)] + [
          node.mapping([
            (
              "aggregate",
              node.list([
                aggregate("min", field, names.lowerWhisker),
                aggregate("max", field, names.upperWhisker),
                named("min", names.lowerBox), named("max", names.upperBox),
              ])
            ), ("groupby", groupBy),
          ])
        ]
    }
    var layers: [Node] = []
    if !isWhole, let outlier = part("outliers", "point", isOn: true) {
      let outside = node.mapping([
        ("filter", node.text("!(\(condition(field, names, reach)))"))
      ])
      let encoding = shared(axis, without: ["size"])
        .setting(axis, to: position(axis, field, title: title))
      layers.append(
        view(outlier, encoding, [quartiles(field, names, groupBy), outside]))
    }
    layers += whiskerLayers(axis, names, title, whiskers)
    layers += boxLayers(axis, field, names, title, groupBy)
    return Outcome(layered(layers, steps))
  }

  /// The names of the columns that are made.
  struct BoxNames {
    let field: String
    var lowerBox: String { "lower_box_\(field)" }
    var upperBox: String { "upper_box_\(field)" }
    var middle: String { "mid_box_\(field)" }
    var lowerWhisker: String { "lower_whisker_\(field)" }
    var upperWhisker: String { "upper_whisker_\(field)" }
  }

  private func named(_ operation: String, _ column: String) -> Node {
    node.mapping([
      ("op", node.text(operation)), ("field", node.text(column)), ("as", node.text(column)),
    ])
  }

  private func quartiles(_ field: String, _ names: BoxNames, _ groupBy: Node) -> Node {
    node.mapping([
      (
        "joinaggregate",
        node.list([
          aggregate("q1", field, names.lowerBox), aggregate("q3", field, names.upperBox),
        ])
      ), ("groupby", groupBy),
    ])
  }

  /// What lies no further from the box than so many times its length.
  private func condition(_ field: String, _ names: BoxNames, _ reach: Double) -> String {
    let (low, high, value) = (quoted(names.lowerBox), quoted(names.upperBox), quoted(field))
    let length = "(\(high) - \(low))"
    return "\(low) - \(reach) * \(length) <= \(value) && \(value) <= \(high) + \(reach) * \(length)"
  }

  private func within(_ field: String, _ names: BoxNames, _ reach: Double) -> Node {
    node.mapping([("filter", node.text(condition(field, names, reach)))])
  }

  private func whiskerLayers(
    _ axis: String, _ names: BoxNames, _ title: Node, _ transforms: [Node]
  ) -> [Node] {
    let plain = shared(axis, without: ["size", "color", "fill", "stroke", "shape"])
    var layers: [Node] = []
    let ends = [(names.lowerWhisker, names.lowerBox), (names.upperBox, names.upperWhisker)]
    if let rule = part("rule", "rule", isOn: true)?.removing(["color"]).over(property("rule")) {
      for (from, to) in ends {
        let encoding = plain.setting(axis, to: position(axis, from, title: title))
          .setting("\(axis)2", to: node.mapping([("field", node.text(to))]))
        layers.append(view(rule, encoding, transforms))
      }
    }
    let across = axis == "x" ? "vertical" : "horizontal"
    for column in [names.lowerWhisker, names.upperWhisker] {
      guard let tick = part("ticks", "tick", isOn: false, [("orient", node.text(across))]) else {
        continue
      }
      layers.append(
        view(tick, plain.setting(axis, to: position(axis, column, title: title)), transforms))
    }
    return layers
  }

  private func boxLayers(
    _ axis: String, _ field: String, _ names: BoxNames, _ title: Node, _ groupBy: Node
  ) -> [Node] {
    let transforms = [
      node.mapping([
        (
          "aggregate",
          node.list([
            aggregate("q1", field, names.lowerBox), aggregate("q3", field, names.upperBox),
            aggregate("median", field, names.middle),
          ])
        ), ("groupby", groupBy),
      ])
    ]
    let size = property("size") ?? node.plain("14")
    let direction = axis == "y" ? "vertical" : "horizontal"
    var layers: [Node] = []
    if let box = part(
      "box", "bar", isOn: true, [("size", size), ("orient", node.text(direction))])
    {
      let encoding = shared(axis, without: ["size"])
        .setting(axis, to: position(axis, names.lowerBox, title: title))
        .setting("\(axis)2", to: node.mapping([("field", node.text(names.upperBox))]))
      layers.append(view(box, encoding, transforms))
    }
    let across = axis == "x" ? "vertical" : "horizontal"
    if let median = part(
      "median", "tick", isOn: true,
      [("size", size), ("orient", node.text(across))])?.removing(["color", "opacity"])
      .over(property("median")?.entries == nil ? nil : property("median"))
      .over(node.mapping([("color", node.text("white")), ("opacity", node.plain("1"))]))
    {
      let encoding = shared(axis, without: ["size", "color", "fill", "stroke", "shape"])
        .setting(axis, to: position(axis, names.middle, title: title))
      layers.append(view(median, encoding, transforms))
    }
    return layers
  }
}
