/// A stretch of text in one style, the smallest part of a formatted citation or entry.
public struct Run: Hashable, Sendable {
  /// How text is set apart.
  public struct Style: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// The styles of `rawValue`'s bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Emphasis, usually italic: `<em>`.
    public static let emphasis = Style(rawValue: 1)
    /// Weight: `<strong>`.
    public static let strong = Style(rawValue: 2)
    /// Raised: `<sup>`.
    public static let superscript = Style(rawValue: 4)
    /// Lowered: `<sub>`.
    public static let `subscript` = Style(rawValue: 8)
    /// Small capitals.
    public static let smallCapitals = Style(rawValue: 16)
    /// Keeps its letters as they are when a title is capitalised; not visible.
    static let fixedCase = Style(rawValue: 32)
  }

  /// The text, not escaped.
  public var text: String
  /// How it is set apart; empty for plain text.
  public var style: Style
  /// The address that it links to, or nil.
  public var url: String?

  /// Text in a style.
  public init(_ text: String, style: Style = [], url: String? = nil) {
    self.text = text
    self.style = style
    self.url = url
  }
}
