/// Which of the house's additions to CommonMark a text is read with.
public struct MarkdownOptions: Hashable, Sendable {
  /// Whether `@key` is a mention.
  public var mentions = true
  /// Whether `{#id .class key=value}` ends a heading's text.
  public var headingAttributes = true

  /// All of the house's additions.
  public init() {}

  /// CommonMark 0.30 and nothing else.
  public static let commonMark: MarkdownOptions = {
    var options = MarkdownOptions()
    options.mentions = false
    options.headingAttributes = false
    return options
  }()
}
