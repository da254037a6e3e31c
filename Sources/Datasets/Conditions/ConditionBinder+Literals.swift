import Diagnostics
import Values

extension ConditionBinder {
  /// The test of a column against a value that the author wrote.
  mutating func test(
    _ path: FieldPath, _ reference: ConditionReference, _ comparison: ConditionOperator,
    _ literal: ConditionLiteral
  ) -> RowTest? {
    if comparison == .unequal {
      return test(path, reference, .equal, literal).map { .not($0) }
    }
    if case .null = literal.value {
      guard !comparison.isOrder else {
        return fail(
          "null has no order", literal.span, help: "compare with == null or != null")
      }
      return .missing(path)
    }
    let kind = kind(of: path)
    if comparison.isOrder, let fault = orderFault(kind, reference) { return fault.report(&self) }
    switch kind {
    case .string, .time, .geopoint, .geojson, .object, .array, .any:
      return textTest(path, reference, comparison, literal)
    case .duration: return durationTest(path, comparison, literal)
    case .number, .integer, .year:
      guard case .number(let value) = literal.value else {
        return mismatch(reference, kind, literal, help: "write a number without quotation marks")
      }
      return .number(path, comparison, value)
    case .boolean:
      guard case .boolean(let value) = literal.value else {
        return mismatch(reference, kind, literal, help: "write true or false")
      }
      return value ? .flag(path) : .all([.not(.flag(path)), .not(.missing(path))])
    case .date: return dateTest(path, reference, comparison, literal)
    case .estimate: return estimateTest(path, reference, literal)
    }
  }

  private mutating func mismatch(
    _ reference: ConditionReference, _ kind: Field.Kind, _ literal: ConditionLiteral,
    help: String
  ) -> RowTest? {
    let shown: String
    switch literal.value {
    case .text(let text): shown = "the text '\(text)'"
    case .number: shown = "the number \(literal.text)"
    default: shown = literal.text
    }
    return fail(
      "'\(reference.name)' holds \(kind.plural) and cannot be compared with \(shown)",
      literal.span, help: help)
  }

  private mutating func textTest(
    _ path: FieldPath, _ reference: ConditionReference, _ comparison: ConditionOperator,
    _ literal: ConditionLiteral
  ) -> RowTest? {
    let text: String
    if case .text(let written) = literal.value {
      text = written
    } else if literal.isPlain {
      text = literal.text
    } else {
      return mismatch(reference, .string, literal, help: "write '\(literal.text)' in quotes")
    }
    guard path.part == nil, dataset.fields[path.column].separator != nil else {
      return .text(path, comparison, text)
    }
    guard comparison == .equal else {
      return fail(
        "'\(reference.name)' holds lists, which have no order", reference.span,
        help: "== and != ask whether the list contains the text")
    }
    return .listHas(path.column, [text])
  }

  private mutating func dateTest(
    _ path: FieldPath, _ reference: ConditionReference, _ comparison: ConditionOperator,
    _ literal: ConditionLiteral
  ) -> RowTest? {
    if case .boolean = literal.value {
      return mismatch(reference, .date, literal, help: "write a date such as '2021-08'")
    }
    switch CellText.date(literal.text) {
    case .success(let date): return .date(path, comparison, DatePeriod(date))
    case .failure(let fault):
      return fail(
        "'\(literal.text)' is no date\(fault.causeText)", literal.span,
        help: fault.help ?? "write a date such as '2021-08'")
    }
  }

  private mutating func durationTest(
    _ path: FieldPath, _ comparison: ConditionOperator, _ literal: ConditionLiteral
  ) -> RowTest? {
    switch DurationText.parse(literal.text) {
    case .success(let duration): return .length(path, comparison, duration.length)
    case .failure(let fault):
      return fail(
        "'\(literal.text)' is no duration\(fault.causeText)", literal.span, help: fault.help)
    }
  }

  private mutating func estimateTest(
    _ path: FieldPath, _ reference: ConditionReference, _ literal: ConditionLiteral
  ) -> RowTest? {
    switch literal.value {
    case .text(let text):
      switch CellText.estimate(text) {
      case .success(let estimate): return .estimate(path, estimate)
      case .failure(let fault):
        return fail(
          "'\(text)' is no estimate\(fault.causeText)", literal.span, help: fault.help)
      }
    case .number:
      let name = reference.name
      return fail(
        "'\(name)' holds estimates, which a number can be compared with only by their parts",
        reference.span, help: "write \(name).low, \(name).high or \(name).mid")
    default:
      return mismatch(reference, .estimate, literal, help: "write text such as '~60'")
    }
  }
}
