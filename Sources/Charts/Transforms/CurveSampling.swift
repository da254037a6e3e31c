/// Points along a curve, close where it bends (vega-statistics, `sampleCurve`).
enum CurveSampling {
  static func curve(
    _ low: Double, _ high: Double, isStraight: Bool, least: Int = 25, most: Int = 200,
    _ function: (Double) -> Double
  ) -> [(x: Double, y: Double)] {
    guard low.isFinite, high.isFinite, low < high else { return [(low, function(low))] }
    if isStraight { return [(low, function(low)), (high, function(high))] }
    let points = (0...least).map { step -> (x: Double, y: Double) in
      let x = low + Double(step) / Double(least) * (high - low)
      return (x, function(x))
    }
    guard least < most else { return points }
    let ys = points.map(\.y)
    let height = (ys.max() ?? 1) - (ys.min() ?? 0)
    let scale = height > 0 ? (high - low) / height : 1
    let smallest = (high - low) / Double(most)
    var result = [points[0]]
    var rest = Array(points.dropFirst().reversed())
    while let next = rest.last {
      let from = result[result.count - 1]
      let middle = (from.x + next.x) / 2
      let y = function(middle)
      if middle - from.x >= smallest, bends(from, (middle, y), next, scale), rest.count < 10_000 {
        rest.append((middle, y))
      } else {
        result.append(next)
        rest.removeLast()
      }
    }
    return result
  }

  private static func bends(
    _ from: (x: Double, y: Double), _ middle: (x: Double, y: Double),
    _ to: (x: Double, y: Double), _ scale: Double
  ) -> Bool {
    func angle(_ other: (x: Double, y: Double)) -> Double {
      Elementary.atan2(scale * (other.y - from.y), other.x - from.x)
    }
    return (angle(to) - angle(middle)).magnitude > 0.5 * .pi / 180
  }
}
