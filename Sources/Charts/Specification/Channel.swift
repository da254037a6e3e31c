/// The channels of an encoding, in Vega-Lite's words.
enum Channel: String, Hashable, Sendable, CaseIterable {
  case x, y, x2, y2, xOffset, yOffset
  case xError, xError2, yError, yError2
  case theta, theta2, radius, radius2
  case color, fill, stroke, opacity, fillOpacity, strokeOpacity, strokeWidth, strokeDash
  case size, angle, shape
  case text, tooltip, href, description, detail, order, key
  case row, column, facet

  /// The channel of which it is the other end: `x` for `x2`.
  var primary: Channel {
    switch self {
    case .x2: .x
    case .y2: .y
    case .theta2: .theta
    case .radius2: .radius
    default: self
    }
  }

  /// The channel of the other end, for a channel of position.
  var secondary: Channel? {
    switch self {
    case .x: .x2
    case .y: .y2
    case .theta: .theta2
    case .radius: .radius2
    default: nil
    }
  }

  /// Whether it says where along an axis an item is.
  var isPosition: Bool { self == .x || self == .y }
  /// Whether it says where about a pole an item is.
  var isPolar: Bool { self == .theta || self == .radius }
  /// Whether it moves items within a step.
  var isOffset: Bool { self == .xOffset || self == .yOffset }
  /// Whether its values become paint.
  var isColor: Bool { self == .color || self == .fill || self == .stroke }
  /// Whether it parts a chart into small ones.
  var isFacet: Bool { self == .row || self == .column || self == .facet }
  /// Whether several fields may stand in it.
  var isList: Bool { self == .tooltip || self == .detail || self == .order }

  /// Whether its values go through a scale.
  var hasScale: Bool {
    switch primary {
    case .x, .y, .xOffset, .yOffset, .theta, .radius, .color, .fill, .stroke, .opacity,
      .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash, .size, .angle, .shape:
      true
    default: false
    }
  }

  /// Whether a legend explains it.
  var hasLegend: Bool { hasScale && !isPosition && !isOffset && !isPolar && primary == self }

  /// What its values in the picture are: those of `value`, and those of a range.
  var valueKind: PropertyKind {
    switch self {
    case .color, .fill, .stroke: .color
    case .strokeDash: .numbers
    case .shape: .shape
    case .x, .y, .x2, .y2: .place
    case .text, .tooltip, .href, .description, .detail, .key, .row, .column, .facet: .numberOrText
    default: .number
    }
  }

  /// What the elements of a range are.
  var rangeKind: PropertyKind { isPosition ? .number : valueKind }

  /// Whether its field decides which rows are one line or one stack, where it is a discrete one.
  var parts: Bool {
    switch self {
    case .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash,
      .size, .shape, .detail, .text, .tooltip, .href, .description, .key:
      true
    default: false
    }
  }
}
