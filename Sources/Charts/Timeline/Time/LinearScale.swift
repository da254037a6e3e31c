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
}
