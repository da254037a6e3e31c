/// Which additions to CommonMark a text is read with.
public struct MarkdownOptions: Hashable, Sendable {
  /// Quotation marks of a language, for straight ones in running text.
  public struct QuotationMarks: Hashable, Sendable {
    /// Before and after what is quoted.
    public let double: Pair
    /// Before and after what is quoted within a quotation.
    public let single: Pair

    /// An opening and a closing mark.
    public struct Pair: Hashable, Sendable {
      /// The opening mark.
      public let opening: String
      /// The closing mark.
      public let closing: String

      /// `opening` and `closing`.
      public init(_ opening: String, _ closing: String) {
        self.opening = opening
        self.closing = closing
      }
    }

    /// `double`, and `single` within it.
    public init(double: Pair, single: Pair) {
      self.double = double
      self.single = single
    }
  }

  /// Whether `@key` is a mention.
  public var mentions = true
  /// Whether `{#id .class key=value}` ends a heading's text.
  public var headingAttributes = true
  /// Whether lines of cells parted by `|` are tables (GitHub Flavored Markdown 0.29, section 4.10).
  public var tables = true
  /// Whether `[ ]` and `[x]` begin items that are tasks (section 5.3).
  public var taskLists = true
  /// Whether `~~words~~` and `~words~` are struck out (section 6.5).
  public var strikethrough = true
  /// Whether addresses in running text are links (section 6.9).
  public var bareAddresses = true
  /// Whether `[^label]` refers to a footnote that `[^label]: words` defines.
  public var footnotes = true
  /// Whether footnotes can be defined in the text at all.
  public var definesFootnotes = true
  /// Whether `> [!NOTE]` and its like are alerts.
  public var alerts = true
  /// Whether `*[label]: words` defines an abbreviation.
  public var abbreviations = true
  /// What straight quotation marks become; where it is nil they stay, as do hyphens and full stops
  /// that stand for dashes and an ellipsis.
  public var quotationMarks: QuotationMarks?

  /// All of the additions but the language's quotation marks.
  public init() {}

  /// The same for a line of text by itself, such as a title or a caption: no blocks are in it.
  public var forLine: MarkdownOptions {
    var options = self
    options.tables = false
    options.taskLists = false
    options.alerts = false
    options.abbreviations = false
    options.definesFootnotes = false
    return options
  }

  /// CommonMark 0.30 and nothing else.
  public static let commonMark: MarkdownOptions = {
    var options = MarkdownOptions()
    options.mentions = false
    options.headingAttributes = false
    options.tables = false
    options.taskLists = false
    options.strikethrough = false
    options.bareAddresses = false
    options.footnotes = false
    options.alerts = false
    options.abbreviations = false
    return options
  }()
}
