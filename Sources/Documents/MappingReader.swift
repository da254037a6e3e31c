public import Diagnostics

/// Reads a mapping key by key and says what was wrong with it.
///
/// Ask for every key that is known, then call ``finish()``: keys that nobody asked for are unknown
/// and are reported with the nearest known one.
public struct MappingReader {
  /// What the mapping is, for messages: `front matter`, `a chart`.
  public let subject: String
  /// The mapping's own place.
  public let span: SourceSpan
  /// What was found so far.
  public private(set) var diagnostics: [Diagnostic] = []

  private let entries: [Node.Entry]
  /// Whether there are keys that could be missing: what is no mapping was reported as that.
  private let isMapping: Bool
  private let unknownKey: DiagnosticCode
  private let isOpen: Bool
  /// The keys that were asked for, each as often as it was.
  public private(set) var asked: [String] = []
  /// The keys that must be there and are not, with where that was reported.
  private var missing: [(key: String, index: Int)] = []

  /// Reads `node`; where it is no mapping, that is reported and every key is absent.
  /// - Parameters:
  ///   - subject: What it is, for messages.
  ///   - unknownKey: The code for keys that nobody asks for; its severity decides how they weigh.
  ///   - isOpen: Whether others may add keys of their own, so that only one that is nearly a known
  ///     one is reported.
  public init(
    _ node: Node, of subject: String, unknownKey: DiagnosticCode = .keyUnknown,
    isOpen: Bool = false
  ) {
    self.isOpen = isOpen
    self.subject = subject
    self.span = node.span
    self.unknownKey = unknownKey
    if let entries = node.entries {
      self.entries = entries
      self.isMapping = true
    } else {
      self.entries = []
      self.isMapping = node.isNull
      if !node.isNull {
        diagnostics.append(
          Diagnostic(
            .valueTypeWrong, "\(subject) is \(node.kindInWords), not a mapping of keys to values",
            at: node.span))
      }
    }
  }

  /// The value of `key` as it is, whatever its type; nil where it is absent or null.
  public mutating func node(_ key: String) -> Node? {
    entry(key)?.value
  }

  /// The entry of `key`, for those who need the key's own place.
  public mutating func entry(_ key: String) -> Node.Entry? {
    asked.append(key)
    return entries.first { $0.key == key && !$0.value.isNull }
  }

  /// The value of a key that must be there; one that is not is reported, unless there are no keys
  /// at all since this is no mapping.
  public mutating func required(_ key: String) -> Node? {
    if let node = node(key) { return node }
    guard isMapping else { return nil }
    missing.append((key, diagnostics.count))
    diagnostics.append(
      Diagnostic(
        .keyMissing, "\(subject) has no '\(key)'", at: span, help: "add a line '\(key): …'"))
    return nil
  }

  /// Text; numbers and the like are taken as they were written.
  public mutating func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.text { return text }
    wrongType(node, key, expected: "text")
    return nil
  }

  /// A whole number.
  public mutating func integer(_ key: String) -> Int? {
    guard let node = node(key) else { return nil }
    if let integer = node.integer { return integer }
    wrongType(node, key, expected: "a whole number")
    return nil
  }

  /// A finite number.
  public mutating func number(_ key: String) -> Double? {
    guard let node = node(key) else { return nil }
    if let number = node.number { return number }
    wrongType(node, key, expected: "a number")
    return nil
  }

  /// `true` or `false`.
  public mutating func boolean(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    if let boolean = node.boolean { return boolean }
    wrongType(node, key, expected: "true or false")
    return nil
  }

  /// A list; a single value that is no list counts as a list of one.
  public mutating func list(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    return node.elements ?? [node]
  }

  /// A list of texts; a single text counts as a list of one.
  public mutating func texts(_ key: String) -> [(text: String, span: SourceSpan)] {
    var result: [(text: String, span: SourceSpan)] = []
    let isList = self.node(key)?.elements != nil
    for node in list(key) {
      if let text = node.text {
        result.append((text, node.span))
      } else if isList {
        diagnostics.append(
          Diagnostic(
            .valueTypeWrong, "'\(key)' of \(subject) holds \(node.kindInWords), not texts alone",
            at: node.span))
      } else {
        wrongType(node, key, expected: "text or a list of texts")
      }
    }
    return result
  }

  /// One of the words of an enumeration.
  public mutating func choice<Choice>(_ key: String, of type: Choice.Type) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let node = node(key) else { return nil }
    if let text = node.text, let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let near = node.text.flatMap { Suggestion.didYouMean($0, among: names) }
    diagnostics.append(
      Diagnostic(
        .valueInvalid,
        "'\(key)' of \(subject) cannot be \(node.text.map { "'\($0)'" } ?? node.kindInWords)",
        at: node.span, help: near ?? "it can be \(names.joined(separator: ", "))"))
    return nil
  }

  /// Reports a value of the wrong type.
  public mutating func wrongType(_ node: Node, _ key: String, expected: String) {
    diagnostics.append(
      Diagnostic(
        .valueTypeWrong, "'\(key)' of \(subject) is \(node.kindInWords), not \(expected)",
        at: node.span))
  }

  /// Adds a finding of the caller's own.
  public mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Reports the keys that nobody asked for, and hands over all that was found.
  public consuming func finish() -> [Diagnostic] {
    let known = Set(asked)
    // What is meant is rather a key that is not there yet.
    let written = Set(entries.map(\.key))
    let absent = asked.filter { !written.contains($0) }
    var resolved: Set<Int> = []
    for entry in entries where !known.contains(entry.key) {
      let nearest =
        Suggestion.nearest(to: entry.key, among: absent)
        ?? Suggestion.nearest(to: entry.key, among: asked)
      // A misspelt key is missing too, and one slip is one finding: the graver of the two.
      if let place = missing.first(where: { $0.key == nearest })?.index,
        resolved.insert(place).inserted
      {
        if unknownKey.severity == .warning {
          diagnostics[place] = Diagnostic(
            .keyMissing, "\(subject) has no '\(nearest ?? "")', but '\(entry.key)'",
            at: entry.keySpan, help: "did you mean '\(nearest ?? "")'?")
          resolved.remove(place)
          missing.removeAll { $0.index == place }
          continue
        }
      }
      let near = nearest.map { "did you mean '\($0)'?" }
      if isOpen, near == nil { continue }
      diagnostics.append(
        Diagnostic(
          unknownKey, "\(subject) has no key '\(entry.key)'", at: entry.keySpan, help: near))
    }
    return diagnostics.indices.filter { !resolved.contains($0) }.map { diagnostics[$0] }
  }
}
