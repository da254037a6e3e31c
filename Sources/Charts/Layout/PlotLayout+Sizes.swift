/// How wide and how high plots are.
extension PlotLayout {
  func scale(_ plot: PlotModel, _ channel: Channel) -> ScaleModel? {
    plot.units.lazy.compactMap { chart.scale($0, channel) }.first
  }

  func width(_ plot: PlotModel, _ insets: Insets) -> Double {
    let room = available.map { max($0 - insets.left - insets.right, 40) }
    var wanted = length(plot.width, scale(plot, .x), plot, .x)
    if plot.autosize.includesGuides(along: .x) {
      wanted = wanted.map { max($0 - insets.left - insets.right, 20) }
    }
    switch (wanted, room) {
    case (let wanted?, let room?): return min(wanted, room)
    case (let wanted?, nil): return wanted
    case (nil, let room?): return room
    case (nil, nil): return 600 - insets.left - insets.right
    }
  }

  /// The height of the box between the axes, in px.
  func height(_ plot: PlotModel) -> Double {
    if let wanted = length(plot.height, scale(plot, .y), plot, .y) { return min(wanted, 20_000) }
    guard let scale = scale(plot, .y) else {
      if plot.isPolar { return max(isNarrow ? 220 : 260, reach(plot) * 2) }
      return isNarrow ? 60 : 70
    }
    guard scale.type.isDiscrete else {
      if self.scale(plot, .x) == nil { return 200 }
      return isNarrow ? 230 : 300
    }
    let size = builder(scale).axis(at: nil).labelSize
    let labeler = ValueLabeler(
      scale.first, format: nil, formatType: nil, labelExpression: nil, config, words)
    let lines =
      scale.names.prefix(200).map {
        TextMetrics.wrap(labeler.text($0), width: min(sideLimit, 180), size: size, maximumLines: 3)
          .count
      }.max() ?? 1
    let step = max(Double(lines) * size * 1.2 + 12, barsPerStep(plot) * (isNarrow ? 16 : 18) + 10)
    return min(step * Double(max(scale.names.count, 1)), 20_000)
  }

  /// How far marks about a pole reach that an author gave a radius, words among them, in px.
  private func reach(_ plot: PlotModel) -> Double {
    plot.units.map { unit in
      let radius =
        unit.mark.properties.number(.radius) ?? unit.mark.properties.number(.outerRadius) ?? 0
      return radius + (unit.mark.kind == .text ? 16 : 0)
    }.max() ?? 0
  }

  /// How many marks stand beside one another in a step of y.
  private func barsPerStep(_ plot: PlotModel) -> Double {
    var most = 1.0
    for unit in plot.units {
      if let scale = chart.scale(unit, .yOffset) { most = max(most, Double(scale.names.count)) }
      guard unit.mark.kind == .estimate, unit.orientation == .horizontal, let channel = unit[.y]
      else { continue }
      var counts: [Datum: Int] = [:]
      for item in 0..<unit.count { counts[channel.value(item), default: 0] += 1 }
      most = max(most, Double(min(counts.values.max() ?? 1, 30)) * 1.15)
    }
    return most
  }

  /// The length of a side that the author or the config gives; nil where the house decides.
  private func length(
    _ extent: Extent?, _ scale: ScaleModel?, _ plot: PlotModel, _ channel: Channel
  ) -> Double? {
    switch extent {
    case .pixels(let pixels)?: return pixels
    case .step(let step, let isPosition)?:
      guard let scale, scale.type.isDiscrete else { return step }
      return steps(scale, step, plot, channel, isPosition: isPosition)
    case .container?: return nil
    case nil: break
    }
    guard config.hasOwnSizes else { return nil }
    let step = config.view.number(.step) ?? 20
    let continuous =
      config.view.number(channel == .x ? .continuousWidth : .continuousHeight) ?? 300
    guard let scale else { return plot.isPolar ? continuous : discrete(channel) ?? step }
    guard scale.type.isDiscrete else { return continuous }
    return discrete(channel) ?? steps(scale, step, plot, channel, isPosition: false)
  }

  private func discrete(_ channel: Channel) -> Double? {
    config.view.number(channel == .x ? .discreteWidth : .discreteHeight)
  }

  /// The length of a side with steps of its own; where marks stand beside one another within a
  /// step, the step is that of one of them.
  private func steps(
    _ scale: ScaleModel, _ step: Double, _ plot: PlotModel, _ channel: Channel, isPosition: Bool
  ) -> Double {
    let offset: Channel = channel == .x ? .xOffset : .yOffset
    guard !isPosition, let inner = self.scale(plot, offset), inner.type.isDiscrete else {
      return scale.length(step: step)
    }
    let whole = inner.length(step: step) / max(1 - scale.paddingInner, 0.01)
    return scale.length(step: whole)
  }
}
