/// What Graphviz's `dot` is asked to lay out: sizes alone, no words, so that the answer depends on no
/// font of the machine.
public struct GraphRequest: Hashable, Sendable {
  /// The graph in the DOT language, for `dot -Tjson0`.
  public let dot: String
}

/// How wide words may run before they are broken into lines, and which way the ranks go.
struct GraphMeasure: Hashable, Sendable {
  /// The widest line in a node, in px.
  let nodeWidth: Double
  /// The widest line on an edge, in px.
  let labelWidth: Double
  /// The gap between ranks, in px; a rank of labels has one on each side.
  let rankGap: Double
  /// The gap between the nodes and labels of one rank, in px.
  let nodeGap: Double
  /// Which way the ranks follow one another.
  let direction: GraphSpecification.Direction

  /// The measures that are tried, from the roomiest to that for the narrowest pictures.
  static func all(_ direction: GraphSpecification.Direction?) -> [GraphMeasure] {
    [(140.0, 104.0, 24.0, 28.0), (96.0, 76.0, 16.0, 20.0), (72.0, 58.0, 8.0, 18.0)].flatMap {
      node, label, rankGap, nodeGap in
      GraphSpecification.Direction.allCases.filter { direction == nil || $0 == direction }.map {
        GraphMeasure(
          nodeWidth: node, labelWidth: label, rankGap: rankGap, nodeGap: nodeGap, direction: $0)
      }
    }
  }
}
