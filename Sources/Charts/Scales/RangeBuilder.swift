import Values

/// What the values of a visual scale become where the author does not say (Vega-Lite,
/// `compile/scale/range`).
struct RangeBuilder {
  let model: ScaleModel
  let config: ChartConfig

  func range() -> VisualRange {
    let given = model.specification
    if model.channel.isColor { return colors() }
    switch model.channel {
    case .shape:
      if let shapes = given.range?.compactMap(\.text), !shapes.isEmpty { return .shapes(shapes) }
      if case .values(let values)? = config.ranges["symbol"] {
        return .shapes(values.compactMap(\.text))
      }
      return .shapes([
        "circle", "square", "cross", "diamond", "triangle-up", "triangle-down", "triangle-right",
        "triangle-left",
      ])
    case .strokeDash:
      if let dashes = given.range?.compactMap(\.numbers), !dashes.isEmpty { return .dashes(dashes) }
      return .dashes([[], [4, 2], [2, 1], [1, 1], [1, 2, 4, 2]])
    default: return .numbers(numbers())
    }
  }

  private func numbers() -> [Double] {
    if let given = model.specification.range?.compactMap(\.number), !given.isEmpty { return given }
    var (low, high) = defaultNumbers
    if let minimum = model.specification.rangeMin?.number { low = minimum }
    if let maximum = model.specification.rangeMax?.number { high = maximum }
    return [low, high]
  }

  private var defaultNumbers: (Double, Double) {
    let scale = config.scale
    switch model.channel {
    case .size:
      switch model.users[0].mark.kind {
      case .bar, .tick: return (scale.minBandSize, scale.maxBandSize ?? 18)
      case .line, .trail, .rule: return (scale.minStrokeWidth, scale.maxStrokeWidth)
      case .text: return (scale.minFontSize, scale.maxFontSize)
      default:
        let step = config.view.number(.step) ?? 20
        let largest = scale.maxSize ?? (0.95 * step) * (0.95 * step)
        return (scale.minSize, largest)
      }
    case .strokeWidth: return (scale.minStrokeWidth, scale.maxStrokeWidth)
    case .opacity, .fillOpacity, .strokeOpacity: return (scale.minOpacity, scale.maxOpacity)
    case .angle: return (0, 360)
    default: return (0, 1)
    }
  }

  // MARK: Colours

  private func colors() -> VisualRange {
    let given = model.specification
    if let scheme = given.scheme { return range(of: scheme) }
    if let values = given.range { return range(of: values) }
    let name = given.rangeName ?? kindOfRange
    switch config.ranges[name] {
    case .values(let values)?: return range(of: values)
    case .scheme(let scheme)?: return range(of: scheme)
    case nil: break
    }
    switch name {
    case "category": return .paints(HousePalette.paints)
    case "diverging": return .ramp(isDiverging: true)
    default:
      if case .continuous(let numbers) = model.domain, numbers.count > 2 {
        return .ramp(isDiverging: true)
      }
      return .ramp(isDiverging: false)
    }
  }

  private var kindOfRange: String {
    switch model.type {
    case .ordinal: return model.fieldType == .nominal ? "category" : "ordinal"
    default:
      if model.specification.domainMid != nil { return "diverging" }
      return model.users[0].mark.kind == .rect ? "heatmap" : "ramp"
    }
  }

  private func range(of scheme: ScaleSpecification.Scheme) -> VisualRange {
    guard let found = ColorScheme(named: scheme.name.value) else {
      return .ramp(isDiverging: false)
    }
    if found.isCategorical { return .paints(found.colors(count: 0).map { .css($0.hex) }) }
    return .scheme(found, from: scheme.extent?.low ?? 0, to: scheme.extent?.high ?? 1)
  }

  private func range(of values: [PropertyValue]) -> VisualRange {
    let paints = values.compactMap(\.paint)
    if model.type.isDiscrete || model.type.isDiscretizing { return .paints(paints) }
    let interpolation = model.specification.interpolate ?? .rgb
    // What is mixed has one colour in the light and in the dark.
    return .colors(paints.compactMap { LightColors.house.color(of: $0) }, interpolation)
  }
}
