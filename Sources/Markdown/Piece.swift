/// An inline while its block is still being read: with its place, and its children as pieces.
struct Piece {
  enum Kind {
    /// Words that stand on one line of the source.
    case text
    /// Words whose source is not looked at again: an address in angle brackets.
    case literal(String)
    case softBreak
    case lineBreak
    case code(Int)
    case html(Int)
    case emphasis([Piece])
    case strong([Piece])
    case link(Int, [Piece])
    case image(Int, [Piece])
  }

  let kind: Kind
  /// The offset of the first byte, in the body.
  let start: Int
  /// The offset after the last byte.
  let end: Int
  /// Whether a text stands in the source as it is, without escapes and entities.
  var isVerbatim = true
  /// Whether a text has brackets or an `@`.
  var hasMarks = false
}
