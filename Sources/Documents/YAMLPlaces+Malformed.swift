import Bytes
import Diagnostics
import Yams

/// Says what libyaml objects to where the author made the mistake, which is often before the place
/// where libyaml notices.
extension YAMLPlaces {
  /// The finding for `problem`, noticed at the byte `noticed`.
  func diagnostic(
    _ problem: String, at noticed: Int, _ context: YamlError.Context?
  ) -> Diagnostic {
    let noticed = min(noticed, bytes.count)
    let opening = context.map { min(offset(of: $0.mark), bytes.count) }
    if let opening, context?.text == "while scanning a quoted scalar" {
      return unclosedQuote(at: opening)
    }
    if let opening = quote(closedBefore: noticed) { return unclosedQuote(at: opening) }
    var labels: [Diagnostic.Label] = []
    if let opening, opening < bytes.count, context?.text.hasPrefix("while parsing a flow") == true {
      labels = [Diagnostic.Label(place(opening), "the '\(bytes[opening...opening].text)' is here")]
    }
    return Diagnostic(
      .yamlInvalid, "this YAML is malformed: \(problem)", at: place(noticed), labels: labels,
      help: Self.help(for: problem))
  }

  private func place(_ offset: Int) -> SourceSpan {
    span(offset..<min(offset + 1, bytes.count))
  }

  private func unclosedQuote(at opening: Int) -> Diagnostic {
    Diagnostic(
      .yamlInvalid, "this YAML is malformed: a quotation mark is never closed", at: place(opening),
      help: "close it on its line")
  }

  /// Where a quoted text begins that runs over lines and ends just before `noticed`: it was closed
  /// by the mark that opens the next one, behind which nothing makes sense.
  private func quote(closedBefore noticed: Int) -> Int? {
    var index = 0
    while index < noticed {
      let isQuote = bytes[index] == .quote || bytes[index] == .apostrophe
      guard isQuote, isTokenStart(index) else {
        index += 1
        continue
      }
      let content = quotedRange(from: index)
      let end = min(content.upperBound + 1, bytes.count)
      let between = bytes[min(end, noticed)..<noticed]
      if end <= noticed, bytes[content].contains(.newline), between.allSatisfy({ $0 == .space }) {
        return index
      }
      index = max(end, index + 1)
    }
    return nil
  }

  /// Whether a quotation mark at `index` opens a text rather than standing within one.
  private func isTokenStart(_ index: Int) -> Bool {
    guard let before = bytes[..<index].last(where: { $0 != .space }) else { return true }
    if before == .newline { return true }
    let opens = ":-,[{?".utf8.contains(before)
    return opens && (bytes[index - 1] == .space || "[{".utf8.contains(before))
  }

  /// What mends the faults that authors make most, whose names in libyaml say little.
  private static func help(for problem: String) -> String? {
    switch problem {
    case "mapping values are not allowed in this context":
      "put a text that has ': ' in it in quotation marks"
    case "found character that cannot start any token":
      "indent with spaces, and put a text that begins with a sign in quotation marks"
    default: nil
    }
  }
}
