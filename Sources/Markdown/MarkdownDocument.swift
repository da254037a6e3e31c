/// A page's text: a tree of blocks, and the lists that its nodes point into.
///
/// Lists are in the order of the text, so an index says nothing but which.
public struct MarkdownDocument: Hashable, Sendable {
  /// The blocks in order.
  public internal(set) var blocks: [Block] = []
  /// Links and images.
  public internal(set) var links: [LinkReference] = []
  /// Link reference definitions, used or not.
  public internal(set) var definitions: [LinkDefinition] = []
  /// Fenced code and the blocks of the house.
  public internal(set) var fences: [FencedBlock] = []
  /// Headings.
  public internal(set) var headings: [Heading] = []
  /// Citations and cross-references.
  public internal(set) var mentions: [Mention] = []
  /// Code within lines.
  public internal(set) var codeSpans: [CodeSpan] = []
  /// Raw HTML, blocks and tags within lines.
  public internal(set) var rawHTML: [RawHTML] = []
  /// Footnotes, as they are defined.
  public internal(set) var footnotes: [Footnote] = []
  /// References to footnotes.
  public internal(set) var footnoteReferences: [FootnoteReference] = []
  /// Abbreviations, as they are defined.
  public internal(set) var abbreviations: [Abbreviation] = []

  /// A page without text.
  public init() {}
}
