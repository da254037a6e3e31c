extension Estimate {
  /// Whether the estimate comes first when estimates are sorted, a total order.
  ///
  /// By the lower bound, then by the upper. Open below comes before any number, open above after;
  /// `>50` comes after `50..`, `<20` before `..20`, and an exact figure before an approximate one.
  public func precedes(_ other: Estimate) -> Bool {
    let lows = (low ?? -.infinity, other.low ?? -.infinity)
    if lows.0 != lows.1 { return lows.0 < lows.1 }
    if isLowExclusive != other.isLowExclusive { return other.isLowExclusive }
    let highs = (high ?? .infinity, other.high ?? .infinity)
    if highs.0 != highs.1 { return highs.0 < highs.1 }
    if isHighExclusive != other.isHighExclusive { return isHighExclusive }
    return !isApproximate && other.isApproximate
  }
}

extension Estimate {
  /// The sum of two estimates: bound by bound, or nil where nothing can be said of it.
  ///
  /// A bound that either lacks is missing in the sum; a bound that either rules out is ruled out;
  /// the sum is approximate as soon as one is. Nil where no bound is left, as in `>5` and `<3`, or
  /// where one grows beyond ``limit``.
  public static func sum(_ first: Estimate, _ second: Estimate) -> Estimate? {
    let low = first.low.flatMap { low in second.low.map { low + $0 } }
    let high = first.high.flatMap { high in second.high.map { high + $0 } }
    return Estimate(
      low: low, high: high,
      isLowExclusive: low != nil && (first.isLowExclusive || second.isLowExclusive),
      isHighExclusive: high != nil && (first.isHighExclusive || second.isHighExclusive),
      isApproximate: first.isApproximate || second.isApproximate)
  }

  /// The sum of estimates, 0 where there are none, or nil where nothing can be said of it.
  public static func sum(_ estimates: some Sequence<Estimate>) -> Estimate? {
    var total = Estimate(exactly: 0)
    for estimate in estimates {
      guard let sum = total else { return nil }
      total = Self.sum(sum, estimate)
    }
    return total
  }
}
