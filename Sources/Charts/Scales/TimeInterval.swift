import Values

/// A step of the calendar in milliseconds, UTC: seconds to years (d3-time).
struct TimeInterval: Hashable, Sendable {
  /// What is counted.
  enum Unit: String, Hashable, Sendable, CaseIterable {
    case millisecond, second, minute, hour, day, week, month, year
  }

  let unit: Unit
  let step: Int

  init(_ unit: Unit, _ step: Int = 1) {
    self.unit = unit
    self.step = max(1, step)
  }

  /// The interval that Vega-Lite calls `name`: `month`, `hours`, `utcweek` …
  init?(named name: String, step: Double) {
    var word = name.hasPrefix("utc") ? String(name.dropFirst(3)) : name
    if word.hasSuffix("s") { word.removeLast() }
    if word == "date" { word = "day" }
    let count = Int(max(1, min(step, 1_000_000)))
    if word == "quarter" {
      self.init(.month, 3 * count)
      return
    }
    guard let unit = Unit(rawValue: word) else { return nil }
    self.init(unit, count)
  }

  private static let dayLength = 86_400_000.0
  /// Beyond some million years there is no calendar, in milliseconds.
  private static let limit = 1e17

  /// About how long it is, in milliseconds.
  var duration: Double {
    let one: Double =
      switch unit {
      case .millisecond: 1
      case .second: 1_000
      case .minute: 60_000
      case .hour: 3_600_000
      case .day: Self.dayLength
      case .week: Self.dayLength * 7
      case .month: Self.dayLength * 30
      case .year: Self.dayLength * 365
      }
    return one * Double(step)
  }

  /// The beginning of the step that holds `moment`.
  func floor(_ moment: Double) -> Double {
    guard moment.magnitude < Self.limit else { return moment }
    let day = (moment / Self.dayLength).rounded(.down)
    switch unit {
    case .millisecond: return multiple(moment)
    case .second: return multiple(moment / 1_000) * 1_000
    case .minute, .hour:
      // Counted from midnight, so that steps of two hours begin at even ones.
      let length = unit == .minute ? 60_000.0 : 3_600_000
      return day * Self.dayLength + multiple((moment - day * Self.dayLength) / length) * length
    case .day:
      // Counted from 1970, so that steps of two days run on over the ends of months.
      return multiple(day) * Self.dayLength
    case .week:
      // Weeks begin on Sunday; day 0 was a Thursday.
      let weekday = Int((day + 4).truncatingRemainder(dividingBy: 7) + 7) % 7
      return (day - Double(weekday)) * Self.dayLength
    case .month:
      let (year, month, _) = Day(Int(day)).civil
      let index = Int(multiple(Double(month - 1)))
      return Double(Day(year: year, month: index + 1, day: 1).number) * Self.dayLength
    case .year:
      let year = Day(Int(day)).civil.year
      let first = Int(multiple(Double(year)))
      return Double(Day(year: first, month: 1, day: 1).number) * Self.dayLength
    }
  }

  /// The beginning of the step after the one that begins at `moment`.
  func next(after moment: Double) -> Double {
    guard moment.magnitude < Self.limit else { return moment }
    let day = (moment / Self.dayLength).rounded(.down)
    let rest = moment - day * Self.dayLength
    switch unit {
    case .millisecond: return moment + Double(step)
    case .second: return moment + Double(step) * 1_000
    case .minute, .hour:
      let length = (unit == .minute ? 60_000.0 : 3_600_000) * Double(step)
      let next = floor(moment) + length
      return min(next, (day + 1) * Self.dayLength) > moment
        ? min(next, (day + 1) * Self.dayLength) : moment + length
    case .day: return moment + Self.dayLength * Double(step)
    case .week: return moment + Self.dayLength * 7 * Double(step)
    case .month:
      let (year, month, date) = Day(Int(day)).civil
      let index = month - 1 + step
      let first = Day(year: year + index / 12, month: index % 12 + 1, day: date)
      return Double(first.number) * Self.dayLength + rest
    case .year:
      let (year, month, date) = Day(Int(day)).civil
      return Double(Day(year: year + step, month: month, day: date).number) * Self.dayLength + rest
    }
  }

  /// The beginnings of steps from `low` to `high`, both included.
  func range(from low: Double, to high: Double, limit: Int = 10_000) -> [Double] {
    guard low.isFinite, high.isFinite else { return [] }
    var moments: [Double] = []
    var moment = floor(low)
    if moment < low { moment = next(after: moment) }
    while moment <= high, moments.count < limit {
      moments.append(moment)
      let following = next(after: moment)
      guard following > moment else { break }
      moment = following
    }
    return moments
  }

  private func multiple(_ number: Double) -> Double {
    (number / Double(step)).rounded(.down) * Double(step)
  }

  /// The steps that axes use, finest first (d3-time, *ticks*).
  private static let ladder: [TimeInterval] = [
    TimeInterval(.second, 1), TimeInterval(.second, 5), TimeInterval(.second, 15),
    TimeInterval(.second, 30), TimeInterval(.minute, 1), TimeInterval(.minute, 5),
    TimeInterval(.minute, 15), TimeInterval(.minute, 30), TimeInterval(.hour, 1),
    TimeInterval(.hour, 3), TimeInterval(.hour, 6), TimeInterval(.hour, 12), TimeInterval(.day, 1),
    TimeInterval(.day, 2), TimeInterval(.week, 1), TimeInterval(.month, 1), TimeInterval(.month, 3),
    TimeInterval(.year, 1),
  ]

  /// The interval whose steps part `low` … `high` into about `count`.
  static func suited(_ low: Double, _ high: Double, count: Double) -> TimeInterval {
    let target = (high - low).magnitude / max(count, 1e-9)
    guard let index = ladder.firstIndex(where: { $0.duration > target }) else {
      let year = dayLength * 365
      let step = LinearTicks.step(low / year, high / year, count: count)
      return TimeInterval(.year, max(1, Int(holding: step.magnitude, limit: 1e7)))
    }
    guard index > 0 else {
      return TimeInterval(
        .millisecond, max(1, Int(holding: LinearTicks.step(low, high, count: count).magnitude)))
    }
    let before = ladder[index - 1]
    return target / before.duration < ladder[index].duration / target ? before : ladder[index]
  }
}
