/// What letters with marks are without them, so that a word is found however it is written.
///
/// Only Latin letters are folded, each as its canonical decomposition (UAX #15) without combining
/// marks, and the letters that have none, such as ß and ø, as they are transliterated. The script of
/// the search has the same table.
enum LetterFolding {
  /// The folded letters of a scalar in lower case; nil where it is to stand as its own lower case.
  static func folded(_ scalar: Unicode.Scalar) -> String? {
    let value = Int(scalar.value)
    switch value {
    case 0xC0...0x24F: return word(latin, value - 0xC0)
    case 0x1E00...0x1EFF: return word(additional, value - 0x1E00)
    default: return nil
    }
  }

  private static func word(_ table: [Substring], _ index: Int) -> String? {
    let word = table[index]
    return word == "-" ? nil : String(word)
  }

  /// From U+00C0 on; `-` for what has no folded form.
  private static let latin: [Substring] = """
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e
    i i i i d n o o o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e
    e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n
    n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u
    w w y y y z z z z z z s - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - o o
    - - - - - - - - - - - - - u u - - - - - - - - - - - - - - - - - - - dz dz dz lj lj lj nj nj
    nj a a i i o o u u u u u u u u u u - a a a a - - - - g g k k o o o o - - j - - - g g - - n n
    a a - - - - a a a a e e e e i i i i o o o o r r r r u u u u s s t t - - h h - - - - - - a a
    e e o o o o o o o o y y - - - - - - - - - - - - - - - - - - - - - - - - - - - -
    """.split { $0 == " " || $0 == "\n" }

  /// From U+1E00 on; `-` for what has no folded form.
  private static let additional: [Substring] = """
    a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i
    i i k k k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r
    r r r r s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w
    x x x x y y z z z z z z h t w y - - - - ss - a a a a a a a a a a a a a a a a a a a a a a a a
    e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o o o o o o u u
    u u u u u u u u u u u u y y y y y y y y - - - - - -
    """.split { $0 == " " || $0 == "\n" }
}
