import Values

/// One tick of an axis: where it stands and what it says.
struct AxisTick: Sendable {
  /// The value.
  let value: Datum
  /// Its place along the axis, in px within the picture.
  let place: Double
  /// What it says, line by line; empty where its label makes room for others.
  var lines: [String]
  /// Whether its label is written.
  var isShown = true
  /// Where its label stands about the place.
  var anchor: Canvas.Anchor = .middle
  /// How far the label is moved along the axis, in px.
  var shift = 0.0
}

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
  /// Whether labels are turned to read upwards.
  var isTurned = false

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

extension FontWeight {
  /// The weight that a property names: `bold`, `normal`, 100 to 900.
  init?(_ value: PropertyValue?) {
    switch value {
    case .number(let number)?: self = number >= 600 ? .bold : .regular
    case .text(let text)?: self = text.hasPrefix("bold") ? .bold : .regular
    default: return nil
    }
  }
}
