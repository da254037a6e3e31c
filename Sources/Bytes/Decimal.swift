/// The one way in which numbers reach SVG, CSS and data files: decimal, never an exponent or `-0`.
extension [UInt8] {
  /// Appends `value` rounded to at most `places` decimals, trailing zeros dropped.
  ///
  /// Halves round away from zero. A value that is not finite is written as `0`, since no picture
  /// has a place for it; callers are expected to have refused it before.
  /// - Parameter places: 0 to 9.
  public mutating func appendDecimal(_ value: Double, places: Int = 3) {
    guard value.isFinite else { return append(UInt8(ascii: "0")) }
    let kept = Swift.min(Swift.max(places, 0), 9)
    var scale = 1.0
    for _ in 0..<kept { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    // Beyond 2^53 the fraction is gone anyway and the integer no longer fits the quick way.
    guard scaled < 9_007_199_254_740_992 else {
      if value < 0 { append(UInt8(ascii: "-")) }
      return appendLargeInteger(value.magnitude)
    }
    let units = UInt64(scaled)
    guard units > 0 else { return append(UInt8(ascii: "0")) }
    if value < 0 { append(UInt8(ascii: "-")) }
    let divisor = UInt64(scale)
    append(contentsOf: String(units / divisor).utf8)
    var fraction = units % divisor
    guard fraction > 0 else { return }
    var width = kept
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    append(UInt8(ascii: "."))
    let digits = String(fraction).utf8
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width - digits.count))
    append(contentsOf: digits)
  }

  /// Appends a non-negative integral value of any size, digit by digit.
  private mutating func appendLargeInteger(_ value: Double) {
    var rest = value.rounded(.towardZero)
    var digits: [UInt8] = []
    while rest >= 1 {
      let digit = rest.truncatingRemainder(dividingBy: 10)
      digits.append(0x30 + UInt8(digit))
      rest = ((rest - digit) / 10).rounded(.towardZero)
    }
    append(contentsOf: digits.reversed())
  }
}

extension Double {
  /// The value as plain decimal text; see `[UInt8].appendDecimal`.
  public func decimalText(places: Int = 3) -> String {
    var bytes: [UInt8] = []
    bytes.appendDecimal(self, places: places)
    return bytes.text
  }
}
