import Documents

extension SourceItemReader {
  /// The names of a variable: a list of mappings; a text counts as a name that is one whole.
  mutating func names(_ entry: Node.Entry) -> [SourceName] {
    (entry.value.elements ?? [entry.value]).compactMap { name($0, of: entry.key) }
  }

  private mutating func name(_ node: Node, of variable: String) -> SourceName? {
    if let text = node.text { return text.isEmpty ? nil : SourceName(literal: text) }
    guard node.entries != nil else {
      report("a name in '\(variable)' of the source '\(key)' is \(node.kindInWords)", at: node.span)
      return nil
    }
    if let literal = node["literal"]?.text, !literal.isEmpty { return SourceName(literal: literal) }
    let family = node["family"]?.text ?? ""
    let given = node["given"]?.text ?? ""
    let suffix = node["suffix"]?.text ?? ""
    let dropping = node["dropping-particle"]?.text ?? ""
    let nonDropping = node["non-dropping-particle"]?.text ?? ""
    guard !family.isEmpty else {
      if !given.isEmpty { return SourceName(literal: given) }
      report(
        "a name in '\(variable)' of the source '\(key)' has neither 'family' nor 'literal'",
        at: node.span)
      return nil
    }
    // A name in quotation marks is not to be taken apart.
    if family.hasPrefix("\""), family.hasSuffix("\""), family.utf8.count > 2 {
      return SourceName(
        family: String(family.dropFirst().dropLast()), given: given, suffix: suffix)
    }
    if dropping.isEmpty, nonDropping.isEmpty {
      return SourceName.partingParticles(family: family, given: given, suffix: suffix)
    }
    return SourceName(
      family: family, given: given, droppingParticle: dropping, nonDroppingParticle: nonDropping,
      suffix: suffix)
  }
}
