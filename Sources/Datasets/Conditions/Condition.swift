public import Diagnostics

/// Which rows are meant: a Vega expression or a Vega-Lite predicate, as it was written.
///
/// It knows no dataset yet; ``bind(to:)`` looks its columns up and checks that what is compared can
/// be compared. The rules of comparing:
/// - Text has the order of its UTF-8 bytes. In a list column (one with a `separator`) `==` and `oneOf`
///   ask whether the list contains the text, `!=` whether it does not; order is an error.
/// - A date stands where its earliest day stands (before every day where that is open or
///   unknown). `<` and `>=` compare with the earliest day of the date written, `<=` and `>` with
///   its latest: `date >= '2021' && date <= '2021'` is all that begins in 2021. `==` asks for the
///   same earliest and latest day, so `2021~` equals `2021`.
/// - Two date columns compare by their earliest days.
/// - An estimate has an order only by its parts (`fighters.low`); `==` with text such as `'~60'`
///   compares the whole.
/// - A missing value equals only `null`, is unlike everything else, and has no order.
public struct Condition: Sendable {
  /// What is asked.
  let expression: ConditionExpression
  /// The place of the whole condition.
  public let span: SourceSpan
}

/// The tree of a condition; chains of one operator are one node, so that depth is what the author
/// nested.
indirect enum ConditionExpression: Sendable {
  case all([ConditionExpression])
  case any([ConditionExpression])
  case not(ConditionExpression)
  case comparison(ConditionOperand, ConditionOperator, ConditionOperand, SourceSpan)
  case oneOf(ConditionReference, [ConditionLiteral])
  case valid(ConditionReference, Bool)
  case operand(ConditionOperand)
}

/// How two values are compared.
enum ConditionOperator: String, Sendable {
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// The operator that says the same with the sides exchanged.
  var mirrored: ConditionOperator {
    switch self {
    case .equal, .unequal: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Whether it asks for order and not for sameness alone.
  var isOrder: Bool { self != .equal && self != .unequal }
}

/// A side of a comparison.
enum ConditionOperand: Sendable {
  case reference(ConditionReference)
  case literal(ConditionLiteral)

  var span: SourceSpan {
    switch self {
    case .reference(let reference): reference.span
    case .literal(let literal): literal.span
    }
  }
}

/// A column's name, perhaps with a part, and where the name stands.
struct ConditionReference: Sendable {
  let name: String
  let span: SourceSpan
}

/// A value that the author wrote.
struct ConditionLiteral: Sendable {
  enum Value: Sendable {
    case text(String)
    case number(Double)
    case boolean(Bool)
    case null
  }

  let value: Value
  /// The value as text, for columns whose values are written that way.
  let text: String
  /// Whether the author gave no type, as a scalar of YAML without quotes does not.
  let isPlain: Bool
  let span: SourceSpan
}

extension Condition {
  /// How deep parentheses, `!` and predicates may nest.
  static let depthLimit = 100
}
