/// The properties of a legend, as Vega-Lite's `legend` and `config.legend` have them.
enum LegendProperty: String, GuideProperty {
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
    case .labelExpr: .expression
    case .symbolType: .shape
    case .description, .labelFont, .labelFontStyle, .titleFont, .titleFontStyle: .text
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
  static let namesValues = true

  /// What has no meaning in a picture that is drawn once; a legend's direction follows its side.
  static let withoutEffect: Set<LegendProperty> = [
    .aria, .description, .direction, .zindex, .clipHeight, .cornerRadius, .fillColor,
    .gradientStrokeColor, .gradientStrokeWidth, .gridAlign, .labelAlign, .labelBaseline,
    .labelOffset, .labelOverlap, .labelPadding, .labelSeparation, .legendX, .legendY, .padding,
    .strokeColor, .strokeDash, .strokeWidth, .symbolDashOffset, .symbolOffset, .tickMinStep,
    .titleAlign, .titleAnchor, .titleBaseline, .titleLineHeight, .titleOrient,
  ]
}
