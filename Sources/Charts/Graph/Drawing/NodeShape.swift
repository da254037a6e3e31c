/// The outline of a node, which tells its kind.
enum NodeShape: Int, CaseIterable, Sendable {
  case box, pill, octagon, frame, hexagon, house

  /// The shape of the kind at `index`; a plain box where a node has no kind. Beyond the last shape
  /// kinds share it.
  init(kind index: Int?) {
    self = index.map { NodeShape.allCases[min($0, NodeShape.allCases.count - 1)] } ?? .box
  }

  /// Draws the outline that fills `box`.
  func draw(_ box: Box, _ style: String, on canvas: inout Canvas) {
    switch self {
    case .box: canvas.rectangle(box, style, radius: 3)
    case .pill: canvas.rectangle(box, style, radius: min(box.height, box.width) / 2)
    case .frame:
      canvas.rectangle(box, style)
      canvas.rectangle(box.expanded(by: -2.5), style)
    case .octagon: canvas.path(outline(box, cut: (5, 5)), style)
    case .hexagon: canvas.path(outline(box, cut: (6, box.height / 2)), style)
    case .house:
      var path = PathData()
      path.move(box.minX, box.maxY)
      path.line(box.minX, box.minY + 5)
      path.line(box.midX, box.minY - 1)
      path.line(box.maxX, box.minY + 5)
      path.line(box.maxX, box.maxY)
      path.close()
      canvas.path(path, style)
    }
  }

  /// A box whose corners are cut off.
  private func outline(_ box: Box, cut: (across: Double, down: Double)) -> PathData {
    let corners = [
      (box.minX, box.minY + cut.down), (box.minX + cut.across, box.minY),
      (box.maxX - cut.across, box.minY), (box.maxX, box.minY + cut.down),
      (box.maxX, box.maxY - cut.down), (box.maxX - cut.across, box.maxY),
      (box.minX + cut.across, box.maxY), (box.minX, box.maxY - cut.down),
    ]
    var path = PathData()
    for (index, corner) in corners.enumerated() {
      if index == 0 { path.move(corner.0, corner.1) } else { path.line(corner.0, corner.1) }
    }
    path.close()
    return path
  }
}
