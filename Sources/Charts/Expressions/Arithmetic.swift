import Values

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
