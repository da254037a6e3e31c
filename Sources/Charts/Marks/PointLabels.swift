import Datasets

/// The values of points, written beside them where there is room.
enum PointLabels {
  /// One point.
  struct Place: Sendable {
    let item: Int
    let x: Double
    let y: Double
    let radius: Double
  }

  /// Writes the value of each point above, below or beside it.
  static func draw(
    on canvas: inout Canvas, _ plot: Plot, _ layer: BoundLayer, _ places: [Place],
    _ labels: inout LabelPlacer
  ) {
    guard let channel = layer[layer.valueChannel] else { return }
    for place in places {
      let text = ValueText.statement(
        channel.values[place.item], channel.type, channel.definition.axis.format, plot.words)
      let gap = place.radius + 4
      let found = labels.place(
        text,
        at: [
          LabelPlacer.Candidate(x: place.x, y: place.y - gap - 1, anchor: .middle),
          LabelPlacer.Candidate(x: place.x, y: place.y + gap + 9, anchor: .middle),
          LabelPlacer.Candidate(x: place.x + gap, y: place.y + 4, anchor: .start),
          LabelPlacer.Candidate(x: place.x - gap, y: place.y + 4, anchor: .end),
        ])
      guard let found else { continue }
      canvas.text(text, found.x, found.y, "mark-label", anchor: found.anchor)
    }
  }
}
