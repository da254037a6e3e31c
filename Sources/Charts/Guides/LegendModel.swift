import Values

/// A legend: what colours, shapes and sizes say, in words.
struct LegendModel: Sendable {
  /// One line of a legend.
  struct Entry: Sendable {
    let label: String
    /// The look of its symbol.
    var look: Look
    /// The name of its shape; nil for a stroke.
    var shape: String?
    /// The size of its symbol in px².
    var size: Double
  }

  /// A ramp of colour with some of its values.
  struct Gradient: Sendable {
    /// The paints from the low to the high end.
    let paints: [Paint]
    /// Labels with their places from 0 to 1.
    let labels: [(text: String, place: Double)]
  }

  let title: [String]
  var entries: [Entry] = []
  var gradient: Gradient?
  /// How many names have no entry of their own.
  var others = 0
  let properties: Properties<LegendProperty>

  /// Where it stands.
  var orient: String? { properties.text(.orient) }
  var labelSize: Double { properties.number(.labelFontSize) ?? AxisModel.fontSize }
  var titleSize: Double { properties.number(.titleFontSize) ?? AxisModel.fontSize }
  var titleWeight: FontWeight { FontWeight(properties[.titleFontWeight]) ?? .bold }
  var labelLimit: Double { properties.number(.labelLimit) ?? 220 }
}

/// Works out the legends of a chart: one for each scale that is seen, those of one field made one.
struct LegendBuilder {
  let chart: BoundChart
  let visual: [ScaleKey: VisualScale]
  let words: ChartWords

  /// More names than this are told apart by nobody.
  static let entryLimit = 30

  private var config: ChartConfig { chart.specification.config }

  /// The legends, in the order of the scales.
  func legends(without direct: Set<ScaleKey> = []) -> [LegendModel] {
    guard config.legend.boolean(.disable) != true else { return [] }
    var groups: [(id: String, keys: [ScaleKey])] = []
    for key in order {
      guard let scale = chart.scales[key], !isHidden(scale), !direct.contains(key), !scale.isEmpty
      else { continue }
      let id = identity(scale)
      if let index = groups.firstIndex(where: { $0.id == id }) {
        groups[index].keys.append(key)
      } else {
        groups.append((id, [key]))
      }
    }
    return groups.compactMap { legend($0.keys) }
  }

  /// Colours first, then what else is seen, as Vega-Lite orders legends.
  private var order: [ScaleKey] {
    let channels: [Channel] = [
      .color, .fill, .stroke, .shape, .size, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth,
      .strokeDash, .angle,
    ]
    return channels.flatMap { channel in chart.scaleOrder.filter { $0.channel == channel } }
  }

  private func isHidden(_ scale: ScaleModel) -> Bool {
    guard scale.channel.hasLegend else { return true }
    let said = scale.users.compactMap(\.channel.definition.legend)
    return said.contains(where: \.isHidden)
  }

  /// What must be the same for two scales to share a legend: the field, the title, the names.
  private func identity(_ scale: ScaleModel) -> String {
    let names =
      scale.type.isDiscrete ? scale.names.map(\.text).joined(separator: "\u{1F}") : "\(scale.ends)"
    let field = scale.first.definition.field?.value ?? ""
    let kind =
      scale.type.isDiscrete
      ? "names" : scale.type.isDiscretizing ? "steps" : scale.channel.isColor ? "colour" : "amount"
    return [kind, scale.users.contains { $0.channel.isField } ? field : "", names]
      .joined(separator: "\u{1E}")
  }

  private func specification(_ scale: ScaleModel) -> LegendSpecification {
    scale.users.lazy.compactMap(\.channel.definition.legend).first ?? LegendSpecification()
  }

  private func title(_ scale: ScaleModel) -> [String] {
    switch specification(scale).title {
    case .none: return []
    case .text(let lines): return lines
    case .automatic: break
    }
    var titles: [[String]] = []
    for user in scale.users {
      guard user.channel.isField || user.channel.definition.title != .automatic,
        let title = FieldTitle.title(of: user.channel, config, words)
      else { continue }
      if case .text(let lines) = user.channel.definition.title { return lines }
      if !titles.contains(title) { titles.append(title) }
    }
    if titles.count == 1 { return titles[0] }
    return titles.isEmpty ? [] : [titles.map { $0.joined(separator: " ") }.joined(separator: ", ")]
  }

