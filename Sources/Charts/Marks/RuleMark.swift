import Datasets
import Diagnostics

/// Rules: straight lines, across the whole plot or between two ends.
struct RuleMark: Mark {
  /// One line.
  private struct Line: Sendable {
    let item: Int
    let from: (x: Double, y: Double)
    let to: (x: Double, y: Double)
  }

  let layer: BoundLayer
  private let lines: [Line]

  var obstacles: [Box] {
    lines.prefix(500).map { line in
      Box(
        minX: min(line.from.x, line.to.x) - 1, minY: min(line.from.y, line.to.y) - 1,
        maxX: max(line.from.x, line.to.x) + 1, maxY: max(line.from.y, line.to.y) + 1)
    }
  }

  static func validate(_ layer: BoundLayer) -> [Diagnostic] {
    var faults = MarkFault.estimates(layer) + MarkFault.strayEnds(layer)
    if layer[.x] == nil, layer[.y] == nil {
      faults += MarkFault.missing(positions: [.x, .y], layer)
    }
    return faults
  }

  static func measure(_ layer: BoundLayer, _ plot: Plot) -> RuleMark {
    // One constant line for many rows is drawn once.
    let isConstant =
      [Channel.x, .y, .x2, .y2].allSatisfy { layer[$0]?.path == nil }
      && !layer.channels.values.contains { $0.aggregate != nil }
    let count = isConstant ? min(layer.count, 1) : layer.count
    let lines = (0..<count).compactMap { item -> Line? in
      guard let x = ends(.x, .x2, layer, item, plot), let y = ends(.y, .y2, layer, item, plot)
      else { return nil }
      return Line(item: item, from: (x.0, y.0), to: (x.1, y.1))
    }
    return RuleMark(layer: layer, lines: lines)
  }

  /// The two ends on one axis: those given, one place for both, or the whole plot.
  private static func ends(
    _ first: Channel, _ second: Channel, _ layer: BoundLayer, _ item: Int, _ plot: Plot
  ) -> (Double, Double)? {
    guard layer[first] != nil else {
      return first == .x ? (plot.box.minX, plot.box.maxX) : (plot.box.minY, plot.box.maxY)
    }
    guard let start = PointMark.place(first, layer, item, plot) else { return nil }
    guard let other = layer[second] else { return (start, start) }
    return plot.scale(first).middle(other.values[item]).map { (start, $0) }
  }

  func draw(on canvas: inout Canvas, _ plot: Plot, labels: inout LabelPlacer) {
    for line in lines {
      let style = layer[.color] == nil ? "mark-neutral" : plot.style(layer, line.item)
      canvas.line(
        line.from.x, line.from.y, line.to.x, line.to.y, "\(style) stroke", look: Look(width: 1.5),
        title: ValueText.tooltip(layer, item: line.item, plot.words))
    }
  }
}
