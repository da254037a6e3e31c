import Values

/// What is worked out of the figures of a column.
public enum FigureAggregate: String, CaseIterable, Sendable {
  /// All added up.
  case sum
  /// The sum divided by the number of values.
  case mean
  /// What half of the values are not above, and half are not below.
  case median
  /// The least.
  case min
  /// The greatest.
  case max
  /// How many values there are.
  case count
}

extension FigureAggregate {
  /// What is worked out of `values`, missing ones left out; missing where nothing can be said.
  ///
  /// Of estimates all but the count are estimates again: the median, the least and the greatest grow
  /// with each value, so that their bounds are those of the lower and of the upper bounds.
  public func value(of values: [Value]) -> Value {
    if self == .count { return .number(Double(values.count { $0 != .missing })) }
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
    case .median:
      return Self.median(numbers).map { Self.rounded($0, like: numbers, more: 1) }
    case .min: return numbers.min()
    case .max: return numbers.max()
    case .count: return nil
    }
  }

  private func estimate(of estimates: [Estimate]) -> Estimate? {
    switch self {
    case .sum, .mean:
      guard let sum = Estimate.sum(estimates) else { return nil }
      let count = self == .mean ? Double(estimates.count) : 1
      let bounds = estimates.flatMap { [$0.low, $0.high] }.compactMap(\.self)
      func mean(_ bound: Double?) -> Double? {
        bound.map { Self.rounded($0 / count, like: bounds, more: self == .mean ? 1 : 0) }
      }
      return Estimate(
        low: mean(sum.low), high: mean(sum.high), isLowExclusive: sum.isLowExclusive,
        isHighExclusive: sum.isHighExclusive, isApproximate: sum.isApproximate)
    case .median: return Self.bounds(of: estimates, Self.median)
    case .min: return Self.bounds(of: estimates) { $0.min() }
    case .max: return Self.bounds(of: estimates) { $0.max() }
    case .count: return nil
    }
  }

  /// An estimate between what is worked out of the lower bounds and of the upper ones.
  ///
  /// It rules a bound out where all estimates that reach it do, and is approximate where one is.
  private static func bounds(
    of estimates: [Estimate], _ work: ([Double]) -> Double?
  ) -> Estimate? {
    let low = work(estimates.map { $0.low ?? -.infinity }).flatMap { $0.isFinite ? $0 : nil }
    let high = work(estimates.map { $0.high ?? .infinity }).flatMap { $0.isFinite ? $0 : nil }
    let ends = estimates.flatMap { [$0.low, $0.high] }.compactMap(\.self)
    func places(_ bound: Double?) -> Double? { bound.map { rounded($0, like: ends, more: 1) } }
    let atLow = estimates.filter { low != nil && $0.low == low }
    let atHigh = estimates.filter { high != nil && $0.high == high }
    let origins = atLow + atHigh
    func allHold(_ part: [Estimate], _ isHeld: (Estimate) -> Bool) -> Bool {
      !part.isEmpty && part.allSatisfy(isHeld)
    }
    return Estimate(
      low: places(low), high: places(high),
      isLowExclusive: high == nil && allHold(atLow, \.isLowExclusive),
      isHighExclusive: low == nil && allHold(atHigh, \.isHighExclusive),
      // A median of two that lie apart comes from neither alone.
      isApproximate: origins.isEmpty
        ? estimates.contains(where: \.isApproximate) : origins.contains(where: \.isApproximate))
  }

  /// The middle of `numbers`, or between the two in the middle.
  private static func median(_ numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    if !sorted.count.isMultiple(of: 2) { return sorted[middle] }
    return sorted[middle - 1] / 2 + sorted[middle] / 2
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
