/// Writes findings as workflow commands, which GitHub Actions shows beside the lines they are about.
enum GitHubWriter {
  /// One command a line, then the counts as a sentence for the log.
  static func write(_ report: Report) -> [UInt8] {
    guard !report.diagnostics.isEmpty else { return [] }
    let finder = PlaceFinder(report)
    var text = ""
    for diagnostic in report.diagnostics { text += command(diagnostic, finder) + "\n" }
    return Array((text + TextWriter.summary(of: report.diagnostics) + "\n").utf8)
  }

  private static func command(
    _ diagnostic: Diagnostic, _ finder: PlaceFinder
  ) -> String {
    var properties: [(String, String)] = []
    if let place = finder.place(of: diagnostic.span) {
      properties = [("file", place.path), ("line", String(place.start.line))]
      let isOneLine = place.start.line == place.end.line
      // GitHub takes columns only where they are those of one line.
      if isOneLine { properties.append(("col", String(place.start.column))) }
      properties.append(("endLine", String(place.end.line)))
      if isOneLine { properties.append(("endColumn", String(place.end.column))) }
    }
    properties.append(("title", diagnostic.code.rawValue))
    let list = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
    var lines = [diagnostic.message]
    for label in diagnostic.labels {
      guard let place = finder.place(of: label.span) else { continue }
      lines.append("\(label.message) (\(place.path):\(place.start.line):\(place.start.column))")
    }
    lines += [diagnostic.help].compactMap(\.self)
    let message = lines.joined(separator: "\n")
    return "::\(diagnostic.severity.rawValue) \(list)::\(escaped(message, isProperty: false))"
  }

  /// The escapes of workflow commands; other control characters are made visible, since the log is
  /// read on a terminal too.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result += scalar.printable
      }
    }
    return result
  }
}
