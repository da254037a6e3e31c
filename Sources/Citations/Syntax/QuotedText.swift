/// The quotation marks that authors and smart punctuation write.
enum QuotedText {
  /// For each mark that opens a quotation, those that may close it.
  static let closers: [Unicode.Scalar: [Unicode.Scalar]] = [
    "\"": ["\""], "“": ["”", "“"], "„": ["“", "”"], "«": ["»"], "»": ["«"],
  ]
}
