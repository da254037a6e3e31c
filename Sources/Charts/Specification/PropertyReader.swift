import Diagnostics
import Documents

/// Reads one mapping of a specification; a property that nobody asks for is not supported, and an
/// error that names it.
struct PropertyReader {
  /// What the mapping is, for messages: `a chart`, `the axis of 'x'`.
  let subject: String
  private var reader: MappingReader
  private let entries: [Node.Entry]
  private var asked: [String] = []

  init(_ node: Node, of subject: String) {
    self.subject = subject
    self.reader = MappingReader(node, of: subject, unknownKey: .chartUnsupported)
    self.entries = node.entries ?? []
  }

  /// The value of `key` even where it is null, which in this grammar often means "none".
  mutating func entry(_ key: String) -> Node.Entry? {
    asked.append(key)
    return entries.first { $0.key == key }
  }

  /// The value of `key`, or nil where it is absent or null.
  mutating func node(_ key: String) -> Node? {
    asked.append(key)
    return reader.node(key)
  }

  /// Text with its place.
  mutating func text(_ key: String) -> Spanned<String>? {
    guard let node = node(key), let text = reader.text(key) else { return nil }
    return Spanned(text, at: node.span)
  }

  /// A finite number.
  mutating func number(_ key: String) -> Double? {
    asked.append(key)
    return reader.number(key)
  }

  /// A number that is more than zero.
  mutating func positiveNumber(_ key: String) -> Double? {
    guard let node = node(key), let number = reader.number(key) else { return nil }
    if number > 0 { return number }
    report(.valueInvalid, "'\(key)' of \(subject) must be more than 0", at: node.span)
    return nil
  }

  /// `true` or `false`.
  mutating func boolean(_ key: String) -> Bool? {
    asked.append(key)
    return reader.boolean(key)
  }

  /// One of the words of an enumeration, with its place; any other word is not supported.
  mutating func choice<Choice>(_ key: String, of type: Choice.Type) -> Spanned<Choice>?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let node = node(key) else { return nil }
    guard let text = node.text else {
      reader.wrongType(node, key, expected: "text")
      return nil
    }
    if let choice = Choice(rawValue: text) { return Spanned(choice, at: node.span) }
    let names = Choice.allCases.map(\.rawValue)
    report(
      .chartUnsupported, "'\(text)' is not supported as '\(key)' of \(subject)", at: node.span,
      help: Suggestion.didYouMean(text, among: names)
        ?? "it can be \(names.joined(separator: ", "))")
    return nil
  }

  /// Takes a key as known without reading it.
  mutating func acknowledge(_ key: String) { asked.append(key) }

  /// What was found so far, for a reader that goes no further.
  var diagnosticsSoFar: [Diagnostic] { reader.diagnostics }

  /// Adds a finding of the caller's own.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan?, help: String? = nil
  ) {
    reader.report(Diagnostic(code, message, at: span, help: help))
  }

  /// Adds findings made elsewhere.
  mutating func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { reader.report(diagnostic) }
  }

  /// Reports a value of the wrong type.
  mutating func wrongType(_ node: Node, _ key: String, expected: String) {
    reader.wrongType(node, key, expected: expected)
  }

  /// Reports the properties that nobody asked for, and hands over all that was found.
  consuming func finish() -> [Diagnostic] {
    let known = Array(Set(asked)).sorted()
    for entry in entries where !asked.contains(entry.key) {
      let near = Suggestion.didYouMean(entry.key, among: known)
      let options = known.isEmpty ? nil : "it can have \(known.joined(separator: ", "))"
      report(
        .chartUnsupported, "the property '\(entry.key)' of \(subject) is not supported",
        at: entry.keySpan, help: near ?? options)
    }
    return reader.diagnostics
  }
}
