import Bytes
import Diagnostics
import Documents

/// Reads a Vega expression by recursive descent, in the order of JavaScript's precedence.
struct ConditionParser {
  private let tokens: [ConditionToken]
  private let source: [UInt8]
  private let places: ConditionPlaces
  private var index = 0

  /// The tree of the expression in the scalar `node`, whose text is `text`.
  static func parse(
    _ text: String, node: Node, depth: Int
  ) -> Result<ConditionExpression, Diagnostic.Fault> {
    let source = Array(text.utf8)
    let places = ConditionPlaces(node: node, byteCount: source.count)
    do throws(ConditionFault) {
      var parser = ConditionParser(
        tokens: try ConditionScanner.tokens(of: source), source: source, places: places)
      return .success(try parser.whole(depth: depth))
    } catch {
      let diagnostic = Diagnostic(
        .conditionInvalid, error.message, at: places.span(error.range), help: error.help)
      return .failure(Diagnostic.Fault(diagnostic: diagnostic))
    }
  }

  private init(tokens: [ConditionToken], source: [UInt8], places: ConditionPlaces) {
    self.tokens = tokens
    self.source = source
    self.places = places
  }

  private var current: ConditionToken { tokens[index] }

  private mutating func advance() {
    if index + 1 < tokens.count { index += 1 }
  }

