import Values

/// Numbers of an axis under a format that says nothing of digits: as many as the ticks need (d3-scale,
/// `tickFormat`).
struct TickNumbers: Sendable {
  private let format: NumberFormat
  /// The power of a thousand that all ticks are said in, and its letter.
  private let unit: (factor: Double, suffix: String)?

  /// The format of ticks from `low` to `high`, about `count` of them.
  init(_ format: NumberFormat, from low: Double, to high: Double, count: Double) {
    var format = format
    let step = LinearTicks.step(low, high, count: max(count, 1)).magnitude
    let largest = max(low.magnitude, high.magnitude)
    guard step > 0, step.isFinite, largest > 0, largest.isFinite else {
      self.format = format
      unit = nil
      return
    }
    switch format.notation {
    case .prefixed?:
      let power = max(-8, min(8, Int((Double(Logarithm.floor(largest)) / 3).rounded(.down))))
      if format.precision == nil {
        format.precision = max(0, power * 3 - Logarithm.floor(step))
      }
      let suffixes = [
        "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
      ]
      unit = (Logarithm.power(-power * 3), suffixes[power + 8])
      format.notation = .fixed
    case nil, .exponent?, .general?, .roundedPercent?, .rounded?:
      unit = nil
      if format.precision == nil {
        let rest = largest - step
        let digits =
          rest > 0 ? max(0, Logarithm.floor(rest) - Logarithm.floor(step)) + 1 : 1
        format.precision = digits - (format.notation == .exponent ? 1 : 0)
      }
    case .fixed?, .percent?:
      unit = nil
      if format.precision == nil {
        let places = max(0, -Logarithm.floor(step))
        format.precision = max(0, places - (format.notation == .percent ? 2 : 0))
      }
    default: unit = nil
    }
    self.format = format
  }

  /// A tick in words.
  func text(_ value: Double, in language: Language) -> String {
    guard let unit else { return format.text(value, in: language) }
    return format.text(value * unit.factor, in: language) + unit.suffix
  }
}
