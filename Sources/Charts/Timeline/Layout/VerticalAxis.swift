/// The axis of a timeline whose time runs down: years, and months where there is room for them.
///
/// Each step is parted further only where all of its parts have room, so that a crowded year has
/// its quarters or months and a quiet decade not even its years.
struct VerticalAxis {
  private let window: TimelineWindow
  private let words: TimeWords

  /// The width of the labels, in px.
  let width: Double

  /// The least distance of two labels.
  private static let gap = 18.0
  /// The steps of years, each a part of the one before.
  private static let years = [100_000, 10_000, 1_000, 500, 100, 50, 10, 5, 1]
  /// The steps of months that part a year.
  private static let months = [1, 3, 6]

  init(window: TimelineWindow, words: TimeWords) {
    self.window = window
    self.words = words
    let years = [words.year(of: window.lower), words.year(of: window.upper)]
    let names = window.upper - window.lower < 366 * 60 ? years + words.months : years
    width = names.map { TextMetrics.width($0, size: Canvas.fontSize) }.max() ?? 0
  }

  /// Adds ticks with labels to `layout`.
  ///
  /// - Parameter breaks: What is left out and has no ticks.
  func write(
    into layout: inout TimelineLayout, time: StretchedTime, breaks: [TimeScale.Break]
  ) {
    let time = AxisTime(time: time, breaks: breaks)
    var found: [TimeTick] = []
    let days = window.upper - window.lower
    let first = Self.years.firstIndex { Double($0) * 365.2425 <= days } ?? Self.years.count - 1
    let coarsest = CalendarInterval(unit: .year, step: Self.years[first])
    var start = coarsest.floor(window.lower)
    while start < window.upper {
      let end = coarsest.next(after: start)
      if start >= window.lower { found.append(tick(start, end, coarsest)) }
      part(start, end, level: first + 1, time, &found)
      guard end > start else { break }
      start = end
    }
    // The first label says the year in which the picture begins, wherever that year begins, and so
    // does the first one behind a break.
    let starts = ([window.lower] + breaks.map(\.upper)).map { day in
      TimeTick(day: day, end: day, label: words.year(of: day), context: nil)
    }
    var last = -Double.infinity
    let rest = found.filter { tick in
      !time.isLeftOut(tick.day)
        && starts.allSatisfy { (time(tick.day) - time($0.day)).magnitude >= Self.gap }
    }
    let ticks = (starts + rest).sorted { $0.day < $1.day }
    for tick in ticks where time(tick.day) - last >= Self.gap - 1 {
      last = time(tick.day)
      add(tick, at: last, to: &layout)
    }
  }

  /// Parts a step of years where there is room.
  private func part(
    _ start: Double, _ end: Double, level: Int, _ time: AxisTime, _ found: inout [TimeTick]
  ) {
    guard level < Self.years.count else { return partYear(start, end, time, &found) }
    let interval = CalendarInterval(unit: .year, step: Self.years[level])
    guard let ticks = ticks(interval, start, end, time) else { return }
    for (index, tick) in ticks.enumerated() {
      // The first part begins with the step itself, which has its label already.
      if index > 0, tick.day >= window.lower, tick.day <= window.upper { found.append(tick) }
      if tick.day < window.upper, tick.end > window.lower {
        part(tick.day, tick.end, level: level + 1, time, &found)
      }
    }
  }

  /// Parts a year into the shortest months' steps that have room.
  private func partYear(
    _ start: Double, _ end: Double, _ time: AxisTime, _ found: inout [TimeTick]
  ) {
    for step in Self.months {
      let interval = CalendarInterval(unit: .month, step: step)
      guard let ticks = ticks(interval, start, end, time) else { continue }
      for tick in ticks.dropFirst() where tick.day >= window.lower && tick.day <= window.upper {
        found.append(tick)
        if step == 1 { partMonth(tick.day, tick.end, time, &found) }
      }
      return
    }
  }

  private func partMonth(
    _ start: Double, _ end: Double, _ time: AxisTime, _ found: inout [TimeTick]
  ) {
    for unit in [CalendarInterval.Unit.day, .week] {
      guard let ticks = ticks(CalendarInterval(unit: unit, step: 1), start, end, time)
      else { continue }
      found += ticks.filter {
        $0.day > start && $0.day >= window.lower && $0.day <= window.upper
          && time($0.day) - time(start) >= Self.gap && time(end) - time($0.day) >= Self.gap
      }
      return
    }
  }

  /// The ticks of `interval` from `start` to before `end`, or nil where the labels of those within
  /// the window have no room.
  private func ticks(
    _ interval: CalendarInterval, _ start: Double, _ end: Double, _ time: AxisTime
  ) -> [TimeTick]? {
    var ticks: [TimeTick] = []
    var day = interval.floor(start)
    if day < start { day = interval.next(after: day) }
    while day < end {
      let next = interval.next(after: day)
      guard next > day else { return nil }
      let isSeen =
        day >= window.lower && min(next, end) <= window.upper && !time.touchesBreak(day, next)
      if isSeen, time(min(next, end)) - time(day) < Self.gap { return nil }
      ticks.append(tick(day, next, interval))
      day = next
    }
    return ticks
  }

  private func tick(_ day: Double, _ end: Double, _ interval: CalendarInterval) -> TimeTick {
    TimeTick(day: day, end: end, label: words.label(of: day, interval), context: nil)
  }

  private func add(_ tick: TimeTick, at place: Double, to layout: inout TimelineLayout) {
    let isMajor = tick.label == words.year(of: tick.day)
    let label = PlacedLabel(
      lines: [tick.label], style: "tick-label", x: width,
      top: place - PlacedLabel.lineHeight / 2, anchor: .end,
      width: TextMetrics.width(tick.label, size: Canvas.fontSize))
    layout.ticks.append(TimelineLayout.Tick(place: place, labels: [label], isMajor: isMajor))
  }
}

/// A scale of time with what is left out of it.
private struct AxisTime {
  let time: StretchedTime
  let breaks: [TimeScale.Break]

  var start: Double { time.start }

  func callAsFunction(_ day: Double) -> Double { time(day) }

  /// Whether a day lies in a break, or where one begins: the day after it has the same place.
  func isLeftOut(_ day: Double) -> Bool { breaks.contains { day >= $0.lower && day < $0.upper } }

  /// Whether some of a step is left out, so that it needs no room for a label.
  func touchesBreak(_ from: Double, _ to: Double) -> Bool {
    breaks.contains { from < $0.upper && to > $0.lower }
  }
}

extension TimeWords {
  /// The year that holds a day, as readers count.
  func year(of day: Double) -> String {
    let year = CalendarInterval(unit: .year, step: 1)
    return label(of: year.floor(day), year)
  }
}
