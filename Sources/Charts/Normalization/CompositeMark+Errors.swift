import Diagnostics
import Documents

/// Error bars and bands: how far values spread about their middle.
extension CompositeMark {
  mutating func errors() -> Outcome<Node> {
    guard let axis, let field = encoding[axis]?["field"]?.text else {
      return Outcome(node.removing(["mark"]), [lacking])
    }
    // A point in a name would ask for a part of a column.
    let name = field.replacing(".", with: "_")
    let (low, high) = ("lower_\(name)", "upper_\(name)")
    var transforms: [Node] = []
    var title = encoding[axis]?["title"]
    if encoding["\(axis)2"] != nil {
      let second = encoding["\(axis)2"]?["field"]?.text ?? field
      transforms = [calculate(quoted(field), low), calculate(quoted(second), high)]
    } else if let error = encoding["\(axis)Error"]?["field"]?.text {
      let below = encoding["\(axis)Error2"]?["field"]?.text
      let lower =
        below.map { "\(quoted(field)) + \(quoted($0))" } ?? "\(quoted(field)) - \(quoted(error))"
      transforms = [
        calculate("\(quoted(field)) + \(quoted(error))", high), calculate(lower, low),
      ]
    } else {
      let center = property("center")?.text ?? "mean"
      guard center == "mean" || center == "median" else {
        return Outcome(
          node.removing(["mark"]),
          [
            Diagnostic(
              .chartUnsupported, "'\(center)' is no centre of errors", at: property("center")?.span,
              help: "it can be mean or median")
          ])
      }
      let extent = property("extent")?.text ?? (center == "median" ? "iqr" : "stderr")
      guard ["ci", "iqr", "stderr", "stdev"].contains(extent) else {
        return Outcome(
          node.removing(["mark"]),
          [
            Diagnostic(
              .chartUnsupported, "'\(extent)' is no extent of errors", at: property("extent")?.span,
              help: "it can be ci, iqr, stderr or stdev")
          ])
      }
      transforms = steps + spread(axis, field, extent, low, high)
    }
    if title == nil { title = node.text(field) }
    isAggregated = !transforms.contains { $0["aggregate"] != nil }
    let parts =
      self.name == "errorband" ? band(axis, low, high, title) : bars(axis, low, high, title)
    return Outcome(layered(parts, transforms))
  }

  var lacking: Diagnostic {
    Diagnostic(
      .keyMissing, "a mark '\(name)' needs a field of amounts on one axis", at: mark.span,
      help: "add it to 'encoding' with 'type: quantitative'")
  }

  /// The steps that work out how far the values of each group spread.
  private func spread(
    _ axis: String, _ field: String, _ extent: String, _ low: String, _ high: String
  ) -> [Node] {
    let groupBy = node.list(groups(besides: axis))
    func aggregated(_ measures: [Node]) -> Node {
      node.mapping([("aggregate", node.list(measures)), ("groupby", groupBy)])
    }
    switch extent {
    case "ci": return [aggregated([aggregate("ci0", field, low), aggregate("ci1", field, high)])]
    case "iqr": return [aggregated([aggregate("q1", field, low), aggregate("q3", field, high)])]
    default:
      let (center, reach) = ("center_\(field)", "extent_\(field)")
      return [
        aggregated([aggregate(extent, field, reach), aggregate("mean", field, center)]),
        calculate("\(quoted(center)) + \(quoted(reach))", high),
        calculate("\(quoted(center)) - \(quoted(reach))", low),
      ]
    }
  }

  private func bars(_ axis: String, _ low: String, _ high: String, _ title: Node?) -> [Node] {
    let across = axis == "x" ? "vertical" : "horizontal"
    let plain = shared(axis)
    let whole = plain.setting(axis, to: position(axis, low, title: title))
      .setting("\(axis)2", to: node.mapping([("field", node.text(high))]))
    var layers: [Node] = []
    if let rule = part("rule", "rule", isOn: true, [("size", mark["size"])]) {
      layers.append(view(rule, whole))
    }
    for column in [low, high] {
      guard let tick = part("ticks", "tick", isOn: false, [("orient", node.text(across))]) else {
        continue
      }
      layers.append(view(tick, plain.setting(axis, to: position(axis, column, title: title))))
    }
    return layers
  }

  private func band(_ axis: String, _ low: String, _ high: String, _ title: Node?) -> [Node] {
    let other = axis == "x" ? "y" : "x"
    let isFlat = encoding[other] == nil
    let plain = shared(axis)
    let whole = plain.setting(axis, to: position(axis, low, title: title))
      .setting("\(axis)2", to: node.mapping([("field", node.text(high))]))
    let curve = mark.keeping(["interpolate", "tension"]).over(
      config?.keeping(["interpolate", "tension"]))
    let shape = (isFlat ? [] : (curve.entries ?? []).map { ($0.key, Optional($0.value)) })
    var layers: [Node] = []
    let opacity = node.plain("0.3")
    if let band = part(
      "band", isFlat ? "rect" : "area", isOn: true, [("opacity", opacity)] + shape)
    {
      let oriented =
        isFlat
        ? band : band.setting("orient", to: node.text(axis == "y" ? "vertical" : "horizontal"))
      layers.append(view(oriented, whole))
    }
    for column in [low, high] {
      guard let border = part("borders", isFlat ? "rule" : "line", isOn: false, shape) else {
        continue
      }
      layers.append(view(border, plain.setting(axis, to: position(axis, column, title: title))))
    }
    return layers
  }
}
