/// The symbols of a legend.
extension LegendBuilder {
  func entry(
    _ value: Datum, _ label: String, _ visuals: [VisualScale], _ scale: ScaleModel
  ) -> LegendModel.Entry {
    let user = scale.users[0]
    let unit = chart.unit(user.unit)
    let kind = user.mark.kind
    var look = Look()
    var shape: String? = "square"
    var size = 100.0
    let isStroked = (kind.isSymbol && kind == .point) || kind == .line || kind == .rule
    if kind == .line || kind == .rule || kind == .trail { shape = nil }
    if kind.isSymbol || kind == .text { shape = kind == .square ? "square" : "circle" }
    let isFilled = unit?.mark.properties.boolean(.filled) ?? !isStroked
    let ground: Paint = constantPaint(unit) ?? HousePalette.paint(0)
    if isFilled {
      look.fill = ground
    } else {
      look.stroke = ground
      look.fill = Paint.none
      look.width = 2
    }
    if kind == .text { look = Look(); look.fill = .theme("ink") }
    for visual in visuals {
      switch visual.model.channel {
      case .color:
        let paint = visual.paint(value) ?? Paint.none
        if isFilled { look.fill = paint } else { look.stroke = paint }
      case .fill: look.fill = visual.paint(value) ?? Paint.none
      case .stroke:
        look.stroke = visual.paint(value) ?? Paint.none
        look.width = look.width ?? 2
      case .opacity: look.opacity = visual.number(value) ?? 1
      case .fillOpacity: look.fillOpacity = visual.number(value) ?? 1
      case .strokeOpacity: look.strokeOpacity = visual.number(value) ?? 1
      case .strokeWidth: look.width = visual.number(value)
      case .strokeDash:
        look.dash = visual.dash(value) ?? []
        if look.stroke == nil || look.stroke == Paint.none { look.stroke = ground }
        shape = nil
      case .shape: shape = visual.shape(value)
      case .size:
        if shape == nil {
          look.width = visual.number(value)
        } else if kind.isSymbol {
          size = visual.number(value) ?? size
        }
      default: break
      }
    }
    if shape == nil {
      look.stroke =
        look.stroke == nil || look.stroke == Paint.none ? look.fill ?? ground : look.stroke
      look.fill = nil
      look.width = look.width ?? 2
    }
    dress(&look, &shape, &size, specification(scale).properties.over(config.legend))
    return LegendModel.Entry(label: label, look: look, shape: shape, size: size)
  }

  /// What an author says of the symbols of a legend.
  func dress(
    _ look: inout Look, _ shape: inout String?, _ size: inout Double,
    _ properties: Properties<LegendProperty>
  ) {
    if let name = properties.text(.symbolType) { shape = name == "stroke" ? nil : name }
    if let area = properties.number(.symbolSize) { size = max(0, area) }
    if let color = properties.paint(.symbolFillColor) { look.fill = color }
    if let color = properties.paint(.symbolStrokeColor) { look.stroke = color }
    if let width = properties.number(.symbolStrokeWidth) { look.width = width }
    if let opacity = properties.number(.symbolOpacity) { look.opacity = opacity }
    if let dash = properties[.symbolDash]?.numbers { look.dash = dash }
  }

  func constantPaint(_ unit: UnitModel?) -> Paint? {
    guard let unit else { return nil }
    for key in [MarkProperty.color, .fill, .stroke] {
      if let value = unit.mark.properties[key], let paint = value.paint { return paint }
    }
    return nil
  }
}
