import Bytes

/// Writes diagnostics for people: place, message, code, the line with the words marked, help.
public struct TextWriter: Sendable {
  private let files: [SourceFile]
  private let color: Bool

  /// A writer for diagnostics whose spans point into `files`.
  /// - Parameter color: whether ANSI colours are wanted, which only a terminal is.
  public init(files: [SourceFile], color: Bool = false) {
    self.files = files
    self.color = color
  }

  /// The report on all of `diagnostics`, in the order given, each followed by a line end.
  public func report(_ diagnostics: [Diagnostic]) -> String {
    var cursor = PlaceCursor()
    let labels = PositionTable(diagnostics.labelSpans, in: files)
    return diagnostics.map { text(for: $0, &cursor, labels) }.joined()
  }

  /// The counts as a sentence, such as `2 errors, 1 warning`.
  public static func summary(of diagnostics: [Diagnostic]) -> String {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    return count(diagnostics.errorCount, "error") + ", "
      + count(diagnostics.warningCount, "warning")
  }

  private func text(
    for diagnostic: Diagnostic, _ cursor: inout PlaceCursor, _ labels: PositionTable
  ) -> String {
    var place: String?
    if let span = diagnostic.span, let file = file(of: span) {
      cursor.move(to: Int(span.start), of: span.file, file)
      place = "\(file.path.printable):\(cursor.line):\(cursor.column): "
    }
    let name = diagnostic.severity.rawValue
    let severity = paint(name + ":", diagnostic.severity == .error ? "1;31" : "1;33")
    let code = paint("[\(diagnostic.code.rawValue)]", "2")
    var result = "\(paint(place ?? "", "1"))\(severity) \(diagnostic.message.printable) \(code)\n"
    result += excerpt(diagnostic.span, cursor)
    for label in diagnostic.labels {
      guard let file = file(of: label.span), let position = labels.start(of: label.span) else {
        continue
      }
      let at = "\(file.path.printable):\(position.line):\(position.column)"
      result += "    = note: \(label.message.printable) (\(at))\n"
    }
    if let help = diagnostic.help { result += "    = help: \(help.printable)\n" }
    return result
  }

  private func file(of span: SourceSpan?) -> SourceFile? {
    guard let span, Int(span.file.index) < files.count else { return nil }
    return files[Int(span.file.index)]
  }

  /// The line on which `cursor` stands, with the bytes of `span` marked.
  private func excerpt(_ span: SourceSpan?, _ cursor: PlaceCursor) -> String {
    guard let span, let file = file(of: span),
      let excerpt = Excerpt(span, of: file, at: cursor)
    else { return "" }
    let whole = excerpt.before + excerpt.marked + excerpt.after
    let number = String(excerpt.line)
    let gutter = String(repeating: " ", count: number.utf8.count + 2) + "|"
    let indent = String(repeating: " ", count: excerpt.before.unicodeScalars.count)
    let width = max(1, excerpt.marked.unicodeScalars.count)
    let carets = paint(String(repeating: "^", count: width), "1;31")
    return " \(number) | \(whole)\n\(gutter) \(indent)\(carets)\n"
  }

  private func paint(_ text: String, _ style: String) -> String {
    color && !text.isEmpty ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}
