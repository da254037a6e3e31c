/// Why a text is no EDTF date: what is wrong, where, and what to write instead.
public struct EDTFError: Error, Hashable, Sendable {
  /// Why, to stand behind a colon: `'2014-13' is no date: there is no month 13`.
  public let message: String
  /// What to do about it, or nil where nothing can be guessed.
  public let hint: String?
  /// Where it goes wrong: the offset in bytes from the start of the text, at most its length.
  public let offset: Int
  /// What to write in its place where that can be worked out; always a date that parses.
  public let replacement: String?

  init(_ message: String, hint: String? = nil, at offset: Int, replacement: String? = nil) {
    self.message = message
    self.hint = hint
    self.offset = offset
    self.replacement = replacement
  }
}
