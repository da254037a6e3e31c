/// Powers of ten, without the C library, so that every machine gives the same.
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

  private static let powers: [Double] = (-323...308).map { Double("1e\($0)") ?? 0 }
}
