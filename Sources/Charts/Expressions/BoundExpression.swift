import Values

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
