/// Exponentials, logarithms, powers and circular functions without the C library, so that every
/// machine gives the same picture; each is exact to about 15 digits.
enum Elementary {
  private static let ln2 = 0.693_147_180_559_945_3
  static let pi = Double.pi

  /// e to the power `x`.
  static func exp(_ x: Double) -> Double {
    guard x.isFinite else { return x == -.infinity ? 0 : x }
    if x > 709.8 { return .infinity }
    if x < -745.2 { return 0 }
    // x = k ln 2 + r with |r| ≤ ln 2 / 2; the series of e^(r / 2) converges fast, and is squared.
    let k = (x / ln2).rounded()
    let r = (x - k * 0.693_147_180_369_123_8 - k * 1.908_214_929_270_587_7e-10) / 2
    var term = 1.0
    var sum = 1.0
    for n in 1...14 {
      term *= r / Double(n)
      sum += term
    }
    let power = sum * sum
    // Scaling in two steps keeps subnormal results right.
    let half = Int(k) / 2
    return power * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: Int(k) - half, significand: 1)
  }

  /// The natural logarithm; NaN below zero, minus infinity at zero.
  static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x.isFinite else { return x }
    var mantissa = x.significand
    var exponent = Double(x.exponent)
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa /= 2
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var sum = 0.0
    for odd in stride(from: 25.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
    return 2 * ratio * sum + exponent * ln2
  }

  /// `x` to the power `y`, as JavaScript's `Math.pow`; exact for small whole powers.
  static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 { return 1 }
    if y == 1 { return x }
    if y == 0.5, x >= 0 { return x.squareRoot() }
    if let whole = Int(exactly: y), whole.magnitude <= 1_024 {
      var result = 1.0
      var base = x
      var rest = abs(whole)
      while rest > 0 {
        if rest & 1 == 1 { result *= base }
        base *= base
        rest >>= 1
      }
      return whole < 0 ? 1 / result : result
    }
    if x == 0 { return y > 0 ? 0 : .infinity }
    guard x > 0 else { return .nan }
    return exp(y * log(x))
  }

  /// The sine of an angle in radians.
  static func sin(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let (quarter, rest) = reduced(x)
    switch quarter {
    case 0: return sineSeries(rest)
    case 1: return cosineSeries(rest)
    case 2: return -sineSeries(rest)
    default: return -cosineSeries(rest)
    }
  }

  /// The cosine of an angle in radians.
  static func cos(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let (quarter, rest) = reduced(x)
    switch quarter {
    case 0: return cosineSeries(rest)
    case 1: return -sineSeries(rest)
    case 2: return -cosineSeries(rest)
    default: return sineSeries(rest)
    }
  }

  /// The angle of the point (`x`, `y`), from −π to π.
  static func atan2(_ y: Double, _ x: Double) -> Double {
    if x == 0, y == 0 { return 0 }
    if x.magnitude >= y.magnitude {
      let base = atan(y / x)
      if x > 0 { return base }
      return y >= 0 ? base + pi : base - pi
    }
    let base = atan(x / y)
    return y > 0 ? pi / 2 - base : -pi / 2 - base
  }

  /// The arctangent, from −π/2 to π/2.
  static func atan(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    if x.magnitude > 1 { return (x > 0 ? pi / 2 : -pi / 2) - atan(1 / x) }
    // Halving the angle twice brings it to where the series converges fast.
    var t = x
    for _ in 0..<2 { t /= 1 + (1 + t * t).squareRoot() }
    let square = t * t
    var sum = 0.0
    for odd in stride(from: 37.0, through: 1, by: -2) { sum = 1 / odd - square * sum }
    return 4 * t * sum
  }

  /// The angle as quarters of a turn, 0 to 3, and the rest within ±π/4.
  private static func reduced(_ x: Double) -> (Int, Double) {
    let quarters = (x / (pi / 2)).rounded()
    let rest = x - quarters * 1.570_796_326_794_896_6 - quarters * 6.123_233_995_736_766e-17
    let turn = quarters.truncatingRemainder(dividingBy: 4)
    return (Int(turn < 0 ? turn + 4 : turn) % 4, rest)
  }

  private static func sineSeries(_ x: Double) -> Double {
    let square = x * x
    var sum = 0.0
    for n in stride(from: 19.0, through: 3, by: -2) {
      sum = -square / (n * (n - 1)) * (1 + sum)
    }
    return x * (1 + sum)
  }

  private static func cosineSeries(_ x: Double) -> Double {
    let square = x * x
    var sum = 0.0
    for n in stride(from: 20.0, through: 2, by: -2) {
      sum = -square / (n * (n - 1)) * (1 + sum)
    }
    return 1 + sum
  }
}
