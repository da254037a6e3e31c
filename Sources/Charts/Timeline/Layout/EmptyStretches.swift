import Values

/// The long stretches of a timeline in which nothing lies, for leaving them out.
struct EmptyStretches {
  /// The part of the window from which on a stretch counts as long.
  private static let leastShare = 1.0 / 6
  /// The part of the time that is left which stays empty on either side of a break.
  private static let margin = 0.04

  /// What is left out, in order; each begins and ends with a year, a month or a day.
  let breaks: [TimeScale.Break]

  /// The stretches of `window` between the dates of `events`.
  init(of events: [TimelineContent.Event], in window: TimelineWindow) {
    let gaps = Self.gaps(between: events, in: window)
    let days = window.upper - window.lower
    let long = gaps.filter { $0.length >= days * Self.leastShare }
    let rest = days - long.reduce(0) { $0 + $1.length }
    breaks = long.compactMap { Self.snapped($0, margin: max(rest * Self.margin, 1)) }
  }

  private static func gaps(
    between events: [TimelineContent.Event], in window: TimelineWindow
  ) -> [TimeScale.Break] {
    let parts = events.flatMap { event in
      event.drawn.cut(from: window.lower, to: window.upper)?.parts ?? []
    }
    var gaps: [TimeScale.Break] = []
    var end = Double.infinity
    for part in parts.sorted(by: { $0.lower < $1.lower }) {
      if part.lower > end { gaps.append(TimeScale.Break(lower: end, upper: part.lower)) }
      end = end.isFinite ? max(end, part.upper) : part.upper
    }
    return gaps
  }

  /// The gap less a margin on either side, from one step of the calendar to another.
  private static func snapped(_ gap: TimeScale.Break, margin: Double) -> TimeScale.Break? {
    for unit in [CalendarInterval.Unit.year, .month, .day] {
      let interval = CalendarInterval(unit: unit, step: 1)
      let first = interval.floor(gap.lower + margin)
      let lower = first < gap.lower + margin ? interval.next(after: first) : first
      let upper = interval.floor(gap.upper - margin)
      if upper - lower >= gap.length / 2 { return TimeScale.Break(lower: lower, upper: upper) }
    }
    return nil
  }
}

extension TimeScale.Break {
  /// The stretch in words, as precisely as its ends are.
  func words(in language: Language) -> String {
    let (first, last) = (Day(Int(lower)), Day(Int(upper) - 1))
    let from = first.civil
    let to = last.civil
    guard from.year > -9_999, to.year < 9_999 else {
      let words = TimeWords(language)
      return "\(words.year(from.year)) – \(words.year(to.year))"
    }
    let (start, end) = (EDTFDate(first).text, EDTFDate(last).text)
    let isWholeMonths = from.day == 1 && Day(Int(upper)).civil.day == 1
    let isWholeYears = isWholeMonths && from.month == 1 && to.month == 12
    let dropped = isWholeYears ? 6 : isWholeMonths ? 3 : 0
    let text = "\(start.dropLast(dropped))/\(end.dropLast(dropped))"
    switch EDTFDate.parse(text) {
    case .success(let date): return date.words(in: language)
    case .failure: return text
    }
  }
}
