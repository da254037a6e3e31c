import Values

/// One tick of an axis of time.
struct TimeTick: Hashable, Sendable {
  /// The day at whose beginning it stands.
  let day: Double
  /// The day at whose beginning the next one stands; a label that names the whole step (a year, a
  /// month) is centred between the two.
  let end: Double
  /// What it says: `2015`, `Mar`, `17`.
  let label: String
  /// What its label leaves out and the line below says where it changes: the year of months, the
  /// month and year of days; nil where it is as before.
  let context: String?
}

/// The ticks of an axis of time, all of one interval.
struct TimeTicks: Hashable, Sendable {
  /// Their distance.
  let interval: CalendarInterval
  /// From left to right, each within the domain.
  let ticks: [TimeTick]

  /// Whether each label names all the time up to the next tick.
  var namesWholeSteps: Bool {
    interval.step == 1 && interval.unit != .week
  }

  /// The ticks of `interval` in runs of days, in order.
  init(
    _ interval: CalendarInterval, in runs: [(lower: Double, upper: Double)], words: TimeWords
  ) {
    self.interval = interval
    ticks = runs.flatMap { run -> [TimeTick] in
      var ticks: [TimeTick] = []
      var context: String?
      var day = interval.floor(run.lower)
      if day < run.lower { day = interval.next(after: day) }
      while day <= run.upper, ticks.count < 1_000 {
        let next = interval.next(after: day)
        guard next > day else { break }
        let said = words.context(of: day, interval)
        ticks.append(
          TimeTick(
            day: day, end: min(next, max(run.upper, day)), label: words.label(of: day, interval),
            context: said == context ? nil : said))
        context = said
        day = next
      }
      return ticks
    }
  }

  /// The ticks of the finest interval whose labels fit beside one another.
  /// - Parameters:
  ///   - gap: the least distance of two labels, in px.
  static func finest(
    for scale: TimeScale, words: TimeWords, fontSize: Double, gap: Double, maximumCount: Int
  ) -> TimeTicks {
    let days = scale.days
    let lower = scale.domain.lower
    guard days.isFinite, days > 0 else {
      return TimeTicks(
        CalendarInterval(unit: .day, step: 1), in: [(lower, lower)], words: words)
    }
    let pixels = abs(scale.length)
    for interval in CalendarInterval.all {
      guard days / interval.typicalDays <= Double(max(maximumCount, 1)) + 0.5 else { continue }
      let ticks = TimeTicks(interval, in: scale.shown, words: words)
      let distance = interval.typicalDays / days * pixels
      let widest = ticks.ticks.map { tick in
        max(
          TextMetrics.width(tick.label, size: fontSize),
          TextMetrics.width(tick.context ?? "", size: fontSize))
      }
      // February is the shortest month: nine tenths of the typical one.
      let room = interval.unit == .month && interval.step == 1 ? distance * 0.9 : distance
      if (widest.max() ?? 0) + gap <= room { return ticks }
    }
    // Not even two labels fit: the first stands alone.
    let last = CalendarInterval.all[CalendarInterval.all.count - 1]
    let fallback =
      CalendarInterval.all.first { days / $0.typicalDays <= 2 } ?? last
    let first = fallback.next(after: fallback.floor(lower) - 1)
    return TimeTicks(
      fallback, in: [(first, min(first, scale.domain.upper))], words: words)
  }
}
