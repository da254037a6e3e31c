import Datasets
import Values

/// One label of an axis, and the mark that belongs to it.
struct AxisTick: Hashable, Sendable {
  /// The middle of the label along the axis, in px.
  var place: Double
  /// Where the tick or grid line stands, in px; nil where there is none.
  var mark: Double?
  /// The label, one text a line; empty where it is left out for want of room.
  var lines: [String]
}

/// Works out what the ticks of a scale say.
struct AxisTicks {
  let domain: PositionDomain
  let words: ChartWords

  private var axis: AxisSpecification { domain.channel?.definition.axis ?? AxisSpecification() }

  /// Ticks of amounts, about `count` of them.
  func amounts(_ scale: PositionScale, count: Double) -> [AxisTick] {
    let wanted = axis.tickCount ?? max(count, 1)
    var values: [Double]
    switch scale {
    case .linear(let scale): values = axis.values ?? scale.ticks(min(wanted, 100))
    case .log(let scale): values = axis.values ?? scale.ticks(min(wanted, 100))
    case .time, .band: return []
    }
    if axis.values == nil, domain.channel?.countsWholes == true, case .linear = scale {
      // Half an event cannot happen.
      values = values.filter { $0 == $0.rounded() }
    }
    let format = format(for: values, scale)
    return values.compactMap { value in
      scale.place(value).map {
        AxisTick(place: $0, mark: $0, lines: [NumberText.text(value, format, words)])
      }
    }
  }

  /// All labels bear as many decimals as the step between them needs.
  private func format(for values: [Double], _ scale: PositionScale) -> NumberStyle {
    if let given = axis.format { return given }
    if domain.channel?.definition.stack == .normalize {
      return .format(NumberFormat(.percent, precision: 0))
    }
    let isYear = domain.channel?.field?.kind == .year && domain.channel?.aggregate == nil
    guard case .linear = scale, values.count > 1 else { return isYear ? .name : .automatic }
    let step = (values[1] - values[0]).magnitude
    // Half a millionth forgives what rounding took from the step.
    let places = max(0, -Logarithm.floor(step * 1.000_000_5))
    guard places <= 6, step < 1e15 else { return .automatic }
    return .fixed(places: places, isGrouped: !isYear)
  }

  /// The scale of an axis of time and its ticks, the domain widened to whole steps where dates are
  /// as broad as that.
  func times(_ scale: TimeScale, maximumCount: Int) -> (scale: TimeScale, ticks: [AxisTick]) {
    guard case .temporal(_, _, let finest) = domain.kind else { return (scale, []) }
    var scale = scale
    var found = scale.ticks(words: words.time, maximumCount: maximumCount, precision: finest)
    // A date of a month or more is drawn as wide as it is, and the label stands in its middle.
    let isBroad = finest >= 28
    if isBroad, domain.isNice {
      let step = CalendarInterval(unit: found.interval.unit, step: 1)
      scale = scale.nice(step)
      found = scale.ticks(words: words.time, maximumCount: maximumCount, precision: finest)
    }
    let unit = CalendarInterval(unit: found.interval.unit, step: 1)
    let ticks = found.ticks.compactMap { tick -> AxisTick? in
      let mark = scale(tick.day)
      let lines = [tick.label] + (tick.context.map { [$0] } ?? [])
      guard isBroad else { return AxisTick(place: mark, mark: mark, lines: lines) }
      let end = unit.next(after: tick.day)
      guard end <= scale.domain.upper else {
        return AxisTick(place: mark, mark: mark, lines: [])
      }
      return AxisTick(place: (mark + scale(end)) / 2, mark: mark, lines: lines)
    }
    return (scale, ticks)
  }

  /// The names of a discrete axis, each in one line.
  func names(_ scale: BandScale) -> [AxisTick] {
    scale.ticks.map { value, place in
      let text: String
      if let format = axis.format, case .number(let number) = value {
        text = NumberText.text(number, format, words)
      } else {
        text = ValueText.name(value, words)
      }
      return AxisTick(place: place, mark: nil, lines: [text])
    }
  }
}
