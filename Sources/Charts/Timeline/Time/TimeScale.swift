/// A scale of time: the domain is counted in days since 1970-01-01, where day 0 is from 0 to 1.
///
/// A date takes up its days whole: 2015 reaches from its first day's number to its last day's
/// number plus one.
struct TimeScale: Hashable, Sendable {
  private var scale: LinearScale

  /// The days at the two ends of the range.
  var domain: (lower: Double, upper: Double) { scale.domain }
  /// The places of the two ends, in px.
  var range: (start: Double, end: Double) { scale.range }

  /// A scale from `domain`, in days, to `range`, in px.
  init(domain: (Double, Double), range: (Double, Double)) {
    scale = LinearScale(domain: domain, range: range)
  }

  /// The place of a day's beginning, in px.
  func callAsFunction(_ day: Double) -> Double { scale(day) }

  /// The ticks of the finest interval whose labels all fit, `gap` px apart at least.
  func ticks(
    words: TimeWords, fontSize: Double = Canvas.fontSize, gap: Double = 10,
    maximumCount: Int = 12, precision: Double = 0
  ) -> TimeTicks {
    TimeTicks.finest(
      for: self, words: words, fontSize: fontSize, gap: gap, maximumCount: maximumCount,
      precision: precision)
  }

  /// The same scale with its domain widened to whole steps of `interval`.
  func nice(_ interval: CalendarInterval) -> TimeScale {
    let lower = interval.floor(domain.lower)
    let floor = interval.floor(domain.upper)
    let upper = floor < domain.upper ? interval.next(after: floor) : floor
    return TimeScale(domain: (lower, upper), range: range)
  }
}
