/// Why a text is no estimate: what is wrong, where, and what to write instead.
public struct EstimateError: Error, Hashable, Sendable {
  /// Why, to stand behind a colon: `'1,000' is no estimate: expected the end, found ','`.
  public let message: String
  /// What to do about it, or nil where nothing can be guessed.
  public let hint: String?
  /// Where it goes wrong: the offset in bytes from the start of the text, at most its length.
  public let offset: Int
  /// What to write in its place where that can be worked out; always an estimate that parses.
  public let replacement: String?

  init(_ message: String, hint: String? = nil, at offset: Int, replacement: String? = nil) {
    self.message = message
    self.hint = hint
    self.offset = offset
    self.replacement = replacement
  }
}
