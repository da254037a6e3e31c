/// The tree of an expression.
indirect enum ExpressionNode: Sendable {
  case literal(Datum)
  /// A field of the row.
  case field(String)
  /// The row itself.
  case row
  /// A parameter of the chart.
  case parameter(String)
  case member(ExpressionNode, ExpressionNode)
  case unary(UnaryOperator, ExpressionNode)
  case binary(BinaryOperator, ExpressionNode, ExpressionNode)
  case conditional(ExpressionNode, ExpressionNode, ExpressionNode)
  case list([ExpressionNode])
  case object([(name: String, value: ExpressionNode)])
  case call(ExpressionFunction, [ExpressionNode])

  enum UnaryOperator: String, Sendable {
    case minus = "-"
    case plus = "+"
    case not = "!"
    case complement = "~"
  }

  enum BinaryOperator: String, Sendable {
    case or = "||"
    case and = "&&"
    case bitOr = "|"
    case bitXor = "^"
    case bitAnd = "&"
    case equal = "=="
    case same = "==="
    case unequal = "!="
    case notSame = "!=="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case shiftLeft = "<<"
    case shiftRight = ">>"
    case shiftRightUnsigned = ">>>"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"

    /// How tightly it binds (ECMA-262, 13).
    var precedence: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .bitOr: 3
      case .bitXor: 4
      case .bitAnd: 5
      case .equal, .same, .unequal, .notSame: 6
      case .less, .lessOrEqual, .greater, .greaterOrEqual: 7
      case .shiftLeft, .shiftRight, .shiftRightUnsigned: 8
      case .plus, .minus: 9
      case .times, .divide, .remainder: 10
      }
    }
  }
}