  private func legend(_ keys: [ScaleKey]) -> LegendModel? {
    guard let scale = chart.scales[keys[0]] else { return nil }
    var properties = Properties<LegendProperty>()
    for key in keys {
      if let said = chart.scales[key].map(specification) {
        properties = properties.over(said.properties)
      }
    }
    properties = properties.over(config.legend)
    let said = keys.compactMap { chart.scales[$0] }.lazy.compactMap { scale -> [String]? in
      if case .text(let lines) = specification(scale).title { return lines }
      return nil
    }.first
    var legend = LegendModel(title: said ?? title(scale), properties: properties)
    let visuals = keys.compactMap { visual[$0] }
    guard let main = visuals.first else { return nil }
    if scale.type == .binOrdinal, scale.channel.isColor, properties.text(.type) != "symbol",
      let edges = scale.bins?.edges
    {
      legend.gradient = stepped(scale, main, edges, properties)
      return legend
    }
    let isGradient =
      properties.text(.type).map { $0 == "gradient" }
      ?? (scale.channel.isColor && scale.type.isContinuous)
    if isGradient, scale.channel.isColor, scale.type.isContinuous {
      legend.gradient = gradient(scale, main, properties)
      return legend
    }
    let values = self.values(scale, main, properties)
    let limit = properties.number(.symbolLimit).map { $0 > 0 ? Int(min($0, 500)) : 500 }
    legend.others = max(0, values.count - (limit ?? Self.entryLimit))
    for (value, label) in values.prefix(limit ?? Self.entryLimit) {
      legend.entries.append(entry(value, label, visuals, scale))
    }
    return legend.entries.isEmpty ? nil : legend
  }

  // MARK: Values

  private func labeler(_ scale: ScaleModel, _ properties: Properties<LegendProperty>, count: Double)
    -> ValueLabeler
  {
    let said = specification(scale)
    let continuous =
      scale.type.isContinuous ? scale.continuous((0, 1)) : nil
    return ValueLabeler(
      scale.first, format: said.format, formatType: properties.text(.formatType),
      labelExpression: properties.text(.labelExpr), config, words, continuous: continuous,
      count: count)
  }

  /// The values that have an entry, with their words.
  private func values(
    _ scale: ScaleModel, _ visual: VisualScale, _ properties: Properties<LegendProperty>
  ) -> [(Datum, String)] {
    let said = specification(scale)
    let labeler = labeler(scale, properties, count: 5)
    func label(_ value: Datum, _ index: Int) -> (Datum, String) {
      (value, labeler.lines(value, index: index).joined(separator: " "))
    }
    if let given = said.values { return given.enumerated().map { label($1, $0) } }
    if scale.type.isDiscrete { return scale.names.enumerated().map { label($1, $0) } }
    if let edges = visual.edges { return steps(scale, edges, labeler) }
    var count = 5.0
    if case .number(let given)? = said.tickCount { count = given }
    let ticks = scale.continuous((0, 1)).ticks(count: count)
    let isTime = scale.fieldType == .temporal
    var values = ticks.map { isTime ? Datum.time($0) : .number($0) }
    if !config.hasOwnSizes, scale.channel == .size, values.count > 2,
      values.first?.measure == 0
    {
      // What is nothing is not seen.
      values.removeFirst()
    }
    return values.enumerated().map { label($1, $0) }
  }

  /// The steps of a scale that cuts its domain, each said as a range.
  private func steps(
    _ scale: ScaleModel, _ edges: [Double], _ labeler: ValueLabeler
  ) -> [(Datum, String)] {
    let plain = { (value: Double) in labeler.text(.number(value)) }
    if scale.type == .binOrdinal, let all = scale.bins?.edges {
      return zip(all, all.dropFirst()).map { low, high in
        (.number(low), "\(plain(low)) – \(plain(high))")
      }
    }
    guard let first = edges.first, let last = edges.last else { return [] }
    let ends = scale.ends
    let isOpen = scale.type == .threshold
    var values: [(Datum, String)] = []
    values.append(
      (
        .number(isOpen ? first - 1 : min(ends.low, first)),
        isOpen ? "< \(plain(first))" : "\(plain(ends.low)) – \(plain(first))"
      ))
    for (low, high) in zip(edges, edges.dropFirst()) {
      values.append((.number(low), "\(plain(low)) – \(plain(high))"))
    }
    values.append(
      (.number(last), isOpen ? "≥ \(plain(last))" : "\(plain(last)) – \(plain(ends.high))"))
    return values
  }

