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
    case strikethrough([Piece])
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
  /// What a text has that must be looked at.
  var marks: TextMarks = []

  /// Whether it ends a line.
  var isLineEnd: Bool {
    switch kind {
    case .softBreak, .lineBreak: true
    default: false
    }
  }

  /// A part of a text.
  func part(_ range: Range<Int>) -> Piece {
    Piece(
      kind: .text, start: range.lowerBound, end: range.upperBound, isVerbatim: isVerbatim,
      marks: marks)
  }
}

/// What a text has that CommonMark gives no meaning, and that may mean something all the same.
struct TextMarks: OptionSet {
  let rawValue: UInt8

  /// Brackets, or an `@`.
  static let brackets = TextMarks(rawValue: 1)
  /// `~`
  static let tildes = TextMarks(rawValue: 2)
  /// What may be an address: `://`, `www.` or an `@`.
  static let addresses = TextMarks(rawValue: 4)
  /// Quotation marks, or what stands for a dash or an ellipsis.
  static let punctuation = TextMarks(rawValue: 8)
  /// A backslash, or what begins an entity.
  static let escapes = TextMarks(rawValue: 16)
}
