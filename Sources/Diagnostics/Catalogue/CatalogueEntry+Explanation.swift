extension CatalogueEntry {
  /// The entry as `dossier explain` says it, ended by a line end.
  /// - Parameter width: How many columns a line may take; examples are not wrapped.
  public func explanation(width: Int = 80) -> String {
    var parts = [
      "\(code.rawValue) (\(code.severity.rawValue)): \(title)",
      Self.wrapped(meaning, width),
      Self.wrapped("Why it matters: " + reason, width),
      Self.wrapped("To mend it: " + remedy, width),
    ]
    if let example {
      let lines = example.text.split(separator: "\n", omittingEmptySubsequences: false)
      let indented = lines.map { "    " + $0 }.joined(separator: "\n")
      parts.append("For example, in \(example.path):\n\n\(indented)")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func wrapped(_ text: String, _ width: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.unicodeScalars.count + 1 + word.unicodeScalars.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