  // MARK: Symbols

  private func entry(
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
      look.stroke = ground; look.fill = Paint.none; look.width = 2
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
  private func dress(
    _ look: inout Look, _ shape: inout String?, _ size: inout Double,
    _ properties: Properties<LegendProperty>
  ) {
    if let name = properties.text(.symbolType) { shape = name == "stroke" ? nil : name }
    if let area = properties.number(.symbolSize) { size = max(0, area) }
    if let color = properties[.symbolFillColor].flatMap(ItemLooks.paint) { look.fill = color }
    if let color = properties[.symbolStrokeColor].flatMap(ItemLooks.paint) { look.stroke = color }
    if let width = properties.number(.symbolStrokeWidth) { look.width = width }
    if let opacity = properties.number(.symbolOpacity) { look.opacity = opacity }
    if let dash = properties[.symbolDash]?.numbers { look.dash = dash }
  }

  private func constantPaint(_ unit: UnitModel?) -> Paint? {
    guard let unit else { return nil }
    for key in [MarkProperty.color, .fill, .stroke] {
      if let value = unit.mark.properties[key], let paint = ItemLooks.paint(value) { return paint }
    }
    return nil
  }

  // MARK: Gradients

  /// A ramp of steps, named at the edges between them.
  private func stepped(
    _ scale: ScaleModel, _ visual: VisualScale, _ edges: [Double],
    _ properties: Properties<LegendProperty>
  ) -> LegendModel.Gradient {
    let paints = edges.dropLast().compactMap { visual.paint(.number($0)) }
    let labeler = labeler(scale, properties, count: 5)
    let count = Double(max(edges.count - 1, 1))
    let labels = edges.enumerated().dropFirst().dropLast().map { index, edge in
      (text: labeler.text(.number(edge)), place: Double(index) / count)
    }
    return LegendModel.Gradient(paints: paints, labels: Array(labels))
  }

  /// About how many values a ramp names: Vega-Lite's ramp is as long as the plot is high, and names
  /// two for each hundred px.
  private func gradientCount(_ scale: ScaleModel) -> Double {
    guard config.hasOwnSizes else { return 5 }
    let layout = PlotLayout(
      chart: chart, words: words, available: nil, isNarrow: false, visual: visual)
    let height = chart.view.plots.first.map { layout.height($0) } ?? 200
    let length = min(max(height, 64), 200)
    return max(2, 2 * (length / 100).rounded(.down))
  }

  private func gradient(
    _ scale: ScaleModel, _ visual: VisualScale, _ properties: Properties<LegendProperty>
  ) -> LegendModel.Gradient {
    let continuous = scale.continuous(scale.isReversed ? (1, 0) : (0, 1))
    let isTime = scale.fieldType == .temporal
    let paints = (0...20).compactMap { step -> Paint? in
      let value = continuous.inverted(Double(step) / 20)
      return visual.paint(isTime ? .time(value) : .number(value))
    }
    let said = specification(scale)
    var values: [Double]
    if let given = said.values {
      values = given.compactMap { isTime ? TemporalReading.datum($0).measure : $0.measure }
    } else {
      var count = gradientCount(scale)
      if case .number(let given)? = said.tickCount { count = given }
      values = count > 2 ? continuous.ticks(count: count) : []
      let extent = continuous.extent
      values = values.filter { $0 >= extent.low && $0 <= extent.high }
      if values.count < 2 { values = [extent.low, extent.high] }
    }
    let labeler = labeler(scale, properties, count: 5)
    let labels = values.enumerated().map { index, value -> (text: String, place: Double) in
      let datum: Datum = isTime ? .time(value) : .number(value)
      return (labeler.lines(datum, index: index).joined(separator: " "), continuous(value))
    }
    return LegendModel.Gradient(paints: paints, labels: labels)
  }
}
