public import Diagnostics

/// A footnote, as it is defined.
public struct Footnote: Hashable, Sendable {
  /// Its label as it is written, without `[^` and `]`.
  public let label: SourceWord
  /// What it says.
  public internal(set) var blocks: [Block] = []
  /// Its number, from 1, in the order in which a reader meets the references: those of the text
  /// first, and then those of the notes in the order of their numbers. Nil where nothing refers to
  /// it, or an earlier footnote has its label.
  public internal(set) var number: Int?
  /// The references to it in the order in which a reader meets them: indexes into
  /// ``MarkdownDocument/footnoteReferences``.
  public internal(set) var references: [Int] = []

  /// The id by which links reach it.
  public var id: String { "fn-" + label.text }

  init(label: SourceWord) {
    self.label = label
  }
}

/// A reference to a footnote.
public struct FootnoteReference: Hashable, Sendable {
  /// The label as it is written, without `[^` and `]`.
  public let label: SourceWord
  /// An index into ``MarkdownDocument/footnotes``; nil where nothing defines it.
  public internal(set) var footnote: Int?
  /// Which of the references to its footnote it is, from 1.
  public internal(set) var ordinal = 1
  /// The bytes from `[` to `]`.
  public let span: SourceSpan
  /// The footnote that the reference stands in, where it does.
  let home: Int?
}

/// An abbreviation, as it is defined.
public struct Abbreviation: Hashable, Sendable {
  /// What is abbreviated in the text.
  public let label: SourceWord
  /// What it stands for.
  public let expansion: SourceWord
}
