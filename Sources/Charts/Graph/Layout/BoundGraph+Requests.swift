import Bytes

extension BoundGraph {
  /// What must be laid out before the graph can be drawn, at whatever width; nothing where it has no
  /// edges.
  public var requests: [GraphRequest] { candidates.map(\.request) }

  /// The ways in which the graph may be laid out, and what asks for each.
  var candidates: [(measure: GraphMeasure, labels: GraphLabels, request: GraphRequest)] {
    guard !content.edges.isEmpty else { return [] }
    return GraphMeasure.all(specification.direction).map { measure in
      let labels = GraphLabels(content, measure)
      return (measure, labels, GraphRequest(dot: dot(measure, labels)))
    }
  }

  /// The graph in the DOT language: every node a box of a fixed size, every label an empty table of
  /// a fixed size.
  private func dot(_ measure: GraphMeasure, _ labels: GraphLabels) -> String {
    let rank = measure.direction == .down ? "TB" : "LR"
    var text = "digraph {\ngraph [rankdir=\(rank), nodesep=\(inches(measure.nodeGap)), "
    text += "ranksep=\(inches(measure.rankGap))];\n"
    text += "node [shape=box, fixedsize=true, label=\"\"];\nedge [arrowsize=0.8"
    text += specification.isDirected ? "];\n" : ", dir=none];\n"
    for (index, node) in labels.nodes.enumerated() {
      text += "n\(index) [width=\(inches(node.width)), height=\(inches(node.height))];\n"
    }
    for (index, edge) in content.edges.enumerated() {
      text += "n\(edge.from) -> n\(edge.to) [id=e\(index)"
      let room = labels.room(ofEdge: index)
      if room.height > 0 {
        let size = "WIDTH=\"\(whole(room.width))\" HEIGHT=\"\(whole(room.height))\""
        text += ", label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\""
        text += " FIXEDSIZE=\"TRUE\" \(size)><TR><TD></TD></TR></TABLE>>"
      }
      text += "];\n"
    }
    return text + "}\n"
  }

  /// A px is a point, of which an inch has 72.
  private func inches(_ size: Double) -> String { (size / 72).decimalText(places: 4) }

  private func whole(_ size: Double) -> String { size.rounded(.up).decimalText() }
}
