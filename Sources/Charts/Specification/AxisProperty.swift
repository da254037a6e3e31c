/// The properties of an axis, as Vega-Lite's `axis` and `config.axis` have them.
enum AxisProperty: String, GuideProperty {
  case title, format, formatType, labelExpr, values, tickCount, tickMinStep, orient, offset
  case zindex, translate, minExtent, maxExtent, aria, description
  case bandPosition
  case domain, domainColor, domainDash, domainDashOffset, domainOpacity, domainWidth, domainCap
  case grid, gridColor, gridDash, gridDashOffset, gridOpacity, gridWidth, gridCap
  case labels, labelAlign, labelAngle, labelBaseline, labelBound, labelColor, labelFlush
  case labelFlushOffset, labelFont, labelFontSize, labelFontStyle, labelFontWeight, labelLimit
  case labelLineHeight, labelOffset, labelOpacity, labelOverlap, labelPadding, labelSeparation
  case ticks, tickCap, tickColor, tickDash, tickDashOffset, tickOffset
  case tickOpacity, tickRound, tickSize, tickWidth
  case titleAlign, titleAnchor, titleAngle, titleColor, titleFont, titleFontSize
  case titleFontStyle, titleFontWeight, titleLimit, titleOpacity, titlePadding
  case position, style, tickBand, tickExtra, titleBaseline, titleLineHeight, titleX, titleY

  var kind: PropertyKind {
    switch self {
    case .title, .format, .tickCount, .values: .any
    case .formatType: .choice(["number", "time"])
    case .labelExpr: .expression
    case .orient: .choice(["left", "right", "top", "bottom"])
    case .aria, .domain, .grid, .labels, .ticks, .tickExtra, .tickRound: .boolean
    case .style: .lines
    case .tickBand: .choice(["center", "extent"])
    case .description, .labelFont, .labelFontStyle, .titleFont, .titleFontStyle: .text
    case .domainCap, .gridCap, .tickCap: .choice(["butt", "round", "square"])
    case .domainColor, .gridColor, .labelColor, .tickColor, .titleColor: .color
    case .domainDash, .gridDash, .tickDash: .numbers
    case .labelAlign, .titleAlign: .choice(["left", "center", "right"])
    case .labelBaseline, .titleBaseline:
      .choice(["alphabetic", "top", "middle", "bottom", "line-top", "line-bottom"])
    case .labelFontWeight, .titleFontWeight, .labelBound, .labelFlush, .labelOverlap:
      .numberOrText
    case .titleAnchor: .choice(["start", "middle", "end"])
    default: .number
    }
  }
}

extension AxisProperty {
  static let namesValues = true

  var variation: PropertyVariation {
    switch self {
    case .gridColor, .gridDash, .gridDashOffset, .gridOpacity, .gridWidth, .labelColor,
      .labelFontStyle, .labelFontWeight, .labelOpacity, .tickColor, .tickDash, .tickDashOffset,
      .tickOffset, .tickOpacity, .tickSize, .tickWidth:
      .tick
    default: .none
    }
  }

  /// What has no meaning in a picture that is drawn once, and where the house puts titles itself.
  static let withoutEffect: Set<AxisProperty> = [
    .aria, .description, .position, .style, .tickExtra, .tickRound, .titleBaseline,
    .titleLineHeight, .titleX, .titleY, .translate,
  ]
}
