import Datasets
import Documents

/// Room along the four sides of a box, in px.
struct Insets: Hashable, Sendable {
  var top = 0.0
  var right = 0.0
  var bottom = 0.0
  var left = 0.0

  /// The larger room on each side.
  func union(_ other: Insets) -> Insets {
    Insets(
      top: max(top, other.top), right: max(right, other.right), bottom: max(bottom, other.bottom),
      left: max(left, other.left))
  }
}

/// What marks are drawn on: the box between the axes, and the scales over it.
struct Plot: Sendable {
  /// The box between the axes.
  let box: Box
  /// From left to right.
  let x: PositionScale
  /// From bottom to top.
  let y: PositionScale
  /// The values that part the steps of a discrete x, in their order.
  let xOffset: [Value]
  /// The values that part the steps of a discrete y, in their order.
  let yOffset: [Value]
  /// The colours.
  let color: ColorScale
  /// The sizes of points.
  let size: SizeScale
  /// What is said, and how.
  let words: ChartWords
  /// What every id in the picture begins with.
  let idPrefix: String
  /// Whether the picture is one for a phone.
  let isNarrow: Bool

  /// The scale of a position channel.
  func scale(_ channel: Channel) -> PositionScale { channel.position == .y ? y : x }

  /// The scale along which a layer measures.
  func valueScale(_ layer: BoundLayer) -> PositionScale { scale(layer.valueChannel) }
  /// The scale that says what a layer measures.
  func dimensionScale(_ layer: BoundLayer) -> PositionScale { scale(layer.dimensionChannel) }
  /// The values that part the steps of a layer's dimension.
  func offsets(_ layer: BoundLayer) -> [Value] {
    layer.orientation == .vertical ? xOffset : yOffset
  }

  /// The class of an item's colour.
  func style(_ layer: BoundLayer, _ item: Int) -> String {
    guard let color = layer[.color] else { return ColorScale.style(at: 0) }
    if let number = color.definition.value?.integer { return ColorScale.style(at: number - 1) }
    return self.color.style(of: color.values[item])
  }
}

extension Orientation {
  /// A point by its place along the axis of values and across it.
  func point(along: Double, across: Double) -> (x: Double, y: Double) {
    self == .vertical ? (across, along) : (along, across)
  }

  /// A box by its extents along the axis of values and across it, in any order.
  func box(along: (Double, Double), across: (Double, Double)) -> Box {
    let (low, high) = (min(along.0, along.1), max(along.0, along.1))
    let (first, last) = (min(across.0, across.1), max(across.0, across.1))
    return self == .vertical
      ? Box(minX: first, minY: low, maxX: last, maxY: high)
      : Box(minX: low, minY: first, maxX: high, maxY: last)
  }
}
