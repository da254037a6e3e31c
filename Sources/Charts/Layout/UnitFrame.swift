import Values

/// One unit over its plot: the items with the scales that place and paint them.
///
/// Nothing of it ever changes; it is a class so that the marks, looks and places that hold it share
/// it instead of copying all of it for each item.
final class UnitFrame: Sendable {
  let unit: UnitModel
  /// The box between the axes.
  let box: Box
  let x: PositionScale
  let y: PositionScale
  let xOffset: OffsetScale?
  let yOffset: OffsetScale?
  /// Angles in radians, and distances from the pole in px.
  let theta: PositionScale
  let radius: PositionScale
  /// The visual scales by their channels.
  let visual: [Channel: VisualScale]
  let config: ChartConfig
  let words: ChartWords
  /// What every id in the picture begins with.
  let idPrefix: String
  /// Whether the picture is one for a phone.
  let isNarrow: Bool
  /// The lines of tooltips.
  let tooltip: [TooltipField]

  init(
    unit: UnitModel, box: Box, x: PositionScale, y: PositionScale, xOffset: OffsetScale?,
    yOffset: OffsetScale?, theta: PositionScale, radius: PositionScale,
    visual: [Channel: VisualScale], config: ChartConfig, words: ChartWords, idPrefix: String,
    isNarrow: Bool
  ) {
    self.unit = unit
    self.box = box
    self.x = x
    self.y = y
    self.xOffset = xOffset
    self.yOffset = yOffset
    self.theta = theta
    self.radius = radius
    self.visual = visual
    self.config = config
    self.words = words
    self.idPrefix = idPrefix
    self.isNarrow = isNarrow
    tooltip = TooltipField.fields(of: unit, config, words)
  }

  /// The scale of a position channel.
  func scale(_ channel: Channel) -> PositionScale { channel.primary == .y ? y : x }
  /// The scale along which the unit measures.
  var valueScale: PositionScale { scale(unit.valueChannel) }
  /// The scale that says what it measures.
  var dimensionScale: PositionScale { scale(unit.dimensionChannel) }
}

/// A scale of places within a step, in px from the step's beginning.
struct OffsetScale: Sendable {
  let scale: PositionScale
  let channel: BoundChannel
}
