/// Something found in a publication: what is wrong, where, and what would mend it.
public struct Diagnostic: Hashable, Sendable {
  /// How much it weighs.
  public enum Severity: String, Hashable, Sendable {
    /// The site is not written.
    case error
    /// The site is written, unless warnings are asked to count.
    case warning
  }

  /// A second place that helps to understand the first.
  public struct Label: Hashable, Sendable {
    /// The place.
    public let span: SourceSpan
    /// What is to be seen there.
    public let message: String

    /// Says `message` of `span`.
    public init(_ span: SourceSpan, _ message: String) {
      self.span = span
      self.message = message
    }
  }

  /// Which check found it.
  public let code: DiagnosticCode
  /// How much it weighs.
  public let severity: Severity
  /// A sentence that stands alone, without a full stop.
  public let message: String
  /// The offending bytes; nil where there is no file to point at.
  public let span: SourceSpan?
  /// Second places.
  public let labels: [Label]
  /// What would mend it, without a full stop.
  public let help: String?

  /// A finding of the check `code`, with the severity of its catalogue entry.
  public init(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan?, labels: [Label] = [],
    help: String? = nil
  ) {
    self.code = code
    self.severity = code.severity
    self.message = message
    self.span = span
    self.labels = labels
    self.help = help
  }
}

extension Diagnostic {
  /// The same finding at another place.
  public func located(at span: SourceSpan) -> Diagnostic {
    Diagnostic(code, message, at: span, labels: labels, help: help)
  }

  /// The order of reports: by file, place, code, then words, so that it never depends on timing.
  public static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let leftPlace = left.span.map { (Int($0.file.index), Int($0.start), Int($0.end)) }
    let rightPlace = right.span.map { (Int($0.file.index), Int($0.start), Int($0.end)) }
    let first = leftPlace ?? (-1, 0, 0)
    let second = rightPlace ?? (-1, 0, 0)
    if first != second { return first < second }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    if left.message != right.message { return left.message < right.message }
    if left.help != right.help { return (left.help ?? "") < (right.help ?? "") }
    return left.labels.lexicographicallyPrecedes(right.labels) { left, right in
      (left.span.file.index, left.span.start, left.span.end, left.message)
        < (right.span.file.index, right.span.start, right.span.end, right.message)
    }
  }
}

extension [Diagnostic] {
  /// The diagnostics in the order of reports, each said once: what is said of a place in the same
  /// words is the same, whoever led there.
  public var sortedForReport: [Diagnostic] {
    var result: [Diagnostic] = []
    for diagnostic in sorted(by: Diagnostic.precedes) {
      if let last = result.last, last.span != nil, last.span == diagnostic.span,
        last.code == diagnostic.code, last.message == diagnostic.message
      {
        continue
      }
      if result.last != diagnostic { result.append(diagnostic) }
    }
    return result
  }

  /// How many are errors.
  public var errorCount: Int { count { $0.severity == .error } }
  /// How many are warnings.
  public var warningCount: Int { count { $0.severity == .warning } }
}
