extension ExpressionFunction {
  /// The value of a function of lists; nil where it is none.
  func list(_ arguments: [Datum]) -> Datum? {
    let values: [Datum] = if case .list(let values) = arguments[0] { values } else { [] }
    let isList = arguments[0].kind == .list
    switch self {
    case .extent:
      let numbers = values.compactMap(\.measure)
      guard let low = numbers.min(), let high = numbers.max() else { return .list([.null, .null]) }
      return .list([.number(low), .number(high)])
    case .length: return isList ? .number(Double(values.count)) : arguments[0].member("length")
    case .indexof, .lastindexof:
      guard isList else {
        return Self.place(of: arguments[1].text, in: arguments[0].text, self == .lastindexof)
      }
      let place =
        self == .indexof
        ? values.firstIndex { Arithmetic.isSame($0, arguments[1]) }
        : values.lastIndex { Arithmetic.isSame($0, arguments[1]) }
      return .number(Double(place ?? -1))
    case .inrange:
      guard case .list(let range) = arguments[1], let first = range.first, let last = range.last
      else { return .boolean(false) }
      let (low, high) = (Swift.min(first.number, last.number), Swift.max(first.number, last.number))
      let value = arguments[0].number
      let holdsLow = arguments.count < 3 || arguments[2].isTruthy ? value >= low : value > low
      let holdsHigh = arguments.count < 4 || arguments[3].isTruthy ? value <= high : value < high
      return .boolean(holdsLow && holdsHigh)
    case .join:
      let separator = arguments.count > 1 ? arguments[1].text : ","
      return .text(values.map { $0.isNull ? "" : $0.text }.joined(separator: separator))
    case .lerp:
      guard let first = values.first?.number, let last = values.last?.number else { return .null }
      return .number(first + (last - first) * arguments[1].number)
    case .peek: return values.last ?? .null
    case .pluck: return .list(values.map { $0.member(arguments[1].text) })
    case .reverse: return isList ? .list(values.reversed()) : arguments[0]
    case .sort: return .list(values.sorted { DatumOrder.compare($0, $1) < 0 })
    case .span:
      guard let first = values.first, let last = values.last else { return .number(0) }
      return .number(last.number - first.number)
    case .clampRange:
      guard values.count == 2 else { return arguments[0] }
      let span = values[1].number - values[0].number
      let (low, high) = (arguments[1].number, arguments[2].number)
      let start = Swift.min(Swift.max(values[0].number, low), high - span)
      return .list([.number(start), .number(start + span)])
    case .sequence:
      let numbers = arguments.map(\.number)
      let start = numbers.count > 1 ? numbers[0] : 0
      let stop = numbers.count > 1 ? numbers[1] : numbers[0]
      let step = numbers.count > 2 ? numbers[2] : 1
      let count = ((stop - start) / step).rounded(.up)
      guard count.isFinite, count > 0, count <= 100_000 else { return .list([]) }
      return .list((0..<Int(count)).map { .number(start + Double($0) * step) })
    case .slice:
      guard isList else { return substring(arguments, allowsNegative: true) }
      let bounds = Self.bounds(arguments, values.count, allowsNegative: true)
      return .list(Array(values[bounds]))
    default: return nil
    }
  }

  private static func place(of part: String, in text: String, _ isLast: Bool) -> Datum {
    let (whole, wanted) = (Array(text.utf16), Array(part.utf16))
    guard wanted.count <= whole.count else { return .number(-1) }
    let places = Array(0...whole.count - wanted.count)
    let found = (isLast ? places.reversed() : places).first { whole[$0...].starts(with: wanted) }
    return .number(Double(found ?? -1))
  }

  /// The part of `count` elements that the second and the third value of a call name.
  static func bounds(
    _ arguments: [Datum], _ count: Int, allowsNegative: Bool
  ) -> Range<Int> {
    func place(_ index: Int, _ fallback: Int) -> Int {
      guard index < arguments.count, !arguments[index].isNull else { return fallback }
      let number = arguments[index].number
      guard number.isFinite else { return number > 0 ? count : 0 }
      let whole = Int(Swift.max(-1e9, Swift.min(number, 1e9)))
      return Swift.min(Swift.max(whole < 0 && allowsNegative ? count + whole : whole, 0), count)
    }
    var (start, end) = (place(1, 0), place(2, count))
    if start > end { if allowsNegative { end = start } else { swap(&start, &end) } }
    return start..<end
  }
}
