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
    /// A note that is set apart.
    case alert(AlertKind, [Block])
    /// A table.
    case table(TableBlock)
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

/// What an alert is for, GitHub's five.
public enum AlertKind: String, CaseIterable, Hashable, Sendable {
  /// What a reader should know even when skimming.
  case note
  /// Advice.
  case tip
  /// What must be known to reach an aim.
  case important
  /// What needs attention at once.
  case warning
  /// What may go wrong.
  case caution
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
  /// Whether it is a task that is done (true) or to be done (false); nil where it is no task.
  public let task: Bool?
  /// Its bytes, from its marker.
  public let span: SourceSpan
}
