public import Diagnostics

/// What stands in braces behind a heading or a fence's name: `{#id .class key=value}`.
public struct Attributes: Hashable, Sendable {
  /// A key and its value.
  public struct Pair: Hashable, Sendable {
    /// The key.
    public let key: SourceWord
    /// The value without quotes and escapes.
    public let value: SourceWord
  }

  /// The id, where there is one; its span leaves out the `#`.
  public internal(set) var id: SourceWord?
  /// The classes in order; their spans leave out the dot.
  public internal(set) var classes: [SourceWord] = []
  /// The pairs in order.
  public internal(set) var pairs: [Pair] = []
  /// The bytes from brace to brace; nil where there are none.
  public internal(set) var span: SourceSpan?
}
