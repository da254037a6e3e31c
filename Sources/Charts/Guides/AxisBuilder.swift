import Values

/// Works out an axis over a scale of known length: its ticks, their words, and which of them there
/// is room for (Vega-Lite's `compile/axis`, vega-encode's `AxisTicks`, vega-view-transforms'
/// `Overlap`).
struct AxisBuilder {
  let scale: ScaleModel
  let config: ChartConfig
  let words: ChartWords
  /// Whether the picture is one for a phone.
  var isNarrow = false

  /// What an author says of the axis: the first user that says anything.
  var specification: AxisSpecification {
    scale.users.lazy.compactMap(\.channel.definition.axis).first ?? AxisSpecification()
  }

  /// Whether there is none: where every user hides it.
  var isHidden: Bool {
    let said = scale.users.compactMap(\.channel.definition.axis)
    return said.contains(where: \.isHidden) && said.allSatisfy { $0.isHidden || !$0.saysAnything }
  }

  /// The axis without its ticks, which need the scale's range.
  func axis(at side: AxisModel.Side?) -> AxisModel {
    let properties = merged()
    let fallback: AxisModel.Side = scale.channel == .x ? .bottom : .left
    let said = properties.text(.orient).flatMap(AxisModel.Side.init)
    var axis = AxisModel(
      channel: scale.channel, scale: scale, side: side ?? said ?? fallback, properties: properties,
      title: title(), showsGrid: properties.boolean(.grid) ?? defaultGrid)
    axis.offset = properties.number(.offset) ?? 0
    return axis
  }

  /// The properties of the author over those of the config, the most particular first.
  private func merged() -> Properties<AxisProperty> {
    var result = Properties<AxisProperty>()
    for axis in scale.users.compactMap(\.channel.definition.axis) {
      result = result.over(axis.properties)
    }
    for group in groups.reversed() {
      if let properties = config.axes[group] { result = result.over(properties) }
    }
    return result
  }

  /// The groups of the config that speak of this axis, from the least particular.
  private var groups: [String] {
    let x = scale.channel == .x
    var names = ["axis", x ? "axisX" : "axisY"]
    switch specification.properties.text(.orient) {
    case "left"?: names.append("axisLeft")
    case "right"?: names.append("axisRight")
    case "top"?: names.append("axisTop")
    case "bottom"?: names.append("axisBottom")
    default: names.append(x ? "axisBottom" : "axisLeft")
    }
    func add(_ kind: String) { names += ["axis\(kind)", x ? "axisX\(kind)" : "axisY\(kind)"] }
    switch scale.type {
    case .band: add("Band")
    case .point: add("Point")
    default: break
    }
    if scale.type.isDiscrete { add("Discrete") }
    if scale.fieldType == .quantitative { add("Quantitative") }
    if scale.type.isTime { add("Temporal") }
    return names
  }

  private var defaultGrid: Bool {
    guard !scale.type.isDiscrete, scale.first.definition.bin == nil,
      !scale.first.definition.isBinned
    else { return false }
    // A datum alone is no reason for lines.
    return scale.users.contains { $0.channel.isField }
  }

  // MARK: Title

  /// The title: what the author says, or the names of the fields of all layers, each once.
  func title() -> [String] {
    var lines: [[String]] = []
    for user in scale.users {
      let setting = user.channel.definition.axis?.title ?? .automatic
      switch setting {
      case .none: return said ?? []
      case .text(let text): return text
      case .automatic: break
      }
    }
    for user in scale.users {
      for channel in [user.channel, user.second].compactMap(\.self) {
        guard channel.isField || channel.definition.title != .automatic,
          let name = FieldTitle.title(of: channel, config, words)
        else { continue }
        if !lines.contains(name) { lines.append(name) }
      }
    }
    let explicit = scale.users.compactMap { user -> [String]? in
      if case .text(let text) = user.channel.definition.title { return text }
      return nil
    }
    if let first = explicit.first {
      return explicit.contains { $0 != first }
        ? [
          explicit.reduce(into: [[String]]()) { if !$0.contains($1) { $0.append($1) } }
            .map { $0.joined(separator: " ") }.joined(separator: ", ")
        ]
        : first
    }
    if scale.users.contains(where: { $0.channel.definition.title == .none }) { return [] }
    if case .null? = merged()[.title] { return [] }
    if lines.count == 1 { return lines[0] }
    let joined = lines.map { $0.joined(separator: " ") }.joined(separator: ", ")
    return joined.isEmpty ? [] : [joined]
  }

  /// A title that another layer gives where one has none.
  private var said: [String]? {
    for user in scale.users {
      if case .text(let text)? = user.channel.definition.axis?.title { return text }
    }
    return nil
  }

  // MARK: Ticks

  /// The ticks over a scale whose range is known, with their words.
  func ticks(_ position: PositionScale, _ axis: AxisModel) -> [AxisTick] {
    switch position {
    case .none: return []
    case .band(let band): return bandTicks(band, axis)
    case .continuous(let continuous): return continuousTicks(continuous, axis)
    }
  }

