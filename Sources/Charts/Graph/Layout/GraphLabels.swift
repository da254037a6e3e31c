/// The words of a graph broken into lines for one measure, with the room that they take.
struct GraphLabels: Sendable {
  /// Lines and their room, in px.
  struct Label: Sendable {
    let lines: [String]
    let width: Double
    let height: Double
  }

  /// What stands in the nodes; the room is the node's.
  let nodes: [Label]
  /// What stands on the edges: the kind.
  let kinds: [Label]
  /// What stands on the edges below that: the period.
  let periods: [Label]

  /// The room between a node's words and its outline, in px.
  private static let padding = (across: 10.0, down: 5.0)

  init(_ content: GraphContent, _ measure: GraphMeasure) {
    nodes = content.nodes.map { node in
      let words = Self.label(node.label, within: measure.nodeWidth)
      return Label(
        lines: words.lines, width: words.width.rounded(.up) + 2 * Self.padding.across,
        height: words.height + 2 * Self.padding.down)
    }
    kinds = content.edges.map { edge in
      Self.label(edge.kind.map { content.kinds[$0] } ?? "", within: measure.labelWidth)
    }
    periods = content.edges.map { Self.label($0.period, within: measure.labelWidth) }
  }

  /// The room of all that stands on an edge, in px; nothing where nothing does.
  func room(ofEdge edge: Int) -> (width: Double, height: Double) {
    let height = kinds[edge].height + periods[edge].height
    // A little air keeps the words off the line.
    return (max(kinds[edge].width, periods[edge].width) + 8, height == 0 ? 0 : height + 2)
  }

  private static func label(_ text: String, within width: Double) -> Label {
    let words = LabelText(text)
    // A word that is a little too long is better kept whole than broken.
    let limit = max(width, min(words.longestWord, width * 1.5))
    let lines = words.balanced(within: limit)
    return Label(
      lines: lines, width: words.width(of: lines),
      height: Double(lines.count) * PlacedLabel.lineHeight)
  }
}
