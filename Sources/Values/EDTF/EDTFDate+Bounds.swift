extension EDTFDate.Single {
  /// The earliest day that the date may mean, or nil where there is no such day at all.
  public var earliest: Day? { bound(latest: false) }
  /// The latest day that the date may mean, or nil where there is no such day at all.
  public var latest: Day? { bound(latest: true) }

  /// How the date's ends are drawn: soft as soon as any part is in doubt or only estimated.
  public var edge: EDTFDate.Edge {
    doubts.isEmpty && year.significantDigits == nil ? .sharp : .soft
  }

  private func bound(latest: Bool) -> Day? {
    let year = latest ? year.highest : year.lowest
    switch part {
    case .year:
      return latest ? Day(year: year, month: 12, day: 31) : Day(year: year, month: 1, day: 1)
    case .division(let division):
      let (first, count) = division.months
      guard latest else { return Day(year: year, month: first, day: 1) }
      let last = first + count - 1
      let (endYear, endMonth) = last > 12 ? (year + 1, last - 12) : (year, last)
      return Day(
        year: endYear, month: endMonth, day: Day.length(ofMonth: endMonth, in: endYear))
    case .month(let month):
      guard let found = Self.month(month, latest: latest) else { return nil }
      return Day(
        year: year, month: found, day: latest ? Day.length(ofMonth: found, in: year) : 1)
    case .day(let month, let day):
      if let found = Self.day(month, day, in: year, latest: latest) { return found }
      // Only 29 February depends on the year: look for one that has it.
      guard month.mayMean(2), let leap = self.year.leapYear(latest: latest) else { return nil }
      return Self.day(month, day, in: leap, latest: latest)
    }
  }

  private static func month(_ month: EDTFDate.TwoDigits, latest: Bool) -> Int? {
    let months = 1...12
    return latest ? months.last { month.mayMean($0) } : months.first { month.mayMean($0) }
  }

  private static func day(
    _ month: EDTFDate.TwoDigits, _ day: EDTFDate.TwoDigits, in year: Int, latest: Bool
  ) -> Day? {
    for step in 1...12 {
      let candidate = latest ? 13 - step : step
      guard month.mayMean(candidate) else { continue }
      let days = 1...Day.length(ofMonth: candidate, in: year)
      let found = latest ? days.last { day.mayMean($0) } : days.first { day.mayMean($0) }
      if let found { return Day(year: year, month: candidate, day: found) }
    }
    return nil
  }
}
