/// The properties of the headers of facets, as Vega-Lite's `header` and `config.header` have them.
enum HeaderProperty: String, GuideProperty {
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
    case .labelExpr: .expression
    case .labelFont, .labelFontStyle, .titleFont, .titleFontStyle: .text
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
}

extension HeaderProperty {
  static let namesValues = false

  /// The house sets names level above what they name, so that where others would put or turn them
  /// is read and has no effect.
  static let withoutEffect: Set<HeaderProperty> = [
    .orient, .labelAlign, .labelAnchor, .labelAngle, .labelBaseline, .labelLimit,
    .labelLineHeight, .labelOrient, .labelPadding, .titleAlign, .titleAnchor, .titleAngle,
    .titleBaseline, .titleLimit, .titleOrient, .titlePadding,
  ]
}
