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
    case .shape: .shape
    case .font, .fontStyle, .href, .cursor, .description, .dir, .ellipsis, .lineBreak: .text
    case .text: .lines
    case .align: .choice(["left", "center", "right"])
    case .baseline: .choice(["alphabetic", "top", "middle", "bottom", "line-top", "line-bottom"])
    case .fontWeight: .numberOrText
    case .x, .y, .x2, .y2: .place
    case .width, .height, .size, .discreteBandSize: .size
    case .tooltip, .extent, .box, .median, .outliers, .rule, .ticks, .borders, .band, .point,
      .line:
      .any
    default: .number
    }
  }
}

extension MarkProperty {
  var variation: PropertyVariation {
    switch self {
    case .style, .clip, .invalid, .orient, .interpolate, .tension, .filled, .order, .labels,
      .cornerRadiusEnd:
      .none
    default: .item
    }
  }

  /// What has no meaning in a picture that nobody touches, and what the house decides.
  static let withoutEffect: Set<MarkProperty> = [
    .aria, .cursor, .description, .dir, .ellipsis, .lineBreak, .radius2Offset, .theta2Offset,
    .timeUnitBandPosition,
  ]
}
