public import Datasets

/// A graph whose datasets and columns are found and whose rows are chosen: ready to be laid out.
public struct BoundGraph: Sendable {
  /// What was asked for.
  public let specification: GraphSpecification
  /// The dataset of the edges.
  public let dataset: Dataset
  /// The dataset of the nodes, where the block names one.
  public let nodeDataset: Dataset?
  /// The rows that are edges, in their order.
  public var rows: [Int] { content.edges.map(\.row) }
  /// The columns that the table beside the picture shows, in their order, each once: both ends, what
  /// joins them, when and how surely, and what the row cites.
  public let tableColumns: [Int]

  let content: GraphContent

  /// A node, for those who know where it leads.
  public struct Node: Hashable, Sendable {
    /// What the edges call it.
    public let key: String
    /// The column that names it, of ``dataset``.
    public let column: Int
  }

  /// The nodes in their order.
  public let nodes: [Node]
}
