/// A figure as hedged as its source states it: exact, about, at least, at most, or between.
public struct Estimate: Hashable, Sendable {
  /// The lower bound, or nil where the estimate is open downwards.
  public let low: Double?
  /// The upper bound, or nil where the estimate is open upwards.
  public let high: Double?
  /// Whether the lower bound itself is ruled out, as in `>50`.
  public let isLowExclusive: Bool
  /// Whether the upper bound itself is ruled out, as in `<20`.
  public let isHighExclusive: Bool
  /// Whether the source says "about", as in `~60`.
  public let isApproximate: Bool

  /// The middle of the two bounds, or nil where one is open.
  public var mid: Double? {
    guard let low, let high else { return nil }
    return low + (high - low) / 2
  }
}
