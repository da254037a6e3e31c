import Values

/// An axis, ready to be drawn: its side, its words and its look.
struct AxisModel: Sendable {
  /// The side of the plot that it stands at.
  enum Side: String, Sendable {
    case left, right, top, bottom

    var isHorizontal: Bool { self == .top || self == .bottom }
  }

  let channel: Channel
  let scale: ScaleModel
  let side: Side
  let properties: Properties<AxisProperty>
  /// What it is called, line by line; empty for nothing.
  var title: [String]
  var ticks: [AxisTick] = []
  /// Whether lines are drawn across the plot.
  var showsGrid: Bool
  /// How far it stands from the plot, beyond another axis at that side.
  var offset = 0.0

  var labelSize: Double { properties.number(.labelFontSize) ?? AxisModel.fontSize }
  var titleSize: Double { properties.number(.titleFontSize) ?? AxisModel.fontSize }
  var titleWeight: FontWeight { FontWeight(properties[.titleFontWeight]) ?? .regular }
  var labelWeight: FontWeight { FontWeight(properties[.labelFontWeight]) ?? .regular }
  var showsLabels: Bool { properties.boolean(.labels) ?? true }
  var showsTicks: Bool { properties.boolean(.ticks) ?? true }
  var tickSize: Double { showsTicks ? properties.number(.tickSize) ?? 5 : 0 }
  var labelPadding: Double { properties.number(.labelPadding) ?? 4 }
  var titlePadding: Double { properties.number(.titlePadding) ?? 6 }

  /// The size of text in the house style, in px.
  static let fontSize = 12.0
}
