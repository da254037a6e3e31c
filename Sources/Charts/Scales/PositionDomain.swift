import Datasets
import Values

/// What an axis covers, before it is known how long it is.
struct PositionDomain: Sendable {
  /// The kinds of domains.
  enum Kind: Sendable {
    /// Amounts from `lower` to `upper`.
    case quantitative(lower: Double, upper: Double, isLog: Bool)
    /// Times, in days; `finest` is how many days the most precise date takes.
    case temporal(lower: Double, upper: Double, finest: Double)
    /// Names.
    case discrete([Value])
    /// One place for all: the channel is not used.
    case single
  }

  /// What it covers.
  var kind: Kind
  /// The channel whose axis it is; nil where the channel is not used.
  var channel: BoundChannel?
  /// Whether it runs the other way.
  var isReversed = false
  /// Whether it may be widened to whole steps.
  var isNice = true
  /// Whether there is nothing in it to be shown.
  var isEmpty = false

  /// Whether its values are names.
  var isDiscrete: Bool {
    switch kind {
    case .discrete: true
    default: false
    }
  }

  /// The scale over `range`, in px.
  func scale(_ range: (Double, Double)) -> PositionScale {
    let range = isReversed ? (range.1, range.0) : range
    return switch kind {
    case .quantitative(let lower, let upper, isLog: true):
      .log(LogScale(domain: (lower, upper), range: range))
    case .quantitative(let lower, let upper, isLog: false):
      .linear(LinearScale(domain: (lower, upper), range: range))
    case .temporal(let lower, let upper, _):
      .time(TimeScale(domain: (lower, upper), range: range))
    case .discrete(let values): .band(BandScale(domain: values, range: range))
    case .single: .band(BandScale(domain: [.missing], range: range))
    }
  }
}

/// The scale of one axis, whichever kind it is.
enum PositionScale: Sendable {
  case linear(LinearScale)
  case log(LogScale)
  case time(TimeScale)
  case band(BandScale)

  /// The place of an amount, in px; nil where the scale is none of amounts.
  func place(_ number: Double) -> Double? {
    let place: Double? =
      switch self {
      case .linear(let scale): scale(min(max(number, -Coverage.limit), Coverage.limit))
      case .log(let scale): number > 0 ? scale(number) : nil
      case .time, .band: nil
      }
    return place.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Where a value reaches from and to, in px, the lesser end first: a date its days, a name its
  /// band, an amount one place; nil where the scale has no place for it.
  func extent(_ value: Value) -> (low: Double, high: Double)? {
    switch (self, value) {
    case (.band(let scale), _): return scale.extent(value)
    case (.time(let scale), .date(let date)):
      let ends = TimeExtent(date, within: scale.domain)
      let start = scale(ends.start)
      let end = scale(ends.end)
      return (min(start, end), max(start, end))
    default:
      guard let number = ValueReading.plainNumber(value), let place = place(number) else {
        return nil
      }
      return (place, place)
    }
  }

  /// The middle of a value's extent, in px.
  func middle(_ value: Value) -> Double? {
    extent(value).map { ($0.low + $0.high) / 2 }
  }

  /// The place of zero, or of the end nearest to it.
  var baseline: Double {
    switch self {
    case .linear(let scale):
      let (lower, upper) = scale.domain
      return scale(min(max(0, min(lower, upper)), max(lower, upper)))
    case .log(let scale): return scale.range.start
    case .time(let scale): return scale.range.start
    case .band(let scale): return scale.range.start
    }
  }
}

extension PositionScale {
  /// The place of the lower end of what the axis covers.
  var nearEnd: Double {
    switch self {
    case .linear(let scale): scale.range.start
    case .log(let scale): scale.range.start
    case .time(let scale): scale.range.start
    case .band(let scale): scale.range.start
    }
  }

  /// The place of the upper end of what the axis covers.
  var farEnd: Double {
    switch self {
    case .linear(let scale): scale.range.end
    case .log(let scale): scale.range.end
    case .time(let scale): scale.range.end
    case .band(let scale): scale.range.end
    }
  }
}

/// The days that a date takes up: from the beginning of its first to the end of its last.
struct TimeExtent: Hashable, Sendable {
  let start: Double
  let end: Double

  /// The days of `date`; an open or unknown end reaches to the end of `domain`.
  init(_ date: EDTFDate, within domain: (lower: Double, upper: Double)) {
    let first = date.earliest.map { Double($0.number) }
    let last = date.latest.map { Double($0.number) + 1 }
    start = first ?? min(domain.lower, last ?? domain.lower)
    end = last ?? max(domain.upper, first ?? domain.upper)
  }
}
