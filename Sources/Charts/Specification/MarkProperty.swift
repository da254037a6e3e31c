/// The kinds of marks that are drawn; composite ones are made of them before.
enum MarkKind: String, Hashable, Sendable, CaseIterable {
  case arc, area, bar, circle, line, point, rect, rule, square, text, tick, trail
  case boxplot, errorbar, errorband
  case estimate

  /// Whether it is made of other marks.
  var isComposite: Bool { self == .boxplot || self == .errorbar || self == .errorband }
  /// Whether one mark takes many rows.
  var isPath: Bool { self == .line || self == .area || self == .trail }
  /// Whether it is drawn as a symbol.
  var isSymbol: Bool { self == .point || self == .circle || self == .square }
}

/// The properties of a mark, as Vega-Lite's `mark` and `config.mark` have them.
enum MarkProperty: String, PropertyKey {
  case style, tooltip, clip, invalid, orient, interpolate, tension, filled, order
  case color, fill, stroke, opacity, fillOpacity, strokeOpacity
  case strokeWidth, strokeDash, strokeDashOffset, strokeCap, strokeJoin, strokeMiterLimit
  case shape, size, angle
  case text, align, baseline, dx, dy, font, fontSize, fontStyle, fontWeight, limit, lineHeight
  case cornerRadius, cornerRadiusTopLeft, cornerRadiusTopRight, cornerRadiusBottomLeft
  case cornerRadiusBottomRight, cornerRadiusEnd
  case innerRadius, outerRadius, padAngle, radius, radius2, theta, theta2, radiusOffset
  case thetaOffset
  case x, y, x2, y2, xOffset, yOffset, x2Offset, y2Offset, width, height
  case bandSize, binSpacing, continuousBandSize, discreteBandSize, minBandSize, thickness
  case timeUnitBandSize
  case href, cursor, description, aria
  case extent, box, median, outliers, rule, ticks, borders, band, point, line
  case labels
  case dir, ellipsis, lineBreak, radius2Offset, theta2Offset, timeUnitBandPosition

  var kind: PropertyKind {
    switch self {
    case .style: .lines
    case .clip, .filled, .aria, .order, .labels: .boolean
    case .invalid:
      .choice([
        "break-paths-filter-domains", "break-paths-show-domains", "break-paths-show-path-domains",
        "filter", "show",
      ])
    case .orient: .choice(["horizontal", "vertical"])
    case .interpolate: .choice(Interpolation.allCases.map(\.rawValue))
    case .color, .fill, .stroke: .color
    case .strokeDash: .numbers
    case .strokeCap: .choice(["butt", "round", "square"])
    case .strokeJoin: .choice(["miter", "round", "bevel"])
    case .shape, .font, .fontStyle, .href, .cursor, .description, .dir, .ellipsis, .lineBreak: .text
    case .text: .lines
    case .align: .choice(["left", "center", "right"])
    case .baseline: .choice(["alphabetic", "top", "middle", "bottom", "line-top", "line-bottom"])
    case .fontWeight, .x, .y, .x2, .y2: .numberOrText
    case .width, .height, .size, .discreteBandSize: .size
    case .tooltip, .extent, .box, .median, .outliers, .rule, .ticks, .borders, .band, .point,
      .line:
      .any
    default: .number
    }
  }
}

extension MarkProperty {
  /// What has no meaning in a picture that nobody touches, and what the house decides.
  static let withoutEffect: Set<MarkProperty> = [
    .aria, .cursor, .description, .dir, .ellipsis, .lineBreak, .radius2Offset, .theta2Offset,
    .timeUnitBandPosition,
  ]
}

/// How the points of lines and areas are joined.
enum Interpolation: String, Hashable, Sendable, CaseIterable {
  case basis
  case basisClosed = "basis-closed"
  case basisOpen = "basis-open"
  case cardinal
  case cardinalClosed = "cardinal-closed"
  case cardinalOpen = "cardinal-open"
  case catmullRom = "catmull-rom"
  case linear
  case linearClosed = "linear-closed"
  case monotone
  case natural
  case step
  case stepBefore = "step-before"
  case stepAfter = "step-after"
}
