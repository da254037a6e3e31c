import Datasets
public import Diagnostics
public import Documents

/// What an author wrote in a `graph` block: who stands in which relation to whom.
public struct GraphSpecification: Sendable {
  /// Which way the ranks of a graph follow one another.
  enum Direction: String, CaseIterable, Sendable {
    /// Arrows lead downwards.
    case down
    /// Arrows lead to the right.
    case right
  }

  /// What `nodes` says of those that the edges join.
  struct Nodes: Sendable {
    /// The dataset with a row for each node.
    let data: Spanned<String>
    /// The column that the ends of the edges name; the primary key where it is left out.
    let key: Spanned<String>?
    /// The column of the words in the node.
    let label: Spanned<String>?
    /// The column whose values are shapes.
    let kind: Spanned<String>?
  }

  /// The edges, a row each.
  let data: RowSource
  /// The column of the nodes where edges begin.
  let from: Spanned<String>
  /// The column of the nodes where edges end.
  let to: Spanned<String>
  /// The column of the words on the edges, whose values are colours.
  let kind: Spanned<String>?
  /// The column of the dates for which edges hold.
  let period: Spanned<String>?
  /// The column whose values are styles of lines.
  let certainty: Spanned<String>?
  /// What is known of the nodes.
  let nodes: Nodes?
  /// Which edges are shown.
  let condition: Condition?
  /// The order of the edges, from which that of the nodes follows.
  let order: [SortKey]
  /// Whether edges have an arrow at their end.
  let isDirected: Bool
  /// Which way the ranks follow one another; nil for whichever fits the picture.
  let direction: Direction?

  /// The caption, inline Markdown.
  public let title: Spanned<String>?
  /// The text for those who do not see the picture.
  public let description: Spanned<String>?
  /// Where the data come from: inline Markdown with citations, or a list of keys.
  public let source: Node?
  /// What readers must know of the data, inline Markdown.
  public let note: Spanned<String>?
  /// The place of the whole block.
  public let span: SourceSpan
}
