import Values

/// Works out an expression for single rows.
struct ExpressionEvaluator {
  let table: ChartTable
  let parameters: [String: Datum]
  let language: Language

  func value(of node: ExpressionNode, _ row: Int) -> Datum {
    BoundExpression(node, table, parameters, language).value(row)
  }
}

/// An expression whose fields were looked up, so that each row costs no search.
struct BoundExpression {
  private indirect enum Node {
    case literal(Datum)
    case column([Datum])
    case row
    case member(Node, Node)
    case unary(ExpressionNode.UnaryOperator, Node)
    case binary(ExpressionNode.BinaryOperator, Node, Node)
    case conditional(Node, Node, Node)
    case list([Node])
    case object([(name: String, value: Node)])
    case call(ExpressionFunction, [Node])
  }

  private let root: Node
  private let table: ChartTable
  private let language: Language

  init(
    _ node: ExpressionNode, _ table: ChartTable, _ parameters: [String: Datum],
    _ language: Language
  ) {
    self.table = table
    self.language = language
    root = Self.bind(node, table, parameters)
  }

  private static func bind(
    _ node: ExpressionNode, _ table: ChartTable, _ parameters: [String: Datum]
  ) -> Node {
    func bound(_ node: ExpressionNode) -> Node { bind(node, table, parameters) }
    switch node {
    case .literal(let datum): return .literal(datum)
    case .field(let name):
      return table.column(name).map(Node.column) ?? .literal(parameters[name] ?? .null)
    case .row: return .row
    case .parameter(let name): return .literal(parameters[name] ?? .null)
    case .member(let inner, let key): return .member(bound(inner), bound(key))
    case .unary(let op, let inner): return .unary(op, bound(inner))
    case .binary(let op, let left, let right): return .binary(op, bound(left), bound(right))
    case .conditional(let test, let first, let second):
      return .conditional(bound(test), bound(first), bound(second))
    case .list(let nodes): return .list(nodes.map(bound))
    case .object(let entries): return .object(entries.map { ($0.name, bound($0.value)) })
    case .call(let function, let arguments): return .call(function, arguments.map(bound))
    }
  }

  /// The value for a row.
  func value(_ row: Int) -> Datum { value(root, row) }

  private func value(_ node: Node, _ row: Int) -> Datum {
    switch node {
    case .literal(let datum): return datum
    case .column(let values): return row < values.count ? values[row] : .null
    case .row:
      return .object(
        DatumObject(
          names: table.names, values: table.columns.map { row < $0.count ? $0[row] : .null }))
    case .member(let inner, let key):
      return value(inner, row).member(value(key, row).text)
    case .unary(let op, let inner):
      let datum = value(inner, row)
      switch op {
      case .minus: return .number(-datum.number)
      case .plus: return .number(datum.number)
      case .not: return .boolean(!datum.isTruthy)
      case .complement: return .number(Double(~Int32(truncating: datum.number)))
      }
    case .binary(.and, let left, let right):
      let first = value(left, row)
      return first.isTruthy ? value(right, row) : first
    case .binary(.or, let left, let right):
      let first = value(left, row)
      return first.isTruthy ? first : value(right, row)
    case .binary(let op, let left, let right):
      return Arithmetic.apply(op, value(left, row), value(right, row))
    case .conditional(let test, let first, let second):
      return value(test, row).isTruthy ? value(first, row) : value(second, row)
    case .list(let nodes): return .list(nodes.map { value($0, row) })
    case .object(let entries):
      return .object(
        DatumObject(names: entries.map(\.name), values: entries.map { value($0.value, row) }))
    case .call(let function, let arguments):
      return function.apply(arguments.map { value($0, row) }, language)
    }
  }
}

