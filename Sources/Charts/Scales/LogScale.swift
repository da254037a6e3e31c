/// A scale to base ten: equal ratios of the value are equal steps on the picture.
struct LogScale: Hashable, Sendable {
  /// The values at the two ends, both positive.
  let domain: Domain
  private let scale: LinearScale

  /// Two positive ends.
  struct Domain: Hashable, Sendable {
    let lower: Double
    let upper: Double
  }

  /// The places of the two ends, in px.
  var range: (start: Double, end: Double) { scale.range }

  /// A scale from `domain`, both ends positive, to `range`.
  init(domain: (Double, Double), range: (Double, Double)) {
    self.domain = Domain(lower: domain.0, upper: domain.1)
    scale = LinearScale(
      domain: (Logarithm.base10(domain.0), Logarithm.base10(domain.1)), range: range)
  }

  /// The place of a positive value, in px; what is not positive stands at the lower end.
  func callAsFunction(_ value: Double) -> Double {
    value > 0 ? scale(Logarithm.base10(value)) : scale.range.start
  }

  /// The powers of ten within the domain, with their doubles and fives where few powers are.
  func ticks(_ count: Double) -> [Double] {
    let first = Logarithm.floor(min(domain.lower, domain.upper))
    let last = Logarithm.floor(max(domain.lower, domain.upper))
    let powers = last - first + 1
    let multiples: [Double] = Double(powers) * 3 <= count + 2 ? [1, 2, 5] : [1]
    let every = max(1, Int((Double(powers) / max(count, 1)).rounded(.up)))
    var ticks: [Double] = []
    for power in stride(from: first, through: last, by: every) {
      for multiple in multiples {
        let value = multiple * Logarithm.power(power)
        if value >= min(domain.lower, domain.upper), value <= max(domain.lower, domain.upper) {
          ticks.append(value)
        }
      }
    }
    return ticks
  }

  /// The domain widened to powers of ten.
  static func nice(_ lower: Double, _ upper: Double) -> (lower: Double, upper: Double) {
    let floor = Logarithm.power(Logarithm.floor(lower))
    let below = Logarithm.power(Logarithm.floor(upper))
    return (floor, below < upper ? min(below * 10, 1e308) : below)
  }
}
