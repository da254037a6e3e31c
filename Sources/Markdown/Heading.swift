public import Diagnostics

/// A heading.
public struct Heading: Hashable, Sendable {
  /// 1 to 6.
  public let level: Int
  /// The id by which links reach it: the author's, or one made from the text by GitHub's rule;
  /// unique among the page's headings unless the author's own are not.
  public internal(set) var id: String
  /// The author's attributes; their id is the author's own.
  public let attributes: Attributes
  /// The text, attributes left out.
  public let inlines: [Inline]
  /// The text without any markup.
  public internal(set) var plainText: String
  /// The bytes of the whole heading.
  public let span: SourceSpan

  /// The id that the author gave, where there is one.
  public var explicitID: SourceWord? { attributes.id }
}
