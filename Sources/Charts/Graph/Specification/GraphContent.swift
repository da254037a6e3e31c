import Values

/// The nodes and edges of a graph, read from their rows.
struct GraphContent: Sendable {
  /// One of those that edges join.
  struct Node: Sendable {
    /// Its name for readers.
    let label: String
    /// Its kind, an index into ``GraphContent/nodeKinds``; nil where nothing is said of it.
    let kind: Int?
  }

  /// One tie.
  struct Edge: Sendable {
    /// Its row in the dataset, from 0.
    let row: Int
    /// The node where it begins, an index.
    let from: Int
    /// The node where it ends, an index.
    let to: Int
    /// What it is, an index into ``GraphContent/kinds``; nil where nothing is said of it.
    let kind: Int?
    /// When it holds, in words; empty where nothing is said of it.
    let period: String
    /// How sure it is, an index into ``GraphContent/certainties``; nil where nothing is said of it.
    let certainty: Int?
  }

  var nodes: [Node] = []
  var edges: [Edge] = []
  /// The kinds of the nodes, in the order in which they are first met.
  var nodeKinds: [String] = []
  /// The kinds of the edges, in the order in which they are first met.
  var kinds: [String] = []
  /// The degrees of certainty, from the firmest: in the order of the schema's `enum` where there is
  /// one, else as they are first met.
  var certainties: [String] = []
  /// What the degrees of certainty are called together.
  var certaintyTitle = ""

  /// The class of the colour of an edge: its kind's, as long as there are colours; the most frequent
  /// kinds have them.
  var colors: [Int: Int]

  /// The name of the colour's class for an edge of `kind`.
  func colorClass(of kind: Int?) -> String {
    kind.flatMap { colors[$0] }.map { "c\($0 + 1)" } ?? "mark-neutral"
  }
}
