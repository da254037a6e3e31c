import Values

@testable import Charts

/// Where the marks of a picture are, in px from the corners of their plots.
enum DrawnGeometry {
  static func geometry(_ chart: BoundChart) -> [String: [[Double]]] {
    let drawing = ChartDrawing(chart, width: nil, language: .english, idPrefix: "p")
    let layout = ViewLayout(
      chart: chart, words: ChartWords(.english), visual: drawing.visual, isNarrow: false)
    let guides = ViewLayout.Guides(isAlone: chart.view.plots.count == 1)
    let laid = layout.layout(chart.view, available: nil, guides)
    var found: [String: [[Double]]] = [:]
    for (plot, box) in ChartDrawing.boxes(laid, x: 0, y: 0) {
      for unit in plot.model.units {
        let mark = unit.mark.kind.implementation.measure(drawing.frame(unit, box))
        add(mark, box, &found)
      }
    }
    return found
  }

  private static func add(_ mark: any Mark, _ box: Box, _ found: inout [String: [[Double]]]) {
    func rectangle(_ inner: Box) -> [Double] {
      [inner.minX - box.minX, inner.minY - box.minY, inner.width, inner.height]
    }
    switch mark {
    case let bars as BarMark: found["rect", default: []] += bars.boxes.map { rectangle($0.box) }
    case let ticks as TickMark: found["rect", default: []] += ticks.boxes.map { rectangle($0.box) }
    case let points as PointMark:
      found["symbol", default: []] += points.points.map { [$0.x - box.minX, $0.y - box.minY] }
    case let rules as RuleMark:
      found["rule", default: []] += rules.lines.map { line in
        [
          line.from.x - box.minX, line.from.y - box.minY, line.to.x - box.minX,
          line.to.y - box.minY,
        ]
      }
    case let texts as TextMark:
      found["text", default: []] += texts.texts.map { [$0.x - box.minX, $0.y - box.minY] }
    case let lines as LineMark:
      found["line", default: []] += lines.lines.map { line in
        line.runs.flatMap { run in run.flatMap { [$0.x - box.minX, $0.y - box.minY] } }
      }
    case let areas as AreaMark:
      found["area", default: []] += areas.areas.map { area in
        let isUpright = areas.frame.unit.orientation == .vertical
        return area.runs.flatMap { run in
          run.flatMap { point in
            isUpright
              ? [point.across - box.minX, point.high - box.minY]
              : [point.high - box.minX, point.across - box.minY]
          }
        }
      }
    default: break
    }
  }

  /// What lies elsewhere than the reference has it, by more than the tolerance of 1.5 px.
  static func differences(
    _ own: [String: [[Double]]], _ reference: VegaLiteCase.Reference
  ) -> [String] {
    var found: [String] = []
    for (kind, value) in (reference.geom ?? [:]).sorted(by: { $0.key < $1.key }) {
      let wanted = value.elements.map(\.numbers)
      var rest = own[kind] ?? []
      var missing: [[Double]] = []
      for item in wanted {
        let isPath = kind == "line" || kind == "area"
        let count = kind == "area" ? item.count / 2 : item.count
        let index = rest.firstIndex { other in
          if isPath {
            // Of an area the upper edge is compared, and of lines those that are not curved.
            guard other.count <= item.count else { return false }
            return zip(other, item.prefix(max(count, other.count))).allSatisfy {
              abs($0 - $1) <= 1.5
            }
          }
          guard other.count == item.count else { return false }
          // Of a rule it does not matter which end comes first.
          let turned = kind == "rule" ? Array(item[2...] + item[..<2]) : item
          return [item, turned].contains { wanted in
            zip(other, wanted).allSatisfy { abs($0 - $1) <= 1.5 }
          }
        }
        if let index { rest.remove(at: index) } else { missing.append(item) }
      }
      if let first = missing.first {
        let near = rest.first.map { $0.prefix(8).map { ($0 * 100).rounded() / 100 } } ?? []
        found.append(
          "\(kind) \(missing.count)/\(wanted.count): \(first.prefix(8).map { $0 }) is \(near)")
      }
    }
    return found
  }
}
