import Diagnostics

/// Reads Vega's expressions by precedence climbing; nothing but this ever evaluates them.
struct ExpressionParser {
  /// Brackets within brackets: more than this is no expression anybody wrote.
  private static let depthLimit = 100
  private static let lengthLimit = 100_000
  /// Operators behind one another nest as deep as brackets in the tree that is evaluated.
  private static let chainLimit = 2_000

  private let tokens: [ExpressionToken]
  private var index = 0
  private var depth = 0
  private var chain = 0
  /// Whether a bare name is a field, as filters of briefs may write it.
  private let allowsBareFields: Bool
  /// The fields that are read, with their places.
  private(set) var fields: [(name: String, range: Range<Int>)] = []
  /// The parameters that are named, with their places.
  private(set) var parameters: [(name: String, range: Range<Int>)] = []

  init(_ text: String, allowsBareFields: Bool) throws(ExpressionFault) {
    guard text.utf8.count <= Self.lengthLimit else {
      throw ExpressionFault(
        message: "an expression of more than \(Self.lengthLimit) bytes is not read", range: 0..<1)
    }
    var scanner = ExpressionScanner(text)
    tokens = try scanner.tokens()
    self.allowsBareFields = allowsBareFields
  }

  /// The whole expression.
  mutating func parse() throws(ExpressionFault) -> ExpressionNode {
    let node = try conditional()
    if case .mark(";") = token.kind { index += 1 }
    guard case .end = token.kind else {
      throw ExpressionFault(message: "nothing may follow here", range: token.range)
    }
    return node
  }

  private var token: ExpressionToken { tokens[index] }

  private mutating func take(_ mark: String) -> Bool {
    guard case .mark(mark) = token.kind else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ mark: String) throws(ExpressionFault) {
    guard take(mark) else {
      throw ExpressionFault(message: "'\(mark)' is missing here", range: token.range)
    }
  }

  private mutating func conditional() throws(ExpressionFault) -> ExpressionNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else {
      throw ExpressionFault(
        message: "an expression is nested more than \(Self.depthLimit) deep", range: token.range)
    }
    let test = try binary(1)
    guard take("?") else { return test }
    let first = try conditional()
    try expect(":")
    return .conditional(test, first, try conditional())
  }

  private mutating func binary(_ least: Int) throws(ExpressionFault) -> ExpressionNode {
    var left = try unary()
    while case .mark(let mark) = token.kind,
      let op = ExpressionNode.BinaryOperator(rawValue: mark), op.precedence >= least
    {
      try link()
      index += 1
      left = .binary(op, left, try binary(op.precedence + 1))
    }
    return left
  }

  /// Counts an operator.
  private mutating func link() throws(ExpressionFault) {
    chain += 1
    guard chain <= Self.chainLimit else {
      throw ExpressionFault(
        message: "an expression has more than \(Self.chainLimit) operators", range: token.range)
    }
  }

  private mutating func unary() throws(ExpressionFault) -> ExpressionNode {
    guard case .mark(let mark) = token.kind,
      let op = ExpressionNode.UnaryOperator(rawValue: mark)
    else { return try postfix() }
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else {
      throw ExpressionFault(message: "an expression is nested too deep", range: token.range)
    }
    index += 1
    return .unary(op, try unary())
  }

  private mutating func postfix() throws(ExpressionFault) -> ExpressionNode {
    var node = try primary()
    while true {
      if case .mark(let mark) = token.kind, mark == "." || mark == "[" { try link() }
      if take(".") {
        guard case .name(let name) = token.kind else {
          throw ExpressionFault(message: "a name is missing behind '.'", range: token.range)
        }
        let range = token.range
        index += 1
        node = member(node, name, range)
      } else if take("[") {
        let range = token.range
        let inner = try conditional()
        try expect("]")
        if case .literal(.text(let name)) = inner {
          node = member(node, name, range)
        } else {
          node = .member(node, inner)
        }
      } else {
        return node
      }
    }
  }

  private mutating func member(
    _ node: ExpressionNode, _ name: String, _ range: Range<Int>
  ) -> ExpressionNode {
    guard case .row = node else { return .member(node, .literal(.text(name))) }
    fields.append((name, range))
    return .field(name)
  }

  private mutating func primary() throws(ExpressionFault) -> ExpressionNode {
    let current = token
    index += current.kind == .end ? 0 : 1
    switch current.kind {
    case .number(let number): return .literal(.number(number))
    case .text(let text): return .literal(.text(text))
    case .mark("("):
      let inner = try conditional()
      try expect(")")
      return inner
    case .mark("["): return .list(try elements("]"))
    case .mark("{"): return try object()
    case .name(let name): return try named(name, current.range)
    case .mark(let mark):
      throw ExpressionFault(message: "'\(mark)' has no place here", range: current.range)
    case .end: throw ExpressionFault(message: "the expression ends too early", range: current.range)
    }
  }

  private mutating func elements(_ end: String) throws(ExpressionFault) -> [ExpressionNode] {
    var nodes: [ExpressionNode] = []
    if take(end) { return nodes }
    repeat { nodes.append(try conditional()) } while take(",")
    try expect(end)
    return nodes
  }

  private mutating func object() throws(ExpressionFault) -> ExpressionNode {
    var entries: [(name: String, value: ExpressionNode)] = []
    if take("}") { return .object([]) }
    repeat {
      let name: String
      switch token.kind {
      case .name(let word), .text(let word): name = word
      case .number(let number): name = Datum.number(number).text
      default: throw ExpressionFault(message: "a name is missing here", range: token.range)
      }
      index += 1
      try expect(":")
      entries.append((name, try conditional()))
    } while take(",")
    try expect("}")
    return .object(entries)
  }

  private mutating func named(
    _ name: String, _ range: Range<Int>
  ) throws(ExpressionFault) -> ExpressionNode {
    switch name {
    case "true": return .literal(.boolean(true))
    case "false": return .literal(.boolean(false))
    case "null", "undefined": return .literal(.null)
    case "datum": return .row
    default: break
    }
    if case .mark("(") = token.kind {
      index += 1
      let arguments = try elements(")")
      return try ExpressionFunction.call(name, arguments, range)
    }
    if let constant = ExpressionFunction.constant(name) { return .literal(.number(constant)) }
    if allowsBareFields {
      fields.append((name, range))
      return .field(name)
    }
    parameters.append((name, range))
    return .parameter(name)
  }
}