/// JavaScript's operators on two values (ECMA-262, 13.6 to 13.12).
enum Arithmetic {
  static func apply(
    _ op: ExpressionNode.BinaryOperator, _ left: Datum, _ right: Datum
  ) -> Datum {
    switch op {
    case .plus:
      if left.joinsAsText || right.joinsAsText { return .text(left.text + right.text) }
      return .number(left.number + right.number)
    case .minus: return .number(left.number - right.number)
    case .times: return .number(left.number * right.number)
    case .divide: return .number(left.number / right.number)
    case .remainder:
      return .number(left.number.truncatingRemainder(dividingBy: right.number))
    case .equal: return .boolean(isEqual(left, right))
    case .unequal: return .boolean(!isEqual(left, right))
    case .same: return .boolean(isSame(left, right))
    case .notSame: return .boolean(!isSame(left, right))
    case .less: return .boolean(compare(left, right).map { $0 < 0 } ?? false)
    case .lessOrEqual: return .boolean(compare(left, right).map { $0 <= 0 } ?? false)
    case .greater: return .boolean(compare(left, right).map { $0 > 0 } ?? false)
    case .greaterOrEqual: return .boolean(compare(left, right).map { $0 >= 0 } ?? false)
    case .bitAnd: return bits(left, right) { $0 & $1 }
    case .bitOr: return bits(left, right) { $0 | $1 }
    case .bitXor: return bits(left, right) { $0 ^ $1 }
    case .shiftLeft: return bits(left, right) { $0 << ($1 & 31) }
    case .shiftRight: return bits(left, right) { $0 >> ($1 & 31) }
    case .shiftRightUnsigned:
      let shift = UInt32(bitPattern: Int32(truncating: right.number)) & 31
      return .number(Double(UInt32(bitPattern: Int32(truncating: left.number)) >> shift))
    case .and, .or: return .null
    }
  }

  private static func bits(
    _ left: Datum, _ right: Datum, _ operation: (Int32, Int32) -> Int32
  ) -> Datum {
    .number(Double(operation(Int32(truncating: left.number), Int32(truncating: right.number))))
  }

  static func isSame(_ left: Datum, _ right: Datum) -> Bool {
    switch (left, right) {
    case (.number(let one), .number(let other)): one == other
    default: left == right
    }
  }

  static func isEqual(_ left: Datum, _ right: Datum) -> Bool {
    switch (left, right) {
    case (.null, .null): return true
    case (.null, _), (_, .null): return false
    case (.text(let one), .text(let other)): return one == other
    case (.date(let date), .text(let text)), (.text(let text), .date(let date)):
      return date.text == text
    case (.list, .list), (.object, .object): return left == right
    case (.estimate, .estimate), (.date, .date): return left == right
    default: return left.number == right.number
    }
  }

  /// Less than, equal to or more than zero; nil where the two have no order.
  static func compare(_ left: Datum, _ right: Datum) -> Int? {
    switch (left, right) {
    case (.text(let one), .text(let other)):
      return DatumOrder.compare(.text(one), .text(other))
    case (.date, .text(let text)):
      if case .success(let date) = EDTFDate.parse(text) {
        return DatumOrder.compare(left, .date(date))
      }
    case (.text(let text), .date):
      if case .success(let date) = EDTFDate.parse(text) {
        return DatumOrder.compare(.date(date), right)
      }
    case (.date, .date): return DatumOrder.compare(left, right)
    default: break
    }
    let (one, other) = (left.number, right.number)
    guard !one.isNaN, !other.isNaN else { return nil }
    return one < other ? -1 : one > other ? 1 : 0
  }
}

extension Datum {
  /// Whether `+` joins it as text.
  fileprivate var joinsAsText: Bool {
    switch self {
    case .text, .list, .object: true
    default: false
    }
  }
}

extension Int32 {
  /// A number as JavaScript's bit operators take it (ECMA-262, 7.1.6).
  init(truncating number: Double) {
    guard number.isFinite else {
      self = 0
      return
    }
    let whole = number.rounded(.towardZero).truncatingRemainder(dividingBy: 4_294_967_296)
    self = Int32(truncatingIfNeeded: Int64(whole))
  }
}
