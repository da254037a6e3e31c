/// Powers and logarithms to base ten, without the C library, so that every machine gives the same.
enum Logarithm {
  /// 10 to the power `exponent`, correctly rounded; beyond what a `Double` holds 0 or infinity.
  static func power(_ exponent: Int) -> Double {
    if exponent < -323 { return 0 }
    if exponent > 308 { return .infinity }
    return powers[exponent + 323]
  }

  /// The largest whole number whose power of ten is at most `value`, which must be positive.
  static func floor(_ value: Double) -> Int {
    guard value > 0, value.isFinite else { return value > 0 ? 308 : -323 }
    // The binary exponent gives the decimal one to within one.
    var guess = Int((Double(value.exponent) * 0.301_029_995_663_981_2).rounded(.down))
    guess = min(max(guess, -323), 308)
    while guess < 308, power(guess + 1) <= value { guess += 1 }
    while guess > -323, power(guess) > value { guess -= 1 }
    return guess
  }

  /// The logarithm to base ten of a positive number.
  static func base10(_ value: Double) -> Double {
    let whole = floor(value)
    // The rest lies in 1 ..< 10; ln(m) = 2 artanh((m − 1) / (m + 1)), after halving to near 1.
    let rest = value / power(whole)
    var mantissa = rest.significand
    var exponent = Double(rest.exponent)
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa /= 2
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var sum = 0.0
    for odd in stride(from: 23.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
    let natural = 2 * ratio * sum + exponent * 0.693_147_180_559_945_3
    return Double(whole) + natural / 2.302_585_092_994_045_9
  }

  private static let powers: [Double] = (-323...308).map { Double("1e\($0)") ?? 0 }
}
