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
    default: .number
    }
  }

  static let withoutEffect: Set<ViewProperty> = []
}
