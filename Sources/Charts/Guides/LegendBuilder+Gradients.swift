/// The ramps of a legend.
extension LegendBuilder {
  /// A ramp of steps, named at the edges between them.
  func stepped(
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
  func gradientCount(_ scale: ScaleModel) -> Double {
    guard config.hasOwnSizes else { return 5 }
    let layout = PlotLayout(
      chart: chart, words: words, available: nil, isNarrow: false, visual: visual)
    let height = chart.view.plots.first.map { layout.height($0) } ?? 200
    let length = min(max(height, 64), 200)
    return max(2, 2 * (length / 100).rounded(.down))
  }

  func gradient(
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
