import Values

/// A step of the calendar: some days, weeks, months or years.
struct CalendarInterval: Hashable, Sendable {
  /// What is counted.
  enum Unit: Hashable, Sendable {
    /// Days of the month; only a step of 1 is even.
    case day
    /// Weeks that begin on Monday (ISO 8601).
    case week
    /// Months of the year; a step of 3 is a quarter.
    case month
    /// Years; a step of 10 is a decade, of 100 a century.
    case year
  }

  /// What is counted.
  let unit: Unit
  /// How many of it make a step.
  let step: Int

  /// The steps that axes use, finest first.
  static let all: [CalendarInterval] =
    [
      CalendarInterval(unit: .day, step: 1), CalendarInterval(unit: .week, step: 1),
      CalendarInterval(unit: .week, step: 2), CalendarInterval(unit: .month, step: 1),
      CalendarInterval(unit: .month, step: 3), CalendarInterval(unit: .month, step: 6),
    ]
    + (0...8).flatMap { power in
      [1, 2, 5].map { multiple in
        CalendarInterval(unit: .year, step: multiple * Int(Logarithm.power(power)))
      }
    }

  /// About how many days a step takes.
  var typicalDays: Double {
    switch unit {
    case .day: Double(step)
    case .week: Double(step) * 7
    case .month: Double(step) * 30.436_875
    case .year: Double(step) * 365.2425
    }
  }

  /// The beginning of the step that holds `day`.
  func floor(_ day: Double) -> Double {
    let number = CalendarInterval.whole(day)
    let (year, month, _) = Day(number).civil
    switch unit {
    case .day: return Double(number)
    case .week:
      // Day 0 was a Thursday, and day 4 the Monday after it.
      return Double(CalendarInterval.multiple(number - 4, of: 7 * step) + 4)
    case .month:
      let index = CalendarInterval.multiple(month - 1, of: step)
      return Double(Day(year: year, month: index + 1, day: 1).number)
    case .year:
      return Double(Day(year: CalendarInterval.multiple(year, of: step), month: 1, day: 1).number)
    }
  }

  /// The beginning of the step after the one that begins at `day`.
  func next(after day: Double) -> Double {
    let number = CalendarInterval.whole(day)
    let (year, month, _) = Day(number).civil
    switch unit {
    case .day: return Double(number + step)
    case .week: return Double(number + 7 * step)
    case .month:
      let index = month - 1 + step
      return Double(Day(year: year + index / 12, month: index % 12 + 1, day: 1).number)
    case .year: return Double(Day(year: year + step, month: 1, day: 1).number)
    }
  }

  /// The day as a whole number, held within some million years so that nothing overflows.
  private static func whole(_ day: Double) -> Int {
    guard day.isFinite else { return 0 }
    return Int(min(max(day, -1e12), 1e12).rounded(.down))
  }

  private static func multiple(_ number: Int, of step: Int) -> Int {
    let rest = number % step
    return number - (rest < 0 ? rest + step : rest)
  }
}
