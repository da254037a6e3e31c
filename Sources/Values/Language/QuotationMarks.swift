/// The quotation marks of a language.
public struct QuotationMarks: Hashable, Sendable {
  /// Before what is quoted.
  public let opening: String
  /// Behind what is quoted.
  public let closing: String
  /// Before what is quoted within a quotation.
  public let innerOpening: String
  /// Behind what is quoted within a quotation.
  public let innerClosing: String

  /// The marks of a quotation and of one within it.
  public init(
    _ opening: String, _ closing: String, inner innerOpening: String, _ innerClosing: String
  ) {
    self.opening = opening
    self.closing = closing
    self.innerOpening = innerOpening
    self.innerClosing = innerClosing
  }
}
