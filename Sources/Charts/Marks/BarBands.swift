import Datasets

/// Where bars lie across the axis of values: the band of a name, the days of a date, or a place.
struct BarBands {
  private let layer: BoundLayer
  private let scale: PositionScale
  private let offsets: BandScale?
  private let thickness: Double

  init(_ layer: BoundLayer, _ plot: Plot) {
    self.layer = layer
    scale = plot.dimensionScale(layer)
    let values = plot.offsets(layer)
    let hasOffset = layer[layer.offsetChannel] != nil && !values.isEmpty
    // Places within a band run from 0 to 1 here.
    offsets = hasOffset ? BandScale(domain: values, range: (0, 1), padding: 0.08) : nil
    thickness = BarBands.plainThickness(layer, scale)
  }

  /// How thick a bar on a continuous axis is: as the nearest two allow.
  private static func plainThickness(_ layer: BoundLayer, _ scale: PositionScale) -> Double {
    let values = layer[layer.dimensionChannel]?.values ?? []
    let places = Set(values.compactMap { scale.middle($0) }).sorted()
    var nearest = 20.0
    for (left, right) in zip(places, places.dropFirst()) { nearest = min(nearest, right - left) }
    return max(1, nearest * 0.7)
  }

  /// The two sides of an item's bar, in px.
  func band(of item: Int) -> (Double, Double)? {
    guard let channel = layer[layer.dimensionChannel] else {
      return capped(scale.extent(.missing))
    }
    guard let extent = scale.extent(channel.values[item]) else { return nil }
    if let second = layer[layer.secondDimensionChannel] {
      guard let other = scale.extent(second.values[item]) else { return nil }
      return (min(extent.low, other.low), max(extent.high, other.high))
    }
    var sides: (low: Double, high: Double)
    if extent.high - extent.low < thickness {
      let middle = (extent.low + extent.high) / 2
      sides = (middle - thickness / 2, middle + thickness / 2)
    } else {
      sides = extent
      // Days of neighbouring dates touch; bars of them must not.
      if case .time = scale {
        let margin = min((extent.high - extent.low) * 0.15, 10)
        sides = (extent.low + margin, extent.high - margin)
      }
    }
    guard let offsets else { return capped(sides) }
    guard let part = offsets.extent(layer.value(layer.offsetChannel, item)) else { return nil }
    return capped(group: sides, part)
  }

  private func capped(_ sides: (low: Double, high: Double)?) -> (Double, Double)? {
    guard let sides else { return nil }
    let middle = (sides.low + sides.high) / 2
    let half = min(sides.high - sides.low, BarMark.maximumThickness) / 2
    return (middle - half, middle + half)
  }

  /// A bar of a group: the group as a whole is no thicker than its bars may be together.
  private func capped(
    group sides: (low: Double, high: Double), _ part: (low: Double, high: Double)
  ) -> (Double, Double) {
    let count = Double(offsets?.domain.count ?? 1)
    let width = min(sides.high - sides.low, BarMark.maximumThickness * 0.75 * count)
    let start = (sides.low + sides.high - width) / 2
    return (start + part.low * width, start + part.high * width)
  }
}
