import Values

extension ContinuousScale {
  /// What says the scale's ticks: numbers with as many places as their step needs, moments with as
  /// much as is new (vega-scale, `tickFormat`).
  ///
  /// - Parameter count: About how many ticks there are.
  func labels(count: Double, in language: Language) -> @Sendable (Double) -> String {
    if kind == .time { return { TimeLabels.text($0, in: language) } }
    let (low, high) = extent
    let step = LinearTicks.step(low, high, count: max(count, 1)).magnitude
    switch kind {
    case .log(let base): return logLabels(base, count, language)
    default: break
    }
    let places = step > 0 && step.isFinite ? max(0, -Logarithm.floor(step)) : 0
    return { value in Self.plain(value, places: min(places, 20), language) }
  }

  private static func plain(_ value: Double, places: Int, _ language: Language) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "\u{2212}∞" : "∞" }
    if value.magnitude >= 1e15 {
      var format = NumberFormat(.exponent, precision: 2)
      format.isTrimmed = true
      return format.text(value, in: language).replacing("e+", with: "e")
    }
    return NumberFormat(.fixed, precision: places, isGrouped: true).text(value, in: language)
  }

  /// Of the ticks of a logarithmic scale only some are said where there are many (d3-scale, *log*).
  private func logLabels(
    _ base: Double, _ count: Double, _ language: Language
  ) -> @Sendable (Double) -> String {
    let ticks = self.ticks(count: 10)
    let limit = max(1, base * count / Double(max(ticks.count, 1)))
    return { value in
      let exponent = (Elementary.log(value.magnitude) / Elementary.log(base)).rounded()
      var factor = value.magnitude / Elementary.pow(base, exponent)
      if factor * base < base - 0.5 { factor *= base }
      guard factor <= limit else { return "" }
      var format = NumberFormat(.fixed, precision: 12, isGrouped: true)
      format.isTrimmed = true
      return format.text(value, in: language)
    }
  }
}
