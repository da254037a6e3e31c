/// A scale of names: each takes a band of the same width (d3-scale, *band*); with an inner padding
/// of 1 the bands are points.
struct BandScale: Sendable {
  /// The names in order.
  let domain: [Datum]
  /// The distance of two neighbours' beginnings, in px; negative where the range runs backwards.
  let step: Double
  /// The width of a band, in px.
  let bandwidth: Double
  /// The two ends of the range, in px.
  let range: (start: Double, end: Double)
  private let start: Double
  private let indexes: [Datum: Int]
  private let isReversed: Bool

  /// - Parameters:
  ///   - paddingInner: The part of a step that lies between two bands, 0 to 1.
  ///   - paddingOuter: What lies before the first and behind the last, in steps.
  ///   - align: Where what is left over goes: 0 to the end, 1 to the beginning.
  init(
    domain: [Datum], range: (Double, Double), paddingInner: Double, paddingOuter: Double,
    align: Double = 0.5, rounds: Bool = false
  ) {
    self.domain = domain
    self.range = (range.0, range.1)
    isReversed = range.1 < range.0
    var low = min(range.0, range.1)
    let high = max(range.0, range.1)
    let count = Double(domain.count)
    let inner = min(max(paddingInner, 0), 1)
    let outer = max(paddingOuter, 0)
    var step = (high - low) / max(1, count - inner + outer * 2)
    if rounds { step = step.rounded(.down) }
    low += (high - low - step * (count - inner)) * align
    var bandwidth = step * (1 - inner)
    if rounds {
      low = low.rounded()
      bandwidth = bandwidth.rounded()
    }
    self.step = step
    self.bandwidth = bandwidth
    start = low
    indexes = Dictionary(
      domain.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the band of a value begins, in px: its left or upper edge; nil where it has none.
  func callAsFunction(_ value: Datum) -> Double? {
    index(of: value).map { start + step * Double(isReversed ? domain.count - 1 - $0 : $0) }
  }

  /// The middle of the band of a value, in px.
  func center(_ value: Datum) -> Double? { self(value).map { $0 + bandwidth / 2 } }

  /// The place of a value among the names.
  func index(of value: Datum) -> Int? { indexes[value] }

  /// How many steps the bands of `count` names take (vega-scale, *bandSpace*).
  static func space(count: Int, paddingInner: Double, paddingOuter: Double) -> Double {
    guard count > 0 else { return 0 }
    let space = Double(count) - paddingInner + paddingOuter * 2
    return space > 0 ? space : 1
  }
}
