/// Draws a graph that has been laid out.
struct GraphDrawing {
  let content: GraphContent
  let placement: GraphPlacement
  let labels: GraphLabels
  let legends: [GraphLegend]
  let words: GraphWords
  let isDirected: Bool
  /// Where the graph begins in the picture, in px.
  let left: Double
  let top: Double
  let href: (Int) -> String?

  /// Draws all of it: edges first, so that nodes and words lie upon them.
  func draw(on canvas: inout Canvas) {
    canvas.group("edges") { canvas in
      for (index, edge) in content.edges.enumerated() { draw(edge, index, on: &canvas) }
    }
    canvas.group("edge-labels") { canvas in
      for index in content.edges.indices { label(index, on: &canvas) }
    }
    canvas.group("nodes") { canvas in
      for index in content.nodes.indices { draw(node: index, on: &canvas) }
    }
    for legend in legends { canvas.group("legend") { draw(legend, on: &$0) } }
  }

  // MARK: - Edges

  private func draw(_ edge: GraphContent.Edge, _ index: Int, on canvas: inout Canvas) {
    guard let way = placement.edges[index], let first = way.points.first else { return }
    let color = content.colorClass(of: edge.kind)
    let tie = words.tie(edge, of: content, isDirected: isDirected)
    canvas.item(title: tie) { canvas in
      var path = PathData()
      path.move(first.x + left, first.y + top)
      for start in stride(from: 1, to: way.points.count - 2, by: 3) {
        let (one, two, end) = (way.points[start], way.points[start + 1], way.points[start + 2])
        path.curve(
          one.x + left, one.y + top, two.x + left, two.y + top, end.x + left, end.y + top)
      }
      canvas.path(path, "\(color) line", look: EdgeStyle.look(certainty: edge.certainty))
      if let tip = way.tip, let base = way.points.last {
        canvas.path(arrow(from: base, to: tip), "\(color) fill")
      }
    }
  }

  /// A triangle whose base stands across the line.
  private func arrow(from base: GraphPlacement.Point, to tip: GraphPlacement.Point) -> PathData {
    let (across, down) = (tip.x - base.x, tip.y - base.y)
    let length = max((across * across + down * down).squareRoot(), 0.001)
    let half = 3.5
    let (sideX, sideY) = (-down / length * half, across / length * half)
    var path = PathData()
    path.move(tip.x + left, tip.y + top)
    path.line(base.x + sideX + left, base.y + sideY + top)
    path.line(base.x - sideX + left, base.y - sideY + top)
    path.close()
    return path
  }

  private func label(_ edge: Int, on canvas: inout Canvas) {
    guard let middle = placement.edges[edge]?.label else { return }
    let (kind, period) = (labels.kinds[edge], labels.periods[edge])
    let x = middle.x + left
    let height = kind.height + period.height
    var y = middle.y + top - height / 2
    let width = max(kind.width, period.width)
    canvas.rectangle(
      Box(minX: x - width / 2 - 2, minY: y, maxX: x + width / 2 + 2, maxY: y + height),
      "edge-ground", look: Look(fill: .theme("ground"), fillOpacity: 0.8))
    for (label, style) in [(kind, "edge-label"), (period, "edge-label note")]
    where !label.lines.isEmpty {
      canvas.set(
        PlacedLabel(
          lines: label.lines, style: style, x: x, top: y, anchor: .middle, width: label.width))
      y += label.height
    }
  }

  // MARK: - Nodes

  private func draw(node index: Int, on canvas: inout Canvas) {
    guard let middle = placement.nodes[index] else { return }
    let node = content.nodes[index]
    let label = labels.nodes[index]
    let (x, y) = (middle.x + left, middle.y + top)
    let box = Box(
      minX: x - label.width / 2, minY: y - label.height / 2, maxX: x + label.width / 2,
      maxY: y + label.height / 2)
    canvas.linked(href(index)) { canvas in
      NodeShape(kind: node.kind).draw(box, "node", on: &canvas)
      let words = Double(label.lines.count) * PlacedLabel.lineHeight
      canvas.set(
        PlacedLabel(
          lines: label.lines, style: "node-label", x: x, top: y - words / 2, anchor: .middle,
          width: label.width))
    }
  }

  // MARK: - Legends

  private func draw(_ legend: GraphLegend, on canvas: inout Canvas) {
    if let title = legend.title { canvas.set(title) }
    for entry in legend.entries {
      switch entry.sample {
      case .node(let kind):
        let box = Box(
          minX: entry.x, minY: entry.middle - 6.5, maxX: entry.x + GraphLegend.sampleWidth,
          maxY: entry.middle + 6.5)
        NodeShape(kind: kind).draw(box, "node", on: &canvas)
      case .line(let certainty):
        canvas.line(
          entry.x, entry.middle, entry.x + GraphLegend.sampleWidth, entry.middle,
          "mark-neutral line", look: EdgeStyle.look(certainty: certainty))
      }
      canvas.set(entry.label)
    }
  }
}
