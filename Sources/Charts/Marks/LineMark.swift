import Datasets
import Diagnostics

/// Lines: how an amount changes, one line a colour.
struct LineMark: Mark {
  /// Up to so many points are shown as dots, which also say their values.
  static let dotLimit = 60

  let layer: BoundLayer
  let series: [LineSeries]
  private let boxes: [Box]

  var obstacles: [Box] { boxes }

  static func validate(_ layer: BoundLayer) -> [Diagnostic] {
    MarkFault.estimates(layer)
      + MarkFault.missing(positions: [.x, .y].filter { layer[$0] == nil }, layer)
  }

  static func measure(_ layer: BoundLayer, _ plot: Plot) -> LineMark {
    let series = LineSeries.all(layer, plot)
    // Labels of other layers keep clear of the points; of the strokes between them they need not.
    let boxes = series.flatMap(\.points).prefix(500).map { point in
      let (x, y) = layer.orientation.point(along: point.along, across: point.across)
      return Box(minX: x - 3, minY: y - 3, maxX: x + 3, maxY: y + 3)
    }
    return LineMark(layer: layer, series: series, boxes: Array(boxes))
  }

  func draw(on canvas: inout Canvas, _ plot: Plot, labels: inout LabelPlacer) {
    let count = series.reduce(0) { $0 + $1.points.count }
    let showsDots = layer.mark.showsPoints ?? (count <= LineMark.dotLimit)
    for line in series {
      var path = PathData()
      for run in line.runs where run.count > 1 {
        let points = run.map { layer.orientation.point(along: $0.along, across: $0.across) }
        Interpolation.append(points, to: &path, layer.mark.interpolation)
      }
      if !path.isEmpty {
        canvas.path(
          path, "\(line.style) stroke", look: Look(width: 2, isRound: true),
          title: line.name == .missing ? nil : ValueText.name(line.name, plot.words))
      }
      for run in line.runs {
        for point in run where showsDots || run.count == 1 {
          let (x, y) = layer.orientation.point(along: point.along, across: point.across)
          canvas.circle(
            x, y, radius: 2.5, "\(line.style) fill",
            title: ValueText.tooltip(layer, item: point.item, plot.words))
        }
      }
    }
    if layer.mark.showsLabels == true {
      PointLabels.draw(
        on: &canvas, plot, layer,
        series.flatMap(\.points).map { point in
          let (x, y) = layer.orientation.point(along: point.along, across: point.across)
          return PointLabels.Place(item: point.item, x: x, y: y, radius: 3)
        }, &labels)
    }
  }
}
