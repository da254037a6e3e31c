/// A rectangle in px, `x` to the right and `y` downwards.
struct Box: Hashable, Sendable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var midX: Double { (minX + maxX) / 2 }
  var midY: Double { (minY + maxY) / 2 }

  /// Whether both have some area in common; sharing an edge is not enough.
  func overlaps(_ other: Box) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether `other` lies wholly within.
  func contains(_ other: Box) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  /// The box made larger by `margin` on every side, or smaller where it is negative.
  func expanded(by margin: Double) -> Box {
    Box(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  /// The smallest level box about this one turned by `angle` degrees about a point.
  func turned(by angle: Double, aboutX x: Double, y: Double) -> Box {
    let radians = angle * .pi / 180
    let (sine, cosine) = (Elementary.sin(radians), Elementary.cos(radians))
    let corners = [(minX, minY), (maxX, minY), (minX, maxY), (maxX, maxY)].map { corner in
      let (across, down) = (corner.0 - x, corner.1 - y)
      return (x + across * cosine - down * sine, y + across * sine + down * cosine)
    }
    return Box(
      minX: corners.map(\.0).min() ?? minX, minY: corners.map(\.1).min() ?? minY,
      maxX: corners.map(\.0).max() ?? maxX, maxY: corners.map(\.1).max() ?? maxY)
  }
}
