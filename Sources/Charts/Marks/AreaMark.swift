import Datasets
import Diagnostics

/// Areas: amounts as a surface from zero, from a second end, or upon one another.
struct AreaMark: Mark {
  let layer: BoundLayer
  let series: [LineSeries]

  var obstacles: [Box] { [] }

  static func validate(_ layer: BoundLayer) -> [Diagnostic] {
    MarkFault.estimates(layer)
      + MarkFault.missing(positions: [.x, .y].filter { layer[$0] == nil }, layer)
  }

  static func measure(_ layer: BoundLayer, _ plot: Plot) -> AreaMark {
    AreaMark(layer: layer, series: LineSeries.all(layer, plot))
  }

  func draw(on canvas: inout Canvas, _ plot: Plot, labels: inout LabelPlacer) {
    let isStacked = layer.stack != nil
    for area in series {
      var surface = PathData()
      var edge = PathData()
      for run in area.runs {
        let upper = run.map { layer.orientation.point(along: $0.along, across: $0.across) }
        let lower = run.reversed().map {
          layer.orientation.point(along: $0.base, across: $0.across)
        }
        Interpolation.append(upper, to: &surface, layer.mark.interpolation)
        Interpolation.append(
          lower, to: &surface, mirrored(layer.mark.interpolation), isContinued: true)
        surface.close()
        Interpolation.append(upper, to: &edge, layer.mark.interpolation)
      }
      guard !surface.isEmpty else { continue }
      canvas.path(
        surface, "\(area.style) fill", look: Look(opacity: isStacked ? 0.85 : 0.3),
        title: area.name == .missing ? nil : ValueText.name(area.name, plot.words))
      if !isStacked {
        canvas.path(edge, "\(area.style) stroke", look: Look(width: 1.5, isRound: true))
      }
    }
  }

  /// The lower edge is drawn backwards, so that its steps turn the other way.
  private func mirrored(
    _ kind: MarkSpecification.Interpolation
  ) -> MarkSpecification.Interpolation {
    switch kind {
    case .stepBefore: .stepAfter
    case .stepAfter: .stepBefore
    default: kind
    }
  }
}
