/// A figure as hedged as its source states it: exact, about, at least, at most, or between.
///
/// At least one bound is there, both are finite, and the lower is not above the upper.
public struct Estimate: Hashable, Sendable {
  /// The largest magnitude of a bound: up to here every whole number is held exactly (2⁵³).
  public static let limit = 9_007_199_254_740_992.0

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

  /// Reads an estimate: `700`, `~60`, `183..`, `>50`, `..4000`, `<20`, `1000..2000`.
  ///
  /// `~` may stand before any of them. Numbers are decimal, with `.` and without group marks or
  /// exponents; nothing else may stand in `text`, not even a space.
  public static func parse(_ text: String) -> Result<Estimate, EstimateError> {
    EstimateScanner.scan(text).mapError { $0.withAdvice(for: text) }
  }

  /// An estimate of these bounds, or nil where there is none: no bound at all, the bounds the wrong
  /// way round, one not finite or beyond ``limit``, or one ruled out while the other is given.
  public init?(
    low: Double?, high: Double?, isLowExclusive: Bool = false, isHighExclusive: Bool = false,
    isApproximate: Bool = false
  ) {
    guard low != nil || high != nil else { return nil }
    for bound in [low, high] {
      if let bound, !(bound.magnitude <= Self.limit) { return nil }
    }
    if let low, let high, low > high { return nil }
    if isLowExclusive, low == nil || high != nil { return nil }
    if isHighExclusive, high == nil || low != nil { return nil }
    // No negative zero: it would be equal to zero and yet be written differently.
    self.low = low == 0 ? 0 : low
    self.high = high == 0 ? 0 : high
    self.isLowExclusive = isLowExclusive
    self.isHighExclusive = isHighExclusive
    self.isApproximate = isApproximate
  }

  /// An exact figure, or nil where it is not finite or beyond ``limit``.
  public init?(exactly value: Double) {
    self.init(low: value, high: value)
  }

  /// Whether it is one figure, exact or approximate: both bounds the same.
  public var isSingleFigure: Bool { low == high }
}
