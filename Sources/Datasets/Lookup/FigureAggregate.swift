import Values

/// What is worked out of the figures of a column.
public enum FigureAggregate: String, CaseIterable, Sendable {
  /// All added up.
  case sum
  /// The sum divided by the number of values.
  case mean
  /// The least.
  case min
  /// The greatest.
  case max
}

extension FigureAggregate {
  /// What is worked out of `values`, missing ones left out; missing where nothing can be said.
  public func value(of values: [Value]) -> Value {
    let numbers = values.compactMap { value -> Double? in
      if case .number(let number) = value { number } else { nil }
    }
    let estimates = values.compactMap { value -> Estimate? in
      if case .estimate(let estimate) = value { estimate } else { nil }
    }
    if !estimates.isEmpty { return self.estimate(of: estimates).map(Value.estimate) ?? .missing }
    return number(of: numbers).map(Value.number) ?? .missing
  }

  private func number(of numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    switch self {
    case .sum: return Self.rounded(numbers.reduce(0, +), like: numbers, more: 0)
    case .mean:
      return Self.rounded(numbers.reduce(0, +) / Double(numbers.count), like: numbers, more: 1)
    case .min: return numbers.min()
    case .max: return numbers.max()
    }
  }

  private func estimate(of estimates: [Estimate]) -> Estimate? {
    switch self {
    case .sum: return Estimate.sum(estimates)
    case .mean:
      guard let sum = Estimate.sum(estimates) else { return nil }
      let count = Double(estimates.count)
      let bounds = estimates.flatMap { [$0.low, $0.high] }.compactMap(\.self)
      func mean(_ bound: Double?) -> Double? {
        bound.map { Self.rounded($0 / count, like: bounds, more: 1) }
      }
      return Estimate(
        low: mean(sum.low), high: mean(sum.high), isLowExclusive: sum.isLowExclusive,
        isHighExclusive: sum.isHighExclusive, isApproximate: sum.isApproximate)
    case .min: return estimates.min { $0.precedes($1) }
    case .max: return estimates.max { $0.precedes($1) }
    }
  }

  /// The number with as many decimals as `numbers` have, and `more`: 0.1 and 0.2 make 0.3, and a
  /// mean is not told more exactly than it is known.
  private static func rounded(_ number: Double, like numbers: [Double], more: Int) -> Double {
    let places = numbers.map(Self.places(of:)).max() ?? 0
    guard places < 9, number.magnitude < 1e9 else { return number }
    var scale = 1.0
    for _ in 0..<(places + more) { scale *= 10 }
    return (number * scale).rounded(.toNearestOrAwayFromZero) / scale
  }

  /// How many decimals tell a number, 9 at most.
  private static func places(of number: Double) -> Int {
    var scale = 1.0
    for places in 0..<9 {
      let scaled = (number * scale).rounded(.toNearestOrAwayFromZero)
      if scaled / scale == number { return places }
      scale *= 10
    }
    return 9
  }
}
