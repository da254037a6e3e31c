import Diagnostics
import Documents
import Values

/// A condition on a row: an expression, or Vega-Lite's predicate objects, put together by `and`,
/// `or` and `not`.
indirect enum Predicate: Sendable {
  case expression(Expression)
  case field(FieldPredicate)
  case and([Predicate])
  case or([Predicate])
  case not(Predicate)

  /// Reads a condition.
  /// - Parameter allowsBareFields: Whether expressions may leave out `datum.`.
  static func read(_ node: Node, allowsBareFields: Bool = false) -> Outcome<Predicate?> {
    if let text = node.text {
      return Expression.parse(text, at: node.span, allowsBareFields: allowsBareFields)
        .map { $0.map(Predicate.expression) }
    }
    guard node.entries != nil else {
      return Outcome(
        nil,
        [
          Diagnostic(
            .valueTypeWrong, "a condition is \(node.kindInWords), not an expression or a mapping",
            at: node.span)
        ])
    }
    var reader = PropertyReader(node, of: "a condition")
    func parts(_ key: String) -> [Predicate]? {
      guard let list = reader.node(key) else { return nil }
      return (list.elements ?? [list]).compactMap {
        read($0, allowsBareFields: allowsBareFields).take(into: &reader)
      }
    }
    if let all = parts("and") { return Outcome(.and(all), reader.finish()) }
    if let any = parts("or") { return Outcome(.or(any), reader.finish()) }
    if let inner = reader.node("not") {
      let predicate = read(inner, allowsBareFields: allowsBareFields).take(into: &reader)
      return Outcome(predicate.map { .not($0) }, reader.finish())
    }
    for name in ["param", "selection"] where node[name] != nil {
      return Outcome(
        nil,
        [
          Diagnostic(
            .chartUnsupported,
            "'\(name)' in a condition is not supported: charts have no interaction",
            at: node[name]?.span)
        ])
    }
    let field = FieldPredicate.read(&reader, at: node.span)
    return Outcome(field.map { .field($0) }, reader.finish())
  }

  /// The fields that it reads, with their places.
  var fields: [Spanned<String>] {
    switch self {
    case .expression(let expression): expression.fields
    case .field(let predicate): [predicate.field]
    case .and(let parts), .or(let parts): parts.flatMap(\.fields)
    case .not(let inner): inner.fields
    }
  }

  /// The parameters that it names, with their places.
  var parameters: [Spanned<String>] {
    switch self {
    case .expression(let expression): expression.parameters
    case .field: []
    case .and(let parts), .or(let parts): parts.flatMap(\.parameters)
    case .not(let inner): inner.parameters
    }
  }

  /// For which rows it holds.
  func mask(of table: ChartTable, parameters: [String: Datum]) -> [Bool] {
    switch self {
    case .expression(let expression):
      return expression.values(of: table, parameters: parameters).map(\.isTruthy)
    case .field(let predicate): return predicate.mask(of: table)
    case .and(let parts):
      let masks = parts.map { $0.mask(of: table, parameters: parameters) }
      return (0..<table.rowCount).map { row in masks.allSatisfy { $0[row] } }
    case .or(let parts):
      let masks = parts.map { $0.mask(of: table, parameters: parameters) }
      return (0..<table.rowCount).map { row in masks.contains { $0[row] } }
    case .not(let inner): return inner.mask(of: table, parameters: parameters).map { !$0 }
    }
  }
}

/// A comparison of one field (Vega-Lite, *Field Predicate*).
struct FieldPredicate: Sendable {
  enum Comparison: Sendable {
    case equal(Datum)
    case less(Datum)
    case lessOrEqual(Datum)
    case greater(Datum)
    case greaterOrEqual(Datum)
    case range(Datum, Datum)
    case oneOf([Datum])
    case valid(Bool)
  }

  let field: Spanned<String>
  /// All of these hold.
  let comparisons: [Comparison]
  let timeUnit: TimeUnit?

