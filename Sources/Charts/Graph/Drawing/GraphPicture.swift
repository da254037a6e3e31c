import Markup
import Values

/// A graph in its place, with what its `svg` element says about it.
struct GraphPicture {
  private let content: GraphContent
  private let placement: GraphPlacement
  private let labels: GraphLabels
  private let heading: PictureHeading
  private let legends: [GraphLegend]
  private let isDirected: Bool
  private let words: GraphWords
  private let language: Language
  private let title: String
  private let description: String
  /// The width, in px: what was asked for, or more where the graph does not fit.
  let width: Double
  private let height: Double
  /// Where the graph begins.
  private let left: Double
  private let top: Double

  /// The room of half an outline at the edges, in px.
  private static let margin = 1.0

  /// The best of `candidates` at `width` px; nil where none was laid out.
  init?(
    _ graph: BoundGraph, width: Double, language: Language, title: String?, heading: String?,
    placements: [GraphRequest: GraphPlacement]
  ) {
    let laid = graph.candidates.compactMap { candidate in
      placements[candidate.request].map {
        (nodeWidth: candidate.measure.nodeWidth, labels: candidate.labels, placement: $0)
      }
    }
    let room = width - 2 * Self.margin
    // Of the directions of the roomiest measure that fits the one that takes less height is taken;
    // where nothing fits, the narrowest is taken, as it is.
    let fitting = laid.filter { $0.placement.width <= room }
    let roomiest = fitting.filter { $0.nodeWidth == fitting[0].nodeWidth }
    guard
      let chosen = roomiest.min(by: { $0.placement.height < $1.placement.height })
        ?? laid.min(by: { $0.placement.width < $1.placement.width })
    else { return nil }
    content = graph.content
    placement = chosen.placement
    labels = chosen.labels
    isDirected = graph.specification.isDirected
    words = GraphWords(language)
    self.language = language
    self.title = title ?? graph.specification.title?.value ?? words.graph
    description =
      graph.specification.description?.value
      ?? words.summary(of: graph.content, isDirected: isDirected)
    self.width = max(width, placement.width + 2 * Self.margin)
    self.heading = PictureHeading(heading, width: self.width)
    left = ((self.width - placement.width) / 2).rounded(.down)
    top = self.heading.height + Self.margin
    var bottom = top + placement.height + Self.margin
    var legends = GraphLegend.all(of: graph.content, width: self.width)
    for index in legends.indices {
      bottom += index == 0 ? 12 : 2
      legends[index].move(down: bottom)
      bottom += legends[index].height
    }
    self.legends = legends
    height = bottom
  }

  /// The `svg` element.
  func document(idPrefix: String, standalone colors: LightColors?, href: (Int) -> String?)
    -> Fragment
  {
    var canvas = Canvas()
    heading.draw(on: &canvas)
    canvas.group("edges") { canvas in
      for (index, edge) in content.edges.enumerated() { draw(edge, index, on: &canvas) }
    }
    canvas.group("edge-labels") { canvas in
      for index in content.edges.indices { label(index, on: &canvas) }
    }
    withoutActuallyEscaping(href) { href in
      canvas.group("nodes") { canvas in
        for index in content.nodes.indices { draw(node: index, href(index), on: &canvas) }
      }
    }
    for legend in legends { canvas.group("legend") { draw(legend, on: &$0) } }
    return SVGDocument(
      width: width, height: height.rounded(.up), style: "chart graph", title: title,
      description: description, language: language.tag, idPrefix: idPrefix,
      hasLinks: canvas.hasLinks, hasNodes: true
    ).write(canvas, standalone: colors)
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

  private func draw(node index: Int, _ href: String?, on canvas: inout Canvas) {
    guard let middle = placement.nodes[index] else { return }
    let node = content.nodes[index]
    let label = labels.nodes[index]
    let (x, y) = (middle.x + left, middle.y + top)
    let box = Box(
      minX: x - label.width / 2, minY: y - label.height / 2, maxX: x + label.width / 2,
      maxY: y + label.height / 2)
    canvas.linked(href) { canvas in
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
          "mark-neutral line", look: EdgeStyle.look(certainty: certainty, isFilled: true))
      }
      canvas.set(entry.label)
    }
  }
}
