/// A scale that is proportional: equal steps of the value are equal steps on the picture.
struct LinearScale: Hashable, Sendable {
  /// The values at the two ends of the range.
  var domain: (lower: Double, upper: Double) { (lower, upper) }
  /// The places of the two ends, in px.
  var range: (start: Double, end: Double) { (start, end) }

  private var lower: Double
  private var upper: Double
  private var start: Double
  private var end: Double

  /// A scale from `domain` to `range`; a domain without extent puts all in the middle.
  init(domain: (Double, Double), range: (Double, Double)) {
    (lower, upper) = domain
    (start, end) = range
  }

  /// The place of `value`, in px.
  func callAsFunction(_ value: Double) -> Double {
    guard upper != lower else { return (start + end) / 2 }
    // Halving first keeps a domain as wide as all numbers from overflowing.
    let part = (value / 2 - lower / 2) / (upper / 2 - lower / 2)
    return start + part * (end - start)
  }

  /// Round values within the domain, about `count` of them.
  func ticks(_ count: Double) -> [Double] {
    LinearTicks.ticks(lower, upper, count: count)
  }

  /// The same scale with its domain widened to round values, as d3-scale's `nice`.
  func nice(_ count: Double = 10) -> LinearScale {
    var result = self
    var first = min(lower, upper)
    var last = max(lower, upper)
    var previous = Double.nan
    // Widening can make the step coarser, so it is asked again until it settles.
    for _ in 0..<10 {
      let step = LinearTicks.increment(first, last, count: count)
      guard step.isFinite, step != 0, step != previous else { break }
      if step > 0 {
        first = (first / step).rounded(.down) * step
        last = (last / step).rounded(.up) * step
      } else {
        first = (first * step).rounded(.up) / step
        last = (last * step).rounded(.down) / step
      }
      previous = step
    }
    guard first.isFinite, last.isFinite else { return self }
    (result.lower, result.upper) = lower <= upper ? (first, last) : (last, first)
    return result
  }
}
