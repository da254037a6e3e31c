public import Diagnostics

/// A piece of running text.
///
/// What resolving must look at (links, code, HTML, mentions) is held in lists of the document and
/// named here by its index, so that a list of answers beside each list is all that rendering needs
/// and the tree is never rewritten.
public enum Inline: Hashable, Sendable {
  /// Words, without escapes and entities, and the bytes of the file that stand for them.
  case text(String, SourceSpan)
  /// The end of a line that has no meaning.
  case softBreak
  /// The end of a line that the author wants to see.
  case lineBreak
  /// Code: an index into ``MarkdownDocument/codeSpans``.
  case code(Int)
  /// Emphasis.
  case emphasis([Inline])
  /// Strong emphasis.
  case strong([Inline])
  /// Words that are struck out.
  case strikethrough([Inline])
  /// A link: an index into ``MarkdownDocument/links``, and its text.
  case link(Int, [Inline])
  /// An image: an index into ``MarkdownDocument/links``, and what stands for it in words.
  case image(Int, [Inline])
  /// Raw HTML: an index into ``MarkdownDocument/rawHTML``.
  case html(Int)
  /// A citation or cross-reference: an index into ``MarkdownDocument/mentions``.
  case mention(Int)
  /// A reference to a footnote: an index into ``MarkdownDocument/footnoteReferences``.
  case footnote(Int)
  /// An abbreviation: an index into ``MarkdownDocument/abbreviations``, and its words.
  case abbreviation(Int, [Inline])
}

/// Code within a line.
public struct CodeSpan: Hashable, Sendable {
  /// The code, as CommonMark 0.30 section 6.1 normalizes it.
  public let text: SourceText
  /// The bytes of the file, backticks included.
  public let span: SourceSpan
  /// What readers see in its place, where it is a value and no code.
  public internal(set) var words: String?

  init(text: SourceText, span: SourceSpan) {
    self.text = text
    self.span = span
  }
}
