/// The bins of a channel: edges from `start` to `stop`, `step` apart.
struct BinRange: Hashable, Sendable {
  let start: Double
  let stop: Double
  let step: Double

  /// The edges in order.
  var edges: [Double] {
    guard step > 0, (stop - start).isFinite else { return [start, stop] }
    let count = Int(holding: ((stop - start) / step).rounded(), limit: 10_000)
    return (0...max(count, 0)).map { start + Double($0) * step }
  }
}
