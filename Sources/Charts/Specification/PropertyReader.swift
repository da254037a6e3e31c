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

  /// A list of numbers, each within `range`.
  mutating func numbers(
    _ key: String, within range: ClosedRange<Double> = -.infinity ... .infinity
  ) -> [Double]? {
    guard let node = node(key) else { return nil }
    guard let elements = node.elements else {
      wrongType(node, key, expected: "a list of numbers")
      return nil
    }
    return elements.compactMap { element in
      guard let number = element.number else {
        wrongType(element, key, expected: "a list of numbers")
        return nil
      }
      guard range.contains(number) else {
        report(
          .valueInvalid,
          "'\(key)' of \(subject) has numbers from \(Datum.text(of: range.lowerBound)) to "
            + Datum.text(of: range.upperBound), at: element.span)
        return nil
      }
      return number
    }
  }

  /// Two numbers, the lesser first.
  mutating func extent(_ key: String) -> (low: Double, high: Double)? {
    guard let node = node(key), let numbers = numbers(key) else { return nil }
    if numbers.count == 2, numbers[0] < numbers[1] { return (numbers[0], numbers[1]) }
    report(
      .valueInvalid, "'\(key)' of \(subject) is not two numbers, the lesser first", at: node.span,
      help: "write it like [0, 10]")
    return nil
  }

  /// How far a frame of rows reaches before and behind a row; null for all.
  mutating func frame(_ key: String) -> (before: Int?, behind: Int?)? {
    guard let node = node(key) else { return nil }
    if let ends = node.elements, ends.count == 2,
      ends.allSatisfy({ $0.isNull || $0.integer != nil })
    {
      return (ends[0].integer, ends[1].integer)
    }
    report(
      .valueInvalid, "'\(key)' of \(subject) is not two whole numbers", at: node.span,
      help: "write it like [-3, 0], and null for all rows before or behind")
    return nil
  }

  /// The elements of a list.
  mutating func list(_ key: String, of what: String) -> [Node]? {
    guard let node = node(key) else { return nil }
    if let elements = node.elements { return elements }
    wrongType(node, key, expected: "a list of \(what)")
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

  /// Takes keys that are known and change nothing, with a warning where they are there.
  mutating func unused(_ keys: [String], because reason: String) {
    for key in keys {
      guard let entry = entry(key) else { continue }
      report(
        .chartPropertyUnused, "the property '\(key)' of \(subject) changes nothing here",
        at: entry.keySpan, help: "take it out: \(reason)")
    }
  }

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

extension Outcome {
  /// Takes the value and hands the diagnostics to `reader`.
  func take(into reader: inout PropertyReader) -> Value {
    reader.report(diagnostics)
    return value
  }
}
