extension EDTFError {
  /// The error with advice for what the author may have meant.
  func withHint(for text: String) -> EDTFError { self }
}
