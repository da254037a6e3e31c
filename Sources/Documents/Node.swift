public import Diagnostics

/// A value of YAML or JSON with its place.
///
/// Scalars stay text, so that `title: no` is a title and `2016-10` a date: what a scalar means is
/// decided by whoever asks for it.
public struct Node: Sendable {
  /// One key of a mapping with its value.
  public struct Entry: Sendable {
    /// The key's text.
    public let key: String
    /// The key's place.
    public let keySpan: SourceSpan
    /// The value.
    public let value: Node

    /// The entry `key` at `keySpan` with `value`.
    public init(key: String, keySpan: SourceSpan, value: Node) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  /// What kind of value it is.
  public indirect enum Content: Sendable {
    /// Text as written, and whether it was quoted (or a block of text), so that it is text only.
    case scalar(String, isQuoted: Bool)
    /// Values in order.
    case sequence([Node])
    /// Entries in the order in which they were written; keys are unique.
    case mapping([Entry])
  }

  /// The value.
  public let content: Content
  /// Its place; for a collection, from its start to the end of its last value.
  public let span: SourceSpan

  /// The value `content` at `span`.
  public init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }
}

extension Node {
  /// The scalar's text, or nil for a collection and for null.
  public var text: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }

  /// Whether it is YAML's or JSON's null: nothing, `~` or `null`, not quoted.
  public var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// The value as a boolean, where it is `true` or `false` without quotes.
  public var boolean: Bool? {
    guard case .scalar(let text, isQuoted: false) = content else { return nil }
    return text == "true" ? true : text == "false" ? false : nil
  }

  /// The value as a finite number, where it is one without quotes.
  public var number: Double? {
    guard case .scalar(let text, isQuoted: false) = content,
      let first = text.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
      let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  /// The value as a whole number.
  public var integer: Int? { number.flatMap(Int.init(exactly:)) }

  /// The values of a sequence, or nil for anything else.
  public var elements: [Node]? {
    guard case .sequence(let elements) = content else { return nil }
    return elements
  }

  /// The entries of a mapping, or nil for anything else.
  public var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The value of a mapping's key, or nil where there is none.
  public subscript(key: String) -> Node? {
    entries?.first { $0.key == key }?.value
  }

  /// The kind of value in words, for messages: `text`, `a list`, `a mapping` …
  public var kindInWords: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let text, let isQuoted):
      if isNull {
        "nothing"
      } else if !isQuoted, boolean != nil {
        "'\(text)'"
      } else if !isQuoted, number != nil {
        "the number \(text)"
      } else {
        "text"
      }
    }
  }
}