  private func bandTicks(_ band: BandScale, _ axis: AxisModel) -> [AxisTick] {
    let values = specification.values ?? band.domain
    let labeler = ValueLabeler(
      scale.first, format: specification.format, formatType: axis.properties.text(.formatType),
      labelExpression: axis.properties.expression(.labelExpr), config, words)
    return values.enumerated().compactMap { index, value in
      let part = axis.properties.number(.bandPosition) ?? 0.5
      guard let place = band(value).map({ $0 + band.bandwidth * part }) else { return nil }
      return AxisTick(
        value: value, index: index, place: place, lines: labeler.lines(value, index: index))
    }
  }

  private func continuousTicks(_ continuous: ContinuousScale, _ axis: AxisModel) -> [AxisTick] {
    let length = (continuous.range[continuous.range.count - 1] - continuous.range[0]).magnitude
    let count = tickCount(length)
    let isTime = continuous.kind == .time
    var shown = max(count ?? 10, Double(binEdges?.count ?? 0))
    let values: [Double]
    if let given = specification.values {
      values = given.compactMap { isTime ? TemporalReading.datum($0).measure : $0.measure }
    } else if case .interval(let interval)? = specification.tickCount,
      let moments = continuous.ticks(every: interval)
    {
      values = moments
    } else if let edges = binEdges {
      values = TickChoice.valid(continuous, edges, count: max(count ?? 10, Double(edges.count)))
    } else {
      var wanted = count ?? 10
      if let step = axis.properties.number(.tickMinStep) ?? minimumStep, step > 0 {
        let extent = continuous.extent
        let most = (extent.high - extent.low) / step
        wanted = min(wanted, most == 0 ? 1 : most)
        shown = wanted
      }
      values = TickChoice.valid(continuous, continuous.ticks(count: wanted), count: nil)
    }
    let labeler = ValueLabeler(
      scale.first, format: specification.format, formatType: axis.properties.text(.formatType),
      labelExpression: axis.properties.expression(.labelExpr), config, words,
      continuous: continuous, count: shown, isNormalized: isNormalized,
      // Whole numbers need no places, whatever the step of the bins.
      hasWholeTicks: !config.hasOwnSizes && !isTime && values.allSatisfy { $0 == $0.rounded() })
    return values.enumerated().compactMap { index, value in
      let place = continuous(value)
      guard place.isFinite else { return nil }
      let datum: Datum = isTime ? .time(value) : .number(value)
      return AxisTick(
        value: datum, index: index, place: place, lines: labeler.lines(datum, index: index))
    }
  }

  /// The edges that ticks stand at, where values are in bins.
  private var binEdges: [Double]? {
    if let bins = scale.specification.bins { return bins }
    let given = scale.users.lazy.compactMap(\.channel.definition.binnedStep).first
    if let step = scale.specification.binStep ?? given {
      let ends = scale.ends
      return BinRange(start: ends.low, stop: ends.high, step: step).edges
    }
    return scale.bins?.edges
  }

  private var isNormalized: Bool {
    scale.users.contains { $0.stack?.offset == .normalize }
  }

  /// About how many ticks there are to be; nil where d3's own number is best.
  private func tickCount(_ length: Double) -> Double? {
    if case .number(let count)? = specification.tickCount { return count }
    guard scale.type != .log else { return nil }
    if scale.users.contains(where: { $0.channel.definition.bin != nil }) {
      return (length / 10).rounded(.up)
    }
    if let unit = scale.first.definition.timeUnit, unit.isPeriodic { return nil }
    // A label takes more room where text is larger.
    let room = isNarrow || !config.hasOwnSizes ? (scale.type.isTime ? 60.0 : 50) : 40
    return (length / (config.hasOwnSizes ? 40 : room)).rounded(.up)
  }

  /// How long the most precise date is, in milliseconds: nothing finer is labelled.
  private var shortestDate: Double? {
    var shortest = Double.infinity
    for user in scale.users {
      for value in user.channel.values {
        guard case .date(let date) = value else { continue }
        guard let first = date.firstMoment, let last = date.lastMoment else { continue }
        shortest = min(shortest, last - first)
      }
    }
    // February is the shortest month.
    return shortest.isFinite && shortest > 0 ? shortest * 0.9 : nil
  }

  /// Counts of whole things have no ticks between them.
  private var minimumStep: Double? {
    if scale.type.isTime, let unit = scale.first.definition.timeUnit { return unit.shortestStep }
    guard !config.hasOwnSizes else { return nil }
    if scale.type.isTime { return shortestDate }
    let whole = scale.users.allSatisfy { user in
      user.channel.aggregate == .count && user.stack?.offset != .normalize
    }
    return whole ? 1 : nil
  }
}

extension AxisSpecification {
  /// Whether it says anything that would be seen.
  var saysAnything: Bool {
    title != .automatic || format != nil || values != nil || tickCount != nil
      || !properties.values.isEmpty
  }
}
