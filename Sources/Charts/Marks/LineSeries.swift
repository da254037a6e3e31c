import Datasets

/// The points of lines and areas: one series a colour and detail, each in the order of its axis.
struct LineSeries: Sendable {
  /// One point of a series.
  struct Point: Sendable {
    let item: Int
    /// The place across the axis of values, in px.
    let across: Double
    /// The place along the axis of values, in px.
    let along: Double
    /// Where an area begins there, in px.
    let base: Double
  }

  /// The value that names it: its colour, or the first of its details.
  let name: Value
  /// The class of its colour.
  let style: String
  /// Its runs of points; a missing value ends a run.
  let runs: [[Point]]

  /// All its points.
  var points: [Point] { runs.flatMap { $0 } }

  /// The series of a layer, in the order in which the data name them.
  static func all(_ layer: BoundLayer, _ plot: Plot) -> [LineSeries] {
    var order: [[Value]] = []
    var items: [[Value]: [Int]] = [:]
    let color = layer[.color].flatMap { $0.path == nil ? nil : $0 }
    for item in 0..<layer.count {
      let key = [color?.values[item] ?? .missing] + layer.details.map { $0.values[item] }
      if items[key] == nil { order.append(key) }
      items[key, default: []].append(item)
    }
    return order.map { key in
      let members = items[key] ?? []
      let name = key.first { $0 != .missing } ?? .missing
      return LineSeries(
        name: name, style: plot.style(layer, members[0]), runs: runs(layer, plot, members))
    }
  }

  private static func runs(_ layer: BoundLayer, _ plot: Plot, _ members: [Int]) -> [[Point]] {
    let dimension = plot.dimensionScale(layer)
    let values = plot.valueScale(layer)
    let placed = members.compactMap { item -> (item: Int, across: Double)? in
      dimension.middle(layer.value(layer.dimensionChannel, item)).map { (item, $0) }
    }.sorted { ($0.across, $0.item) < ($1.across, $1.item) }
    var runs: [[Point]] = [[]]
    for (item, across) in placed {
      guard let ends = ends(layer, item, values) else {
        if runs[runs.count - 1].isEmpty == false { runs.append([]) }
        continue
      }
      runs[runs.count - 1].append(
        Point(item: item, across: across, along: ends.top, base: ends.base))
    }
    return runs.filter { !$0.isEmpty }
  }

  private static func ends(
    _ layer: BoundLayer, _ item: Int, _ scale: PositionScale
  ) -> (top: Double, base: Double)? {
    if let stack = layer.stack {
      guard stack[item].end.isFinite, let top = scale.place(stack[item].end),
        let base = scale.place(stack[item].start)
      else { return nil }
      return (top, base)
    }
    guard let top = scale.middle(layer.value(layer.valueChannel, item)) else { return nil }
    guard layer[layer.secondValueChannel] != nil else { return (top, scale.baseline) }
    return scale.middle(layer.value(layer.secondValueChannel, item)).map { (top, $0) }
  }
}
