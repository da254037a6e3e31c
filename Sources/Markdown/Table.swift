public import Diagnostics

/// A pipe table.
public struct TableBlock: Hashable, Sendable {
  /// Where a column's words stand.
  public enum Alignment: String, Hashable, Sendable {
    /// At the left.
    case left
    /// In the middle.
    case center
    /// At the right.
    case right
  }

  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// Its words.
    public let inlines: [Inline]
    /// Its bytes, without the white space about them.
    public let span: SourceSpan
  }

  /// What each column says of its words; nil where it says nothing.
  public let alignments: [Alignment?]
  /// The head, one cell a column.
  public let head: [Cell]
  /// The rows below it: as many cells as were written, and never more than there are columns.
  public let rows: [[Cell]]
}
