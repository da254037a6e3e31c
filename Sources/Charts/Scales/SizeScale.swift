/// A scale of amounts to the areas of points: zero has none, and the largest has the most.
struct SizeScale: Hashable, Sendable {
  /// The amount that has the largest area.
  let maximum: Double
  /// The largest radius, in px.
  let radius: Double

  /// The radius of the point of an amount, in px; what is less than zero is as small as can be.
  func callAsFunction(_ value: Double) -> Double {
    guard maximum > 0, value > 0 else { return 1.5 }
    return max(1.5, radius * min(value / maximum, 1).squareRoot())
  }

  /// Two round amounts, a small and a large one, for a legend.
  var ticks: [Double] {
    let amounts = LinearTicks.ticks(0, maximum, count: 3).filter { $0 > 0 }
    guard let least = amounts.first, let most = amounts.last else { return [] }
    return least == most ? [most] : [least, most]
  }
}
