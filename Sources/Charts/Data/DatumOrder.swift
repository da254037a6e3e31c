import Values

/// The order of values: numbers by amount, texts by UTF-16 as JavaScript compares them, null first.
enum DatumOrder {
  /// Less than, equal to or more than zero as `left` comes before, with or after `right`.
  static func compare(_ left: Datum, _ right: Datum) -> Int {
    switch (left, right) {
    case (.null, .null): return 0
    case (.null, _): return -1
    case (_, .null): return 1
    case (.text(let first), .text(let second)):
      if first == second { return 0 }
      return first.utf16.lexicographicallyPrecedes(second.utf16) ? -1 : 1
    case (.date(let first), .date(let second)):
      if first == second { return 0 }
      return first.precedes(second) ? -1 : second.precedes(first) ? 1 : 0
    case (.estimate(let first), .estimate(let second)):
      return compare(first.low ?? -.infinity, second.low ?? -.infinity)
    case (.text(let text), let other), (let other, .text(let text)):
      // A text among numbers is compared as a number where it is one.
      let number = Datum.text(text).number
      guard number.isFinite, other.number.isFinite else {
        let isLeft = if case .text = left { true } else { false }
        return isLeft ? 1 : -1
      }
      let order = compare(number, other.number)
      return if case .text = left { order } else { -order }
    default: return compare(left.number, right.number)
    }
  }

  private static func compare(_ left: Double, _ right: Double) -> Int {
    if left < right { return -1 }
    if left > right { return 1 }
    // NaN comes first, as in Vega.
    switch (left.isNaN, right.isNaN) {
    case (true, false): return -1
    case (false, true): return 1
    default: return 0
    }
  }
}
