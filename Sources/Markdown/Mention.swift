public import Diagnostics

/// A citation or a cross-reference in running text, as pandoc sees them: `@key`, `@key [p. 3]`,
/// `[see @a, p. 3; -@b]`.
///
/// Behind a key in text a bracket belongs to the mention unless the key is a cross-reference's.
/// Only its extent is known here; what it says is for the reader of citations.
public struct Mention: Hashable, Sendable {
  /// The text without escapes, entities and emphasis, lines joined by a space; without the outer
  /// brackets where it ``isBracketed``.
  public let text: SourceText
  /// Whether the whole stands in brackets.
  public let isBracketed: Bool
  /// In text, the range of ``text`` that holds `[p. 3]` behind the key, brackets included.
  public let locator: Range<Int>?
  /// Offsets into ``text`` of the bytes that were written as escapes or entities, in order; an
  /// `@` there begins no key.
  public let escaped: [Int]
  /// Whether it stands in the text of a link, where it cannot be a link itself.
  public let isInLink: Bool
  /// The bytes of the whole, outer brackets included.
  public let span: SourceSpan
}
