/// One citation on a page: `[see @a, p. 3; @b]`, `@a`, `@a [p. 3]`.
public struct Citation: Hashable, Sendable {
  /// How it stands in the sentence.
  public enum Form: Hashable, Sendable {
    /// In parentheses: (Steinberg and Albrecht 2022).
    case parenthetical
    /// As part of the sentence, which the first item opens: Steinberg and Albrecht (2022).
    case inText
    /// By itself, without parentheses: in a cell, or behind "Source:".
    case bare
  }

  /// How it stands in the sentence.
  public var form: Form
  /// What it cites, in the order written; never empty.
  public var items: [CitationItem]

  /// A citation of `items`.
  public init(_ form: Form, _ items: [CitationItem]) {
    self.form = form
    self.items = items
  }

  /// A citation of one source by itself, as a data cell has it.
  /// - Parameter locator: The text of the cell that says where in the source, or nil.
  public static func cell(key: String, locator: String? = nil) -> Citation {
    let item = CitationItem(
      target: .source(key), keyRange: 0..<0, locator: locator.flatMap(Locator.init(cell:)))
    return Citation(.bare, [item])
  }
}

/// One of the keys of a citation with what stands about it.
public struct CitationItem: Hashable, Sendable {
  /// What a key refers to.
  public enum Target: Hashable, Sendable {
    /// A source, by its key.
    case source(String)
    /// A figure, table, timeline or section.
    case crossReference(CrossReference)

    /// What the key `key` refers to.
    public init(key: String) {
      self = CrossReference(key: key).map(Target.crossReference) ?? .source(key)
    }
  }

  /// What the key refers to.
  public var target: Target
  /// The bytes of the key in the text that was read, without `@` and braces.
  public var keyRange: Range<Int>
  /// The words before the key, without blanks at their ends.
  public var prefix: String
  /// Where in the source.
  public var locator: Locator?
  /// What follows, from its first comma or blank on.
  public var suffix: String
  /// Whether the author's name is left out (`-@key`), because the sentence has it.
  public var isAuthorSuppressed: Bool
  /// Whether it follows the item before it without a semicolon, as `[@a and @b]` has it.
  public var isRunOn: Bool

  /// An item that cites `target`.
  public init(
    target: Target, keyRange: Range<Int>, prefix: String = "", locator: Locator? = nil,
    suffix: String = "", isAuthorSuppressed: Bool = false, isRunOn: Bool = false
  ) {
    self.target = target
    self.keyRange = keyRange
    self.prefix = prefix
    self.locator = locator
    self.suffix = suffix
    self.isAuthorSuppressed = isAuthorSuppressed
    self.isRunOn = isRunOn
  }

  /// The key of the source, or nil for a cross-reference.
  public var sourceKey: String? {
    guard case .source(let key) = target else { return nil }
    return key
  }
}
