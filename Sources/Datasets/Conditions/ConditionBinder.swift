public import Diagnostics
import Values

extension Condition {
  /// Looks the condition's columns up in `dataset` and settles how each comparison is made.
  ///
  /// - Returns: The condition, or nil with the diagnostics `column-missing` (at the name) and
  ///   `condition-invalid` (what cannot be compared).
  public func bind(to dataset: Dataset) -> Outcome<BoundCondition?> {
    var binder = ConditionBinder(dataset: dataset)
    let test = binder.test(expression)
    guard binder.diagnostics.isEmpty, let test else { return Outcome(nil, binder.diagnostics) }
    return Outcome(BoundCondition(dataset: dataset, test: test))
  }
}

/// Turns a condition's tree into tests of typed columns.
struct ConditionBinder {
  let dataset: Dataset
  var diagnostics: [Diagnostic] = []

  init(dataset: Dataset) {
    self.dataset = dataset
  }

  mutating func test(_ expression: ConditionExpression) -> RowTest? {
    switch expression {
    case .all(let terms): return tests(terms).map { .all($0) }
    case .any(let terms): return tests(terms).map { .any($0) }
    case .not(let inner): return test(inner).map { .not($0) }
    case .valid(let reference, let isValid):
      return path(reference).map { isValid ? .not(.missing($0)) : .missing($0) }
    case .oneOf(let reference, let literals): return oneOf(reference, literals)
    case .operand(let operand): return alone(operand)
    case .comparison(.reference(let left), let comparison, .literal(let right), _):
      guard let path = path(left) else { return nil }
      return test(path, left, comparison, right)
    case .comparison(.literal(let left), let comparison, .reference(let right), _):
      guard let path = path(right) else { return nil }
      return test(path, right, comparison.mirrored, left)
    case .comparison(.reference(let left), let comparison, .reference(let right), _):
      return columns(left, comparison, right)
    case .comparison(.literal, _, .literal(let right), _):
      return fail("two fixed values are compared here, no column", right.span)
    }
  }

  /// The tests of all the terms; every fault among them is found before giving up.
  private mutating func tests(_ terms: [ConditionExpression]) -> [RowTest]? {
    let results = terms.map { test($0) }
    let whole = results.compactMap { $0 }
    return whole.count == results.count ? whole : nil
  }

  mutating func fail(_ message: String, _ span: SourceSpan, help: String? = nil) -> RowTest? {
    diagnostics.append(Diagnostic(.conditionInvalid, message, at: span, help: help))
    return nil
  }

  private mutating func path(_ reference: ConditionReference) -> FieldPath? {
    dataset.path(named: reference.name, at: reference.span).take(into: &diagnostics)
  }

  func kind(of path: FieldPath) -> Field.Kind {
    switch path.part {
    case .low, .high, .mid, .lon, .lat: .number
    case .earliest, .latest: .date
    case nil: dataset.fields[path.column].kind
    }
  }

  private mutating func alone(_ operand: ConditionOperand) -> RowTest? {
    switch operand {
    case .literal(let literal):
      if case .boolean(let value) = literal.value { return .constant(value) }
      return fail("'\(literal.text)' alone is no condition", literal.span)
    case .reference(let reference):
      guard let path = path(reference) else { return nil }
      if kind(of: path) == .boolean { return .flag(path) }
      return fail(
        "column '\(reference.name)' alone is no condition, for it holds "
          + kind(of: path).plural, reference.span,
        help: "to ask whether it has a value write \(reference.name) != null")
    }
  }

  private mutating func oneOf(
    _ reference: ConditionReference, _ literals: [ConditionLiteral]
  ) -> RowTest? {
    guard let path = path(reference) else { return nil }
    let results = literals.map { test(path, reference, .equal, $0) }
    let whole = results.compactMap { $0 }
    guard whole.count == results.count else { return nil }
    // One look-up for all the texts instead of a comparison with each.
    var texts: Set<String> = []
    var others: [RowTest] = []
    for test in whole {
      switch test {
      case .text(_, .equal, let text): texts.insert(text)
      case .listHas(_, let wanted): texts.formUnion(wanted)
      default: others.append(test)
      }
    }
    guard !texts.isEmpty else { return .any(others) }
    let isList = dataset.fields[path.column].separator != nil
    let among = isList ? RowTest.listHas(path.column, texts) : .textAmong(path, texts)
    return .any([among] + others)
  }

  private mutating func columns(
    _ left: ConditionReference, _ comparison: ConditionOperator, _ right: ConditionReference
  ) -> RowTest? {
    let paths = (path(left), path(right))
    guard let first = paths.0, let second = paths.1 else { return nil }
    let kinds = (kind(of: first), kind(of: second))
    guard kinds.0.isComparable(with: kinds.1) else {
      return fail(
        "'\(left.name)' holds \(kinds.0.plural) and '\(right.name)' \(kinds.1.plural), "
          + "which cannot be compared", right.span)
    }
    for (path, reference) in [(first, left), (second, right)]
    where path.part == nil && dataset.fields[path.column].separator != nil {
      return fail("'\(reference.name)' holds lists, which compare only with text", reference.span)
    }
    if comparison.isOrder, let fault = orderFault(kinds.0, left) { return fault.report(&self) }
    if comparison == .unequal { return .not(.columns(first, .equal, second)) }
    return .columns(first, comparison, second)
  }

  struct OrderFault {
    let message: String
    let span: SourceSpan
    let help: String?

    func report(_ binder: inout ConditionBinder) -> RowTest? {
      binder.fail(message, span, help: help)
    }
  }

  /// Why values of a kind have no order, where they have none.
  func orderFault(_ kind: Field.Kind, _ reference: ConditionReference) -> OrderFault? {
    switch kind {
    case .estimate:
      OrderFault(
        message: "'\(reference.name)' holds estimates, which have an order only by their parts",
        span: reference.span,
        help: "write \(reference.name).low, \(reference.name).high or \(reference.name).mid")
    case .boolean:
      OrderFault(
        message: "'\(reference.name)' holds true or false, which have no order",
        span: reference.span, help: "compare with == or !=")
    case .geopoint:
      OrderFault(
        message: "'\(reference.name)' holds points on the earth, which have no order",
        span: reference.span, help: "write \(reference.name).lon or \(reference.name).lat")
    case .geojson, .object, .array:
      OrderFault(
        message: "'\(reference.name)' holds \(kind.plural), which have no order",
        span: reference.span, help: "compare with == or !=")
    default: nil
    }
  }
}

extension Field.Kind {
  /// Whether values of the two kinds can be compared with each other.
  func isComparable(with other: Field.Kind) -> Bool {
    let numbers: [Field.Kind] = [.number, .integer, .year]
    let texts: [Field.Kind] = [.string, .any]
    return self == other || numbers.contains(self) && numbers.contains(other)
      || texts.contains(self) && texts.contains(other)
  }
}