  private mutating func take(_ kind: ConditionToken.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  private mutating func whole(depth: Int) throws(ConditionFault) -> ConditionExpression {
    guard current.kind != .end else {
      throw ConditionFault(range: 0..<source.count, message: "this condition is empty")
    }
    let expression = try alternatives(depth)
    guard current.kind == .end else { throw leftover() }
    return expression
  }

  /// What to say of a token that nothing asked for.
  private func leftover() -> ConditionFault {
    let words = source[current.range].text
    var help: String?
    switch current.kind {
    case .name("and"): help = "write '&&'"
    case .name("or"): help = "write '||'"
    case .name("in"): help = "write {field: …, oneOf: […]}"
    case .minus:
      help = "a column whose name has a hyphen is written datum['like-this']"
    case .comparison: help = "join two comparisons with &&"
    case .open: help = "conditions know no functions"
    default: break
    }
    if case .comparison = current.kind {
      return ConditionFault(
        range: current.range, message: "what was compared is compared again with '\(words)'",
        help: help)
    }
    return ConditionFault(
      range: current.range, message: "before '\(words)' an operator is missing",
      help: help ?? "join conditions with && or ||")
  }

  private mutating func alternatives(_ depth: Int) throws(ConditionFault) -> ConditionExpression {
    guard depth <= Condition.depthLimit else {
      throw ConditionFault(
        range: current.range,
        message: "this condition nests deeper than \(Condition.depthLimit)")
    }
    var options = [try conjunction(depth)]
    while take(.or) { options.append(try conjunction(depth)) }
    return options.count == 1 ? options[0] : .any(options)
  }

  private mutating func conjunction(_ depth: Int) throws(ConditionFault) -> ConditionExpression {
    var terms = [try comparison(depth)]
    while take(.and) { terms.append(try comparison(depth)) }
    return terms.count == 1 ? terms[0] : .all(terms)
  }

  private mutating func comparison(_ depth: Int) throws(ConditionFault) -> ConditionExpression {
    let start = current.range.lowerBound
    let left = try negation(depth)
    guard case .comparison(let comparison) = current.kind else { return left }
    let leftRange = start..<tokens[index - 1].range.upperBound
    let middle = current.range
    advance()
    let rightStart = current.range.lowerBound
    let right = try negation(depth)
    let rightRange = rightStart..<tokens[index - 1].range.upperBound
    return .comparison(
      try operand(left, leftRange), comparison, try operand(right, rightRange),
      places.span(middle))
  }

  private func operand(
    _ expression: ConditionExpression, _ range: Range<Int>
  ) throws(ConditionFault) -> ConditionOperand {
    if case .operand(let operand) = expression { return operand }
    throw ConditionFault(
      range: range, message: "only columns and values can be compared, not conditions",
      help: "'!' binds closer than a comparison: write !(a == b), or a != b")
  }

  private mutating func negation(_ depth: Int) throws(ConditionFault) -> ConditionExpression {
    var isNegated = false
    var count = 0
    while take(.not) {
      isNegated.toggle()
      count += 1
    }
    let inner = try primary(depth)
    if isNegated { return .not(inner) }
    return count > 0 ? .not(.not(inner)) : inner
  }

  private mutating func primary(_ depth: Int) throws(ConditionFault) -> ConditionExpression {
    let token = current
    switch token.kind {
    case .open:
      advance()
      let inner = try alternatives(depth + 1)
      guard take(.close) else {
        if current.kind != .end { throw leftover() }
        throw ConditionFault(
          range: token.range, message: "this parenthesis is never closed", help: "write ')'")
      }
      return inner
    case .string(let text):
      advance()
      return literal(.text(text), text, token.range)
    case .number(let value):
      advance()
      return literal(.number(value), source[token.range].text, token.range)
    case .minus:
      advance()
      guard case .number(let value) = current.kind else {
        throw ConditionFault(range: token.range, message: "behind '-' here belongs a number")
      }
      let range = token.range.lowerBound..<current.range.upperBound
      advance()
      return literal(.number(-value), source[range].text, range)
    case .name(let name): return try named(name)
    case .end:
      throw ConditionFault(
        range: max(0, source.count - 1)..<source.count,
        message: "this condition ends where a column or a value should stand")
    default:
      throw ConditionFault(
        range: token.range,
        message: "here should stand a column or a value, not '\(source[token.range].text)'")
    }
  }

  private func literal(
    _ value: ConditionLiteral.Value, _ text: String, _ range: Range<Int>
  ) -> ConditionExpression {
    .operand(
      .literal(
        ConditionLiteral(value: value, text: text, isPlain: false, span: places.span(range))))
  }

  /// A keyword, or a path such as `killed.low`, `datum.kind`, `datum['stated by']`.
  private mutating func named(_ first: String) throws(ConditionFault) -> ConditionExpression {
    let start = current.range
    advance()
    let isPath = current.kind == .dot || current.kind == .openBracket
    if !isPath {
      switch first {
      case "true", "false": return literal(.boolean(first == "true"), first, start)
      case "null": return literal(.null, first, start)
      default: break
      }
    }
    if current.kind == .open {
      throw ConditionFault(
        range: start, message: "conditions know no function '\(first)'",
        help: first == "isValid" ? "write {field: …, valid: true}" : "compare columns with values")
    }
    var names = first == "datum" && isPath ? [] : [first]
    var range = start
    while current.kind == .dot || current.kind == .openBracket {
      let (name, place) = try part()
      range = (names.isEmpty ? place.lowerBound : range.lowerBound)..<place.upperBound
      names.append(name)
    }
    let name = names.joined(separator: ".")
    return .operand(.reference(ConditionReference(name: name, span: places.span(range))))
  }

  /// What stands behind a dot or in brackets, and the place of the name itself.
  private mutating func part() throws(ConditionFault) -> (String, Range<Int>) {
    let opening = current
    advance()
    let token = current
    if opening.kind == .dot {
      guard case .name(let name) = token.kind else {
        throw ConditionFault(range: opening.range, message: "behind this dot belongs a name")
      }
      advance()
      return (name, token.range)
    }
    guard case .string(let name) = token.kind else {
      throw ConditionFault(
        range: opening.range, message: "in these brackets belongs a column's name in quotes",
        help: "write datum['name']")
    }
    advance()
    guard take(.closeBracket) else {
      throw ConditionFault(range: opening.range, message: "this bracket is never closed")
    }
    return (name, token.range.lowerBound + 1..<token.range.upperBound - 1)
  }
}

extension Diagnostic {
  /// A diagnostic as the failure of a `Result`.
  struct Fault: Error {
    let diagnostic: Diagnostic
  }
}
