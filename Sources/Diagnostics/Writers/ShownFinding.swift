/// A finding with everything worked out that a screen shows of it.
///
/// All texts are printable, and none of them is escaped for any language.
public struct ShownFinding: Hashable, Sendable {
  /// How much it weighs.
  public let severity: Diagnostic.Severity
  /// Which check found it; empty where none did.
  public let code: String
  /// What is wrong.
  public let message: String
  /// Where it stands, such as `Content/index.md:4:7`; nil where there is no file to point at.
  public let place: String?
  /// The line with the words in question.
  public let excerpt: Excerpt?
  /// Second places, each with what is to be seen there.
  public let notes: [String]
  /// What would mend it.
  public let help: String?

  /// A finding without a place, which no check has made: `message` is the whole of it.
  public init(error message: String) {
    self.severity = .error
    self.code = ""
    self.message = message.printable
    self.place = nil
    self.excerpt = nil
    self.notes = []
    self.help = nil
  }

  fileprivate init(
    _ diagnostic: Diagnostic, in report: Report, _ cursor: inout PlaceCursor,
    _ labels: PositionTable
  ) {
    severity = diagnostic.severity
    code = diagnostic.code.rawValue
    message = diagnostic.message.printable
    help = diagnostic.help?.printable
    if let span = diagnostic.span, let file = report.file(of: span) {
      cursor.move(to: Int(span.start), of: span.file, file)
      place = "\(file.path.printable):\(cursor.line):\(cursor.column)"
      excerpt = Excerpt(span, of: file, at: cursor)
    } else {
      place = nil
      excerpt = nil
    }
    notes = diagnostic.labels.compactMap { label in
      guard let file = report.file(of: label.span), let position = labels.start(of: label.span)
      else { return nil }
      let place = "\(file.path.printable):\(position.line):\(position.column)"
      return "\(label.message.printable) (\(place))"
    }
  }
}

extension Report {
  /// The findings as a screen shows them, in the order of the report.
  public var shown: [ShownFinding] {
    var cursor = PlaceCursor()
    let labels = PositionTable(diagnostics.labelSpans, in: files)
    return diagnostics.map { ShownFinding($0, in: self, &cursor, labels) }
  }

  fileprivate func file(of span: SourceSpan) -> SourceFile? {
    Int(span.file.index) < files.count ? files[Int(span.file.index)] : nil
  }
}