  static func read(_ reader: inout PropertyReader, at span: SourceSpan) -> FieldPredicate? {
    let field = reader.text("field")
    let unit = reader.node("timeUnit").flatMap { TimeUnit.read($0).take(into: &reader) }
    func datum(_ key: String) -> Datum? {
      reader.node(key).map { DatumReader.datum($0).take(into: &reader) }
    }
    func list(_ key: String) -> [Datum]? {
      guard let node = reader.node(key) else { return nil }
      guard let elements = node.elements else {
        reader.wrongType(node, key, expected: "a list of values")
        return nil
      }
      return elements.map { DatumReader.datum($0).take(into: &reader) }
    }
    var comparisons: [Comparison] = []
    if let value = datum("equal") { comparisons.append(.equal(value)) }
    if let value = datum("lt") { comparisons.append(.less(value)) }
    if let value = datum("lte") { comparisons.append(.lessOrEqual(value)) }
    if let value = datum("gt") { comparisons.append(.greater(value)) }
    if let value = datum("gte") { comparisons.append(.greaterOrEqual(value)) }
    if let ends = list("range") {
      if ends.count == 2 {
        comparisons.append(.range(ends[0], ends[1]))
      } else {
        reader.report(.valueInvalid, "a 'range' has two ends", at: span)
      }
    }
    if let values = list("oneOf") { comparisons.append(.oneOf(values)) }
    if let truth = reader.boolean("valid") { comparisons.append(.valid(truth)) }
    guard let field, !comparisons.isEmpty else {
      if reader.diagnosticsSoFar.errorCount == 0 {
        reader.report(
          .keyMissing, "this condition has no field or no comparison", at: span,
          help: "write it like {field: kind, equal: attack}")
      }
      return nil
    }
    return FieldPredicate(field: field, comparisons: comparisons, timeUnit: unit)
  }

  func mask(of table: ChartTable) -> [Bool] {
    var values = table.values(of: field.value) ?? Array(repeating: .null, count: table.rowCount)
    if let unit = timeUnit {
      values = TemporalReading.column(values).map { value in
        value.measure.map { .time(unit.floor($0)) } ?? .null
      }
    }
    return values.map { value in comparisons.allSatisfy { holds($0, value) } }
  }

  /// The value of the predicate in the unit of time of the field.
  private func cut(_ datum: Datum) -> Datum {
    guard let unit = timeUnit else { return datum }
    if case .number(let number) = datum { return .time(unit.moment(of: number)) }
    let moment = TemporalReading.datum(datum).measure ?? .nan
    return .time(unit.floor(moment))
  }

  private func holds(_ comparison: Comparison, _ value: Datum) -> Bool {
    func order(_ other: Datum) -> Int? {
      value.isNull ? nil : Arithmetic.compare(value, matched(cut(other), to: value))
    }
    switch comparison {
    case .equal(let other): return Arithmetic.isEqual(value, matched(cut(other), to: value))
    case .less(let other): return order(other).map { $0 < 0 } ?? false
    case .lessOrEqual(let other): return order(other).map { $0 <= 0 } ?? false
    case .greater(let other): return order(other).map { $0 > 0 } ?? false
    case .greaterOrEqual(let other): return order(other).map { $0 >= 0 } ?? false
    case .range(let low, let high):
      let isAbove = low.isNull || (order(low).map { $0 >= 0 } ?? false)
      let isBelow = high.isNull || (order(high).map { $0 <= 0 } ?? false)
      return isAbove && isBelow
    case .oneOf(let others):
      return others.contains { Arithmetic.isSame(value, matched(cut($0), to: value)) }
    case .valid(let wanted): return value.isValid == wanted
    }
  }

  /// A moment beside a text that is a date is compared as a moment.
  private func matched(_ other: Datum, to value: Datum) -> Datum {
    switch (value, other) {
    case (.text(let text), .time):
      return TimeText.milliseconds(text) == other.number ? .text(text) : other
    case (.date(let date), .text(let text)) where date.text != text:
      if case .success(let parsed) = EDTFDate.parse(text) { return .date(parsed) }
      return other
    default: return other
    }
  }
}
