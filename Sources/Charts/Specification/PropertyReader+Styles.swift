import Diagnostics
import Documents

extension PropertyReader {
  /// The largest measure that a property may have, in px, px² or degrees.
  private static let largestMeasure = 100_000.0

  /// Reads the properties of `Key` that the mapping has; others stay to be asked for.
  mutating func properties<Key>(_ type: Key.Type) -> Properties<Key> {
    var properties = Properties<Key>()
    for key in Key.allCases {
      // What its owner reads, and did not ask for, is none of the properties that it has.
      if case .any = key.kind { continue }
      if type.withoutEffect.contains(key) {
        unused([key.rawValue], because: "charts have no interaction, and the house sets this")
      }
      guard let entry = entry(key.rawValue) else { continue }
      guard let value = value(entry.value, of: key.rawValue, key.kind) else { continue }
      if let fault = value.fault(under: key.variation, key.kind) {
        report(
          .chartUnsupported, "'\(key.rawValue)' of \(subject) cannot depend on \(fault)",
          at: entry.value.span, help: "write a value")
        continue
      }
      properties[key] = value
    }
    return properties
  }

  /// Reads one value of a property.
  mutating func value(_ node: Node, of key: String, _ kind: PropertyKind) -> PropertyValue? {
    if node.isNull { return .null }
    if node.entries != nil { return mapping(node, of: key, kind) }
    switch kind {
    case .number, .size:
      guard let number = node.number else {
        wrongType(node, key, expected: "a number")
        return nil
      }
      if number.magnitude <= Self.largestMeasure { return .number(number) }
      report(
        .valueInvalid, "the '\(key)' of \(subject) is larger than any picture", at: node.span,
        help: "write a number up to \(Int(Self.largestMeasure))")
    case .boolean:
      if let truth = node.boolean { return .boolean(truth) }
      wrongType(node, key, expected: "true or false")
    case .text:
      if let text = node.text { return .text(text) }
      wrongType(node, key, expected: "text")
    case .color:
      // A colour of the theme is its number.
      if let number = node.integer, (1...HousePalette.count).contains(number) {
        return .number(Double(number))
      }
      if let text = node.text, Paint.isColor(text) {
        return .text(text)
      }
      report(
        .valueInvalid,
        "'\(node.text ?? node.kindInWords)', the '\(key)' of \(subject), is no colour",
        at: node.span,
        help:
          "write a number of the theme, 1 to 6, its 'ink' or 'ground', or a colour of CSS such as "
          + "steelblue")
    case .numbers:
      if let elements = node.elements {
        let numbers = elements.compactMap(\.number)
        if numbers.count == elements.count { return .list(numbers.map(PropertyValue.number)) }
      }
      wrongType(node, key, expected: "a list of numbers")
    case .expression:
      guard let text = node.text else {
        wrongType(node, key, expected: "an expression")
        return nil
      }
      return Expression.parse(text, at: node.span).take(into: &self).map(PropertyValue.expression)
    case .place:
      if let number = node.number { return .number(number) }
      if let text = node.text, text == "width" || text == "height" { return .text(text) }
      wrongType(node, key, expected: "a number of px")
    case .shape: return value(node, of: key, .choice(Symbol.names))
    case .choice(let words):
      guard let text = node.text else {
        wrongType(node, key, expected: "text")
        return nil
      }
      if words.contains(text) { return .text(text) }
      report(
        .chartUnsupported, "'\(text)' is not supported as '\(key)' of \(subject)", at: node.span,
        help: Suggestion.didYouMean(text, among: words)
          ?? "it can be \(words.joined(separator: ", "))")
    case .lines:
      if let text = node.text { return .text(text) }
      if let elements = node.elements {
        return .list(elements.compactMap { $0.text.map(PropertyValue.text) })
      }
      wrongType(node, key, expected: "text")
    case .numberOrText:
      if let number = node.number { return .number(number) }
      if let truth = node.boolean { return .boolean(truth) }
      if let text = node.text { return .text(text) }
      wrongType(node, key, expected: "a number or text")
    case .any: break
    }
    return nil
  }

  /// Reads `{expr: …}`, `{band: …}` and `{condition: …, value: …}`.
  private mutating func mapping(
    _ node: Node, of key: String, _ kind: PropertyKind
  ) -> PropertyValue? {
    var reader = PropertyReader(node, of: "'\(key)' of \(subject)")
    defer { report(reader.finish()) }
    if let expression = reader.text("expr") {
      let parsed = Expression.parse(expression.value, at: expression.span).take(into: &reader)
      return parsed.map(PropertyValue.expression)
    }
    if case .size = kind, let band = reader.number("band") {
      return .list([.text("band"), .number(band)])
    }
    guard let condition = reader.node("condition") else {
      // What else stands in it is reported as unknown.
      return nil
    }
    let fallback = reader.node("value").flatMap { reader.value($0, of: key, kind) }
    var cases: [(test: Predicate, value: PropertyValue)] = []
    for element in condition.elements ?? [condition] {
      var inner = PropertyReader(element, of: "a condition of '\(key)'")
      if let test = inner.node("test"),
        let predicate = Predicate.read(test).take(into: &inner),
        let value = inner.node("value").flatMap({ inner.value($0, of: key, kind) })
      {
        cases.append((predicate, value))
      }
      reader.report(inner.finish())
    }
    return .conditional(cases, otherwise: fallback ?? .null)
  }
}

extension PropertyValue {
  /// What the value depends on and may not; nil where all is well.
  fileprivate func fault(under variation: PropertyVariation, _ kind: PropertyKind) -> String? {
    switch self {
    case .expression:
      if case .expression = kind { return nil }
      return variation == .none ? "an expression" : nil
    case .conditional: return variation == .tick ? nil : "a condition"
    default: return nil
    }
  }
}
