/// The properties of an axis, as Vega-Lite's `axis` and `config.axis` have them.
enum AxisProperty: String, PropertyKey {
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
    case .labelExpr: .text
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
  /// What has no meaning in a picture that is drawn once, and where the house puts titles itself.
  static let withoutEffect: Set<AxisProperty> = [
    .aria, .description, .position, .style, .tickExtra, .tickRound, .titleBaseline,
    .titleLineHeight, .titleX, .titleY, .translate,
  ]
}

/// The properties of a legend, as Vega-Lite's `legend` and `config.legend` have them.
enum LegendProperty: String, PropertyKey {
  case title, format, formatType, labelExpr, values, tickCount, type, orient, direction
  case aria, description, zindex, columns, columnPadding, rowPadding, offset
  case gradientLength, gradientOpacity, gradientThickness
  case labelColor, labelFont, labelFontSize, labelFontStyle, labelFontWeight, labelLimit
  case labelOpacity
  case symbolDash, symbolFillColor, symbolLimit, symbolOpacity, symbolSize, symbolStrokeColor
  case symbolStrokeWidth, symbolType
  case titleColor, titleFont, titleFontSize, titleFontStyle, titleFontWeight, titleLimit
  case titleOpacity, titlePadding
  case direct, disable
  case clipHeight, cornerRadius, fillColor, gradientStrokeColor, gradientStrokeWidth, gridAlign
  case labelAlign, labelBaseline, labelOffset, labelOverlap, labelPadding, labelSeparation
  case legendX, legendY, padding, strokeColor, strokeDash, strokeWidth, symbolDashOffset
  case symbolOffset, tickMinStep, titleAlign, titleAnchor, titleBaseline, titleLineHeight
  case titleOrient

  var kind: PropertyKind {
    switch self {
    case .title, .format, .tickCount, .values: .any
    case .formatType: .choice(["number", "time"])
    case .labelExpr, .description, .labelFont, .labelFontStyle, .titleFont, .titleFontStyle,
      .symbolType:
      .text
    case .type: .choice(["symbol", "gradient"])
    case .orient:
      .choice([
        "none", "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left",
        "bottom-right",
      ])
    case .direction: .choice(["horizontal", "vertical"])
    case .aria, .direct, .disable: .boolean
    case .gridAlign, .labelAlign, .labelBaseline, .titleAlign, .titleAnchor, .titleBaseline,
      .titleOrient:
      .text
    case .labelColor, .symbolFillColor, .symbolStrokeColor, .titleColor, .fillColor,
      .gradientStrokeColor, .strokeColor:
      .color
    case .symbolDash, .strokeDash: .numbers
    case .labelFontWeight, .labelOverlap, .titleFontWeight: .numberOrText
    default: .number
    }
  }
}

extension LegendProperty {
  /// What has no meaning in a picture that is drawn once; a legend's direction follows its side.
  static let withoutEffect: Set<LegendProperty> = [
    .aria, .description, .direction, .zindex, .clipHeight, .cornerRadius, .fillColor,
    .gradientStrokeColor, .gradientStrokeWidth, .gridAlign, .labelAlign, .labelBaseline,
    .labelOffset, .labelOverlap, .labelPadding, .labelSeparation, .legendX, .legendY, .padding,
    .strokeColor, .strokeDash, .strokeWidth, .symbolDashOffset, .symbolOffset, .tickMinStep,
    .titleAlign, .titleAnchor, .titleBaseline, .titleLineHeight, .titleOrient,
  ]
}

/// The properties of a title, as Vega-Lite's `title` and `config.title` have them.
enum TitleProperty: String, PropertyKey {
  case text, subtitle, anchor, color, font, fontSize, fontStyle, fontWeight, offset, orient, frame
  case subtitleColor, subtitleFont, subtitleFontSize, subtitleFontStyle, subtitleFontWeight
  case subtitlePadding, aria
  case align, angle, baseline, dx, dy, limit, lineHeight, style, subtitleLineHeight, zindex

  var kind: PropertyKind {
    switch self {
    case .text, .subtitle, .style: .lines
    case .anchor: .choice(["start", "middle", "end"])
    case .color, .subtitleColor: .color
    case .font, .fontStyle, .subtitleFont, .subtitleFontStyle: .text
    case .fontWeight, .subtitleFontWeight: .numberOrText
    case .frame: .choice(["bounds", "group"])
    case .orient: .choice(["top", "bottom", "left", "right"])
    case .align, .baseline: .text
    case .aria: .boolean
    default: .number
    }
  }
}

extension TitleProperty {
  /// The caption stands above the picture, and there is nothing that it could be set to.
  static let withoutEffect: Set<TitleProperty> = [
    .aria, .frame, .offset, .orient, .align, .angle, .baseline, .dx, .dy, .limit, .lineHeight,
    .style, .subtitleLineHeight, .subtitlePadding, .zindex,
  ]
}

/// The properties of the headers of facets, as Vega-Lite's `header` and `config.header` have them.
enum HeaderProperty: String, PropertyKey {
  case title, format, formatType, labelExpr, labels
  case labelColor, labelFont, labelFontSize, labelFontStyle, labelFontWeight
  case titleColor, titleFont, titleFontSize, titleFontStyle, titleFontWeight
  case orient, labelAlign, labelAnchor, labelAngle, labelBaseline, labelLimit, labelLineHeight
  case labelOrient, labelPadding, titleAlign, titleAnchor, titleAngle, titleBaseline, titleLimit
  case titleOrient, titlePadding

  var kind: PropertyKind {
    switch self {
    case .title, .format: .any
    case .formatType: .choice(["number", "time"])
    case .labelExpr, .labelFont, .labelFontStyle, .titleFont, .titleFontStyle: .text
    case .labels: .boolean
    case .orient, .labelOrient, .titleOrient: .choice(["top", "bottom", "left", "right"])
    case .labelAlign, .titleAlign: .choice(["left", "center", "right"])
    case .labelAnchor, .titleAnchor: .choice(["start", "middle", "end"])
    case .labelBaseline, .titleBaseline: .choice(["alphabetic", "top", "middle", "bottom"])
    case .labelColor, .titleColor: .color
    case .labelFontWeight, .titleFontWeight: .numberOrText
    default: .number
    }
  }

  /// The house sets names level above what they name, so that where others would put or turn them
  /// is read and has no effect.
  static let withoutEffect: Set<HeaderProperty> = [
    .orient, .labelAlign, .labelAnchor, .labelAngle, .labelBaseline, .labelLimit,
    .labelLineHeight, .labelOrient, .labelPadding, .titleAlign, .titleAnchor, .titleAngle,
    .titleBaseline, .titleLimit, .titleOrient, .titlePadding,
  ]
}

/// The properties of a view's background, as Vega-Lite's `view` and `config.view` have them.
enum ViewProperty: String, PropertyKey {
  case continuousWidth, continuousHeight, discreteWidth, discreteHeight, step
  case fill, fillOpacity, stroke, strokeDash, strokeOpacity, strokeWidth, opacity, cornerRadius
  case clip

  var kind: PropertyKind {
    switch self {
    case .fill, .stroke: .color
    case .strokeDash: .numbers
    case .clip: .boolean
    case .discreteWidth, .discreteHeight: .any
    default: .number
    }
  }

  static let withoutEffect: Set<ViewProperty> = []
}
