public import Diagnostics

/// A link or an image, as its author wrote it.
public struct LinkReference: Hashable, Sendable {
  /// What the destination is wanted for.
  public enum Kind: Hashable, Sendable {
    /// To go there.
    case link
    /// To show it.
    case image
  }

  /// How the destination is given.
  public enum Form: Hashable, Sendable {
    /// `[text](destination "title")`.
    case inline
    /// `[text][label]`, `[label][]` or `[label]`, with a definition elsewhere.
    case reference
    /// `<https://example.org>` or `<mail@example.org>`.
    case autolink
    /// An address in running text, such as `https://example.org` or `www.example.org`.
    case bare
  }

  /// What the destination is wanted for.
  public let kind: Kind
  /// How the destination is given.
  public let form: Form
  /// The destination without escapes and entities, not percent-encoded.
  public let destination: String
  /// The title, where there is one.
  public let title: String?
  /// The bytes of the destination without `<` and `>`; for a reference, those in its definition.
  public internal(set) var destinationSpan: SourceSpan
  /// For a reference, the bytes of its label where it is used.
  public let labelSpan: SourceSpan?
  /// For a reference, the index into ``MarkdownDocument/definitions``.
  public internal(set) var definition: Int?
  /// The bytes of the whole, from `[`, `![`, `<` or the address itself.
  public let span: SourceSpan
}

/// A link reference definition, CommonMark 0.30 section 4.7.
public struct LinkDefinition: Hashable, Sendable {
  /// The label as it is written, without its brackets and the white space within them.
  public let label: SourceWord
  /// The destination without escapes and entities.
  public let destination: SourceWord
}
