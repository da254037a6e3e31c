import Values

/// What each item of a unit looks like: the scales' word first, then the mark's properties, then the
/// house.
struct ItemLooks: Sendable {
  let frame: UnitFrame
  /// Whether the colour fills the shape rather than drawing its outline.
  let isFilled: Bool

  init(_ frame: UnitFrame) {
    self.frame = frame
    isFilled =
      frame.unit.mark.properties.boolean(.filled)
      ?? !([.line, .trail, .rule, .point] as [MarkKind]).contains(frame.unit.mark.kind)
      || frame.unit.mark.kind == .trail
  }

  private var unit: UnitModel { frame.unit }
  private var properties: Properties<MarkProperty> { frame.unit.mark.properties }

  // MARK: Properties

  /// A property of an item, its expression worked out.
  func property(_ key: MarkProperty, _ item: Int) -> PropertyValue? {
    guard let value = properties[key] else { return nil }
    switch value {
    case .expression(let expression):
      return PropertyValue(
        expression.evaluate(
          row: min(item, max(unit.table.rowCount - 1, 0)), of: unit.table,
          parameters: frame.config.parameters))
    default: return value
    }
  }

  /// A number among the properties.
  func number(_ key: MarkProperty, _ item: Int) -> Double? { property(key, item)?.number }
  /// A text among the properties.
  func text(_ key: MarkProperty, _ item: Int) -> String? { property(key, item)?.text }

  /// The definition that decides a channel for an item: a condition's that holds, or its own.
  func definition(_ channel: Channel, _ item: Int) -> BoundChannel? {
    guard let own = unit[channel] else { return nil }
    for condition in own.conditions where item < condition.mask.count && condition.mask[item] {
      return condition.channel
    }
    return own
  }

  // MARK: Numbers

  /// The number that a channel gives an item, else the property, else nil.
  func number(_ channel: Channel, _ key: MarkProperty?, _ item: Int) -> Double? {
    if let definition = definition(channel, item) {
      if let value = definition.definition.value { return value.number }
      if definition.definition.showsData {
        let datum = definition.value(item)
        if definition.definition.scale.isDisabled { return datum.measure }
        return frame.visual[channel]?.number(datum)
      }
    }
    return key.flatMap { number($0, item) }
  }

  /// The size of an item in px², px or as its mark has it.
  func size(_ item: Int) -> Double? { number(.size, .size, item) }

  /// The shape of a symbol.
  func shape(_ item: Int) -> String {
    switch unit.mark.kind {
    case .circle: return "circle"
    case .square: return "square"
    default: break
    }
    if let definition = definition(.shape, item) {
      if let value = definition.definition.value?.text { return value }
      if definition.definition.showsData,
        let shape = frame.visual[.shape]?.shape(definition.value(item))
      {
        return shape
      }
    }
    return text(.shape, item) ?? "circle"
  }

  // MARK: Paint

  private func paint(_ channel: Channel, _ item: Int) -> Paint?? {
    guard let definition = definition(channel, item) else { return nil }
    if let value = definition.definition.value { return .some(value.paint) }
    guard definition.definition.showsData else { return nil }
    let datum = definition.value(item)
    if definition.definition.scale.isDisabled { return .some(.css(datum.text)) }
    return .some(frame.visual[channel]?.paint(datum))
  }

  /// What fills an item.
  func fill(_ item: Int) -> Paint {
    if let given = paint(.fill, item) { return given ?? .none }
    if isFilled, let given = paint(.color, item) { return given ?? .none }
    if let given = property(.fill, item) { return given.paint ?? .none }
    guard isFilled else { return .none }
    if let given = property(.color, item) { return given.paint ?? .none }
    return defaultPaint
  }

  /// What its outline is drawn with.
  func stroke(_ item: Int) -> Paint {
    if let given = paint(.stroke, item) { return given ?? .none }
    if !isFilled, let given = paint(.color, item) { return given ?? .none }
    if let given = property(.stroke, item) { return given.paint ?? .none }
    guard !isFilled else { return .none }
    if let given = property(.color, item) { return given.paint ?? .none }
    return defaultPaint
  }

  private var defaultPaint: Paint {
    switch unit.mark.kind {
    case .text: .theme("ink")
    case .rule: .theme("ink-soft")
    default: HousePalette.paint(0)
    }
  }

  /// All of an item's look.
  func look(_ item: Int) -> Look {
    var look = Look()
    look.fill = fill(item)
    look.stroke = stroke(item)
    look.opacity = number(.opacity, .opacity, item) ?? defaultOpacity
    look.fillOpacity = number(.fillOpacity, .fillOpacity, item) ?? 1
    look.strokeOpacity = number(.strokeOpacity, .strokeOpacity, item) ?? 1
    look.width = number(.strokeWidth, .strokeWidth, item)
    look.dash = dash(item)
    look.dashOffset = number(.strokeDashOffset, item) ?? 0
    look.cap = text(.strokeCap, item)
    look.join = text(.strokeJoin, item)
    look.miterLimit = number(.strokeMiterLimit, item)
    look.font = text(.font, item)
    look.fontStyle = text(.fontStyle, item)
    return look
  }

  /// Symbols and ticks that stand for single rows are seen through one another (Vega-Lite's
  /// default of 0.7).
  private var defaultOpacity: Double {
    let kinds: Set<MarkKind> = [.point, .tick, .circle, .square]
    guard kinds.contains(unit.mark.kind) else { return 1 }
    return unit.channels.values.contains { $0.aggregate != nil } ? 1 : 0.7
  }

  private func dash(_ item: Int) -> [Double] {
    if let definition = definition(.strokeDash, item) {
      if let value = definition.definition.value { return value.numbers ?? [] }
      if definition.definition.showsData {
        return frame.visual[.strokeDash]?.dash(definition.value(item)) ?? []
      }
    }
    return property(.strokeDash, item)?.numbers ?? []
  }

  // MARK: Words

  /// Where an item leads; nil for nowhere.
  func address(_ item: Int) -> String? {
    if let definition = definition(.href, item) {
      if let value = definition.definition.value?.text { return SafeAddress.checked(value) }
      guard definition.definition.showsData else { return nil }
      let datum = definition.value(item)
      return datum.isMissing ? nil : SafeAddress.checked(datum.text)
    }
    return text(.href, item).flatMap(SafeAddress.checked)
  }

  /// What is said when an item is pointed at; empty for nothing.
  func tooltip(_ item: Int) -> String {
    TooltipText(frame: frame, looks: self).text(item)
  }
}

extension PropertyValue {
  /// The value that an expression gave.
  init(_ datum: Datum) {
    switch datum {
    case .number(let number): self = .number(number)
    case .boolean(let truth): self = .boolean(truth)
    case .null: self = .null
    case .list(let values): self = .list(values.map(PropertyValue.init))
    default: self = .text(datum.text)
    }
  }
}
