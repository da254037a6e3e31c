/// HTML that the author wrote, kept as it stands.
public struct RawHTML: Hashable, Sendable {
  /// The HTML; a block's ends in LF.
  public let text: SourceText
  /// Whether it is a block of its own rather than a tag within a line.
  public let isBlock: Bool
}
