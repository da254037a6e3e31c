public import Diagnostics

/// A block of a page.
public struct Block: Hashable, Sendable {
  /// What a block is.
  public enum Kind: Hashable, Sendable {
    /// Running text.
    case paragraph([Inline])
    /// A heading: an index into ``MarkdownDocument/headings``.
    case heading(Int)
    /// A quotation.
    case blockQuote([Block])
    /// A list.
    case list(ListBlock)
    /// Fenced code, or a block of the house such as a chart: an index into
    /// ``MarkdownDocument/fences``.
    case fence(Int)
    /// Code by indentation, with LF after each line.
    case indentedCode(String)
    /// A thematic break.
    case thematicBreak
    /// Raw HTML: an index into ``MarkdownDocument/rawHTML``.
    case html(Int)
  }

  /// What it is.
  public let kind: Kind
  /// Its bytes, from its first mark to the end of its last line.
  public let span: SourceSpan
}

/// A list.
public struct ListBlock: Hashable, Sendable {
  /// The first number of an ordered list (0 to 999,999,999), nil for a list with bullets.
  public let start: Int?
  /// Whether paragraphs in its items stand without space between them.
  public let isTight: Bool
  /// The items in order.
  public let items: [ListItem]
}

/// An item of a list.
public struct ListItem: Hashable, Sendable {
  /// What it holds.
  public let blocks: [Block]
  /// Its bytes, from its marker.
  public let span: SourceSpan
}
