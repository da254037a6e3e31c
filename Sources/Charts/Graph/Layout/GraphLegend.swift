/// A legend of a graph: the kinds of its nodes, or how sure its edges are.
typealias GraphLegend = SampleLegend<GraphSample>

/// What a sample in the legend of a graph shows.
enum GraphSample: Hashable, Sendable {
  /// The outline of the kind at an index.
  case node(Int)
  /// The line of the certainty at an index.
  case line(Int)
}

extension GraphLegend {
  /// What of `content` needs words, in pictures of `width` px.
  static func all(of content: GraphContent, width: Double) -> [GraphLegend] {
    var legends: [GraphLegend] = []
    if content.nodeKinds.count > 1 {
      let samples = content.nodeKinds.enumerated().map { (GraphSample.node($0), $1) }
      legends.append(GraphLegend(title: "", samples: samples, left: 1, top: 0, width: width - 2))
    }
    // A line that is not broken says nothing that needs a word, unless others are.
    if content.certainties.count > 1 {
      let samples = content.certainties.enumerated().map { (GraphSample.line($0), $1) }
      legends.append(
        GraphLegend(
          title: content.certaintyTitle, samples: samples, left: 1, top: 0, width: width - 2))
    }
    return legends
  }
}
