import Diagnostics
import Documents

/// Reads Vega-Lite's predicate objects, with expressions where they may stand in their place.
struct PredicateReader {
  var diagnostics: [Diagnostic] = []

  /// The keys of a predicate on a field that ask something.
  private static let questions = [
    "equal", "oneOf", "lt", "lte", "gt", "gte", "range", "valid",
  ]
  private static let keys = questions + ["field", "and", "or", "not"]

  mutating func expression(_ node: Node, depth: Int) -> ConditionExpression? {
    guard depth <= Condition.depthLimit else {
      report("this condition nests deeper than \(Condition.depthLimit)", node.span)
      return nil
    }
    switch node.content {
    case .scalar(let text, let isQuoted):
      if node.isNull && !isQuoted {
        report("this condition is empty", node.span)
        return nil
      }
      switch ConditionParser.parse(text, node: node, depth: depth) {
      case .success(let expression): return expression
      case .failure(let fault):
        diagnostics.append(fault.diagnostic)
        return nil
      }
    case .sequence:
      report(
        "a condition is an expression or a predicate, not a list", node.span,
        help: "write {and: […]} where all of them are to hold")
      return nil
    case .mapping(let entries): return predicate(node, entries, depth)
    }
  }

  private mutating func predicate(
    _ node: Node, _ entries: [Node.Entry], _ depth: Int
  ) -> ConditionExpression? {
    var isKnown = true
    for entry in entries where !Self.keys.contains(entry.key) {
      isKnown = false
      report(
        ["timeUnit", "param", "selection", "empty"].contains(entry.key)
          ? "'\(entry.key)' of a predicate is not supported"
          : "a predicate has no key '\(entry.key)'",
        entry.keySpan, help: Suggestion.didYouMean(entry.key, among: Self.keys))
    }
    guard isKnown else { return nil }
    let logical = entries.filter { ["and", "or", "not"].contains($0.key) }
    if let entry = logical.first {
      guard entries.count == 1 else {
        let other = entries.first { $0.key != entry.key } ?? entry
        report(
          "a predicate with '\(entry.key)' has no other key, such as '\(other.key)'",
          other.keySpan)
        return nil
      }
      return composition(entry, depth)
    }
    guard let field = node["field"], let name = field.text else {
      report(
        "a predicate names its column in 'field'", node["field"]?.span ?? node.span,
        help: "write {field: …, equal: …}")
      return nil
    }
    let asked = entries.filter { $0.key != "field" }
    guard !asked.isEmpty else {
      report(
        "this predicate asks nothing of '\(name)'", node.span,
        help: "add one of \(Self.questions.joined(separator: ", "))")
      return nil
    }
    let reference = ConditionReference(name: name, span: field.span)
    let terms = asked.map { question($0, reference) }
    let whole = terms.compactMap { $0 }
    guard whole.count == terms.count else { return nil }
    return whole.count == 1 ? whole[0] : .all(whole)
  }

  private mutating func composition(_ entry: Node.Entry, _ depth: Int) -> ConditionExpression? {
    if entry.key == "not" {
      return expression(entry.value, depth: depth + 1).map { .not($0) }
    }
    guard let elements = entry.value.elements else {
      report("'\(entry.key)' holds a list of conditions", entry.value.span)
      return nil
    }
    let terms = elements.map { expression($0, depth: depth + 1) }
    let whole = terms.compactMap { $0 }
    guard whole.count == terms.count else { return nil }
    return entry.key == "and" ? .all(whole) : .any(whole)
  }

  private mutating func question(
    _ entry: Node.Entry, _ reference: ConditionReference
  ) -> ConditionExpression? {
    let left = ConditionOperand.reference(reference)
    func compared(_ comparison: ConditionOperator, _ literal: ConditionLiteral)
      -> ConditionExpression
    {
      .comparison(left, comparison, .literal(literal), entry.keySpan)
    }
    switch entry.key {
    case "equal": return literal(entry.value).map { compared(.equal, $0) }
    case "lt": return literal(entry.value).map { compared(.less, $0) }
    case "lte": return literal(entry.value).map { compared(.lessOrEqual, $0) }
    case "gt": return literal(entry.value).map { compared(.greater, $0) }
    case "gte": return literal(entry.value).map { compared(.greaterOrEqual, $0) }
    case "valid":
      guard let isValid = entry.value.boolean else {
        report("'valid' is true or false", entry.value.span)
        return nil
      }
      return .valid(reference, isValid)
    case "oneOf":
      guard let elements = entry.value.elements else {
        report("'oneOf' holds a list of values", entry.value.span, help: "write [a, b]")
        return nil
      }
      let literals = elements.map { literal($0) }
      let whole = literals.compactMap { $0 }
      return whole.count == literals.count ? .oneOf(reference, whole) : nil
    default:
      guard let elements = entry.value.elements, elements.count == 2 else {
        report(
          "'range' holds a list of two values, the least and the greatest", entry.value.span,
          help: "write [a, b]; null leaves an end open")
        return nil
      }
      guard let low = literal(elements[0]), let high = literal(elements[1]) else { return nil }
      var terms: [ConditionExpression] = []
      if case .null = low.value {} else { terms.append(compared(.greaterOrEqual, low)) }
      if case .null = high.value {} else { terms.append(compared(.lessOrEqual, high)) }
      return terms.isEmpty ? .valid(reference, true) : .all(terms)
    }
  }

  /// A value of YAML or JSON, or a date in parts as Vega-Lite writes them.
  private mutating func literal(_ node: Node) -> ConditionLiteral? {
    switch node.content {
    case .scalar(let text, let isQuoted):
      let value: ConditionLiteral.Value
      if node.isNull {
        value = .null
      } else if let boolean = node.boolean {
        value = .boolean(boolean)
      } else if let number = node.number {
        value = .number(number)
      } else {
        value = .text(text)
      }
      return ConditionLiteral(value: value, text: text, isPlain: !isQuoted, span: node.span)
    case .mapping: return dateInParts(node)
    case .sequence:
      report("a list cannot be compared with a cell", node.span)
      return nil
    }
  }

  /// Vega-Lite's date object, as the text of a date: `{year: 2015, month: 3}` is `2015-03`.
  private mutating func dateInParts(_ node: Node) -> ConditionLiteral? {
    var parts: [String: Int] = [:]
    for entry in node.entries ?? [] {
      guard ["year", "month", "date"].contains(entry.key), let number = entry.value.integer,
        entry.key == "year" ? (0...9999).contains(number) : (1...31).contains(number)
      else {
        report(
          "a date in parts has a 'year', a 'month' and a 'date' as whole numbers", entry.keySpan,
          help: "write the date as text, such as '2015-03'")
        return nil
      }
      parts[entry.key] = number
    }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    guard let year = parts["year"], parts["date"] == nil || parts["month"] != nil else {
      report("this date has no \(parts["year"] == nil ? "'year'" : "'month'")", node.span)
      return nil
    }
    var text = padded(year, 4)
    if let month = parts["month"] { text += "-" + padded(month, 2) }
    if let day = parts["date"] { text += "-" + padded(day, 2) }
    return ConditionLiteral(value: .text(text), text: text, isPlain: false, span: node.span)
  }

  private mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
    diagnostics.append(Diagnostic(.conditionInvalid, message, at: span, help: help))
  }
}
