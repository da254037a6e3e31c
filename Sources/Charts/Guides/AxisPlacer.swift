/// Finds places for the labels of an axis.
struct AxisPlacer {
  let config: ChartConfig
  let isNarrow: Bool
  /// How wide labels at the side may be, in px.
  let sideLimit: Double

  /// Places the labels of a horizontal or a vertical axis.
  func place(
    _ model: AxisModel, _ scale: PositionScale, length: Double, depth: Double
  ) -> PlacedAxis {
    var axis = PlacedAxis(model: model, length: length, depth: depth)
    guard model.showsLabels, !model.ticks.isEmpty else {
      axis.thickness = model.ticks.isEmpty ? 0 : model.tickSize
      return axis
    }
    if model.side.isHorizontal {
      placeAcross(&axis, scale)
    } else {
      placeBeside(&axis, scale)
    }
    if let least = model.properties.number(.minExtent) {
      axis.thickness = max(axis.thickness, least)
    }
    if let most = model.properties.number(.maxExtent), most > 0 {
      axis.thickness = min(axis.thickness, most)
    }
    return axis
  }

  func width(_ lines: [String], _ size: Double, _ weight: FontWeight) -> Double {
    lines.map { TextMetrics.width($0, size: size, weight: weight) }.max() ?? 0
  }

  /// The whole of a label that was cut; nil where it was not.
  func whole(_ lines: [String], _ shown: [String]) -> String? {
    let isCut = shown.last?.hasSuffix("…") == true && lines.last?.hasSuffix("…") != true
    return isCut ? lines.joined(separator: " ") : nil
  }

  func lead(_ anchor: Canvas.Anchor, _ width: Double) -> Double {
    switch anchor {
    case .start: 0
    case .middle: width / 2
    case .end: width
    }
  }
}
