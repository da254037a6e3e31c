import Values

/// The scale of one axis over the plot, whichever kind it is.
enum PositionScale: Sendable {
  case continuous(ContinuousScale)
  case band(BandScale)
  /// No scale: the channel is not used, and the two ends of the plot are all there is.
  case none(start: Double, end: Double)

  /// Where a value stands, in px: in the middle of its band; nil where it has no place.
  func place(_ value: Datum) -> Double? {
    switch self {
    case .continuous(let scale):
      guard let measure = value.measure else { return nil }
      let place = scale(measure)
      return place.isFinite ? place : nil
    case .band(let scale): return scale.center(value)
    case .none(let start, let end): return (start + end) / 2
    }
  }

  /// Where an amount stands, in px; nil where the scale is none of amounts or has no place for it.
  func place(_ amount: Double) -> Double? {
    guard case .continuous(let scale) = self else { return nil }
    let place = scale(amount)
    return place.isFinite ? place : nil
  }

  /// The two ends of its range, in px, as the axis runs.
  var range: (start: Double, end: Double) {
    switch self {
    case .continuous(let scale): (scale.range[0], scale.range[scale.range.count - 1])
    case .band(let scale): scale.range
    case .none(let start, let end): (start, end)
    }
  }

  /// Where values begin: zero where the scale covers it, else the end of the range that is nearest.
  var base: Double {
    guard case .continuous(let scale) = self else { return range.start }
    if scale.kind == .time { return range.start }
    let zero = scale(0)
    guard zero.isFinite else { return range.start }
    let low = min(range.start, range.end)
    let high = max(range.start, range.end)
    if zero < low - 0.001 || zero > high + 0.001 { return range.start }
    return zero
  }

  /// Whether its values are names.
  var isBand: Bool { if case .band = self { true } else { false } }
  /// Whether its values are moments.
  var isTime: Bool {
    if case .continuous(let scale) = self { return scale.kind == .time }
    return false
  }
}

extension ScaleModel {
  /// The scale over a range in px, with paddings and round ends as the author and the house have
  /// them.
  func position(_ range: (Double, Double)) -> PositionScale {
    let range = isReversed ? (range.1, range.0) : range
    switch domain {
    case .discrete(let names):
      return .band(
        BandScale(
          domain: names, range: range, paddingInner: paddingInner, paddingOuter: paddingOuter,
          align: specification.align ?? 0.5, rounds: specification.rounds ?? false))
    case .continuous: return .continuous(continuous(range))
    }
  }

  /// The continuous scale over a range, whatever its unit.
  func continuous(_ range: (Double, Double)) -> ContinuousScale {
    guard case .continuous(let numbers) = domain else {
      return ContinuousScale(.linear, domain: [0, 1], range: [range.0, range.1])
    }
    var ends = [range.0, range.1]
    if numbers.count > 2 {
      // A piecewise domain has its middle values at even distances.
      ends = numbers.indices.map {
        range.0 + (range.1 - range.0) * Double($0) / Double(numbers.count - 1)
      }
    }
    var scale = ContinuousScale(
      continuousKind, domain: numbers, range: ends, isClamped: specification.isClamped ?? false)
    let length = (range.1 - range.0).magnitude
    if padding > 0, length > padding * 2 {
      scale = scale.widened(by: length / (length - 2 * padding))
    }
    switch nice {
    case nil, .on(false)?: return scale
    case .on(true)?: return scale.nice(count: 10)
    case .count(let count)?: return scale.nice(count: count)
    case .interval(let interval)?: return scale.nice(to: interval)
    }
  }

  private var continuousKind: ContinuousScale.Kind {
    switch type {
    case .log: .log(base: specification.base ?? 10)
    case .pow: .pow(exponent: specification.exponent ?? 1)
    case .sqrt: .pow(exponent: 0.5)
    case .symlog: .symlog(constant: specification.constant ?? 1)
    case .time, .utc: .time
    default: fieldType == .temporal && !channel.isPosition ? .time : .linear
    }
  }

  /// How many px a side takes where each step of its names takes `step` px.
  func length(step: Double) -> Double {
    BandScale.space(
      count: names.count, paddingInner: paddingInner, paddingOuter: paddingOuter) * step
  }
}
