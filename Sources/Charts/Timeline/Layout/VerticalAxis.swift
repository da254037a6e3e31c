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
  func write(into layout: inout TimelineLayout, time: StretchedTime) {
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
    // The first label says the year in which the picture begins, wherever that year begins.
    let top = TimeTick(
      day: window.lower, end: window.lower, label: words.year(of: window.lower), context: nil)
    var last = -Double.infinity
    let rest = found.filter { time($0.day) - time.start >= Self.gap }
    for tick in ([top] + rest) where time(tick.day) - last >= Self.gap - 1 {
      last = time(tick.day)
      add(tick, at: last, to: &layout)
    }
  }

  /// Parts a step of years where there is room.
  private func part(
    _ start: Double, _ end: Double, level: Int, _ time: StretchedTime, _ found: inout [TimeTick]
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
    _ start: Double, _ end: Double, _ time: StretchedTime, _ found: inout [TimeTick]
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
    _ start: Double, _ end: Double, _ time: StretchedTime, _ found: inout [TimeTick]
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
    _ interval: CalendarInterval, _ start: Double, _ end: Double, _ time: StretchedTime
  ) -> [TimeTick]? {
    var ticks: [TimeTick] = []
    var day = interval.floor(start)
    if day < start { day = interval.next(after: day) }
    while day < end {
      let next = interval.next(after: day)
      guard next > day else { return nil }
      let isSeen = day >= window.lower && min(next, end) <= window.upper
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

extension TimeWords {
  /// The year that holds a day, as readers count.
  func year(of day: Double) -> String {
    let year = CalendarInterval(unit: .year, step: 1)
    return label(of: year.floor(day), year)
  }
}
