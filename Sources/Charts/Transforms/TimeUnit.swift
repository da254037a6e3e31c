import Diagnostics
import Documents
import Values

/// A unit of time that moments are cut to: Vega-Lite's `timeUnit`, in UTC.
struct TimeUnit: Hashable, Sendable {
  /// The single units, from the longest.
  enum Part: String, CaseIterable, Sendable {
    case year, quarter, month, week, day, dayofyear, date, hours, minutes, seconds, milliseconds
  }

  /// The units it is made of, from the longest.
  let parts: [Part]
  /// How many of the last make a step.
  let step: Int
  /// Whether values are cut already: `binnedyear`.
  let isBinned: Bool

  /// The name that columns bear: `yearmonth`.
  var name: String { parts.map(\.rawValue).joined() }
  /// The names of its units.
  var partNames: [String] { parts.map(\.rawValue) }

  /// Whether it is one of the units that come round again, whose ticks have their own number.
  var isPeriodic: Bool {
    parts.count == 1 && [.month, .hours, .day, .quarter].contains(parts[0])
  }

  /// Reads `timeUnit: yearmonth`, `{unit: yearmonth, step: 3}`.
  static func read(_ node: Node) -> Outcome<TimeUnit?> {
    if let text = node.text { return parse(text, step: 1, at: node.span) }
    var reader = PropertyReader(node, of: "a unit of time")
    let unit = reader.text("unit")
    let step = reader.positiveNumber("step") ?? 1
    let binned = reader.boolean("binned") ?? false
    reader.acknowledge("utc")
    guard let unit else {
      // With only a number of bins there is no unit to name, and none is chosen by it.
      reader.acknowledge("maxbins")
      if reader.diagnosticsSoFar.errorCount == 0 {
        reader.report(.keyMissing, "a unit of time has no 'unit'", at: node.span)
      }
      return Outcome(nil, reader.finish())
    }
    let parsed = parse(
      (binned ? "binned" : "") + unit.value, step: Int(min(step, 10_000)), at: unit.span
    )
    .take(into: &reader)
    return Outcome(parsed, reader.finish())
  }

  /// The unit that `text` names.
  static func parse(_ text: String, step: Int, at span: SourceSpan) -> Outcome<TimeUnit?> {
    var rest = text[...]
    var isBinned = false
    if rest.hasPrefix("binned") {
      isBinned = true
      rest = rest.dropFirst(6)
    }
    if rest.hasPrefix("utc") { rest = rest.dropFirst(3) }
    var parts: [Part] = []
    // Longer names first, so that `dayofyear` is no `day`.
    let names: [Part] = [
      .year, .quarter, .month, .week, .dayofyear, .day, .date, .hours, .minutes, .seconds,
      .milliseconds,
    ]
    while !rest.isEmpty {
      guard let part = names.first(where: { rest.hasPrefix($0.rawValue) }),
        !parts.contains(part)
      else {
        return Outcome(
          nil,
          [
            Diagnostic(
              .chartUnsupported, "'\(text)' is no unit of time", at: span,
              help: Suggestion.didYouMean(text, among: commonNames)
                ?? "it can be like year, yearmonth, month, yearmonthdate, day, hours")
          ])
      }
      parts.append(part)
      rest = rest.dropFirst(part.rawValue.count)
    }
    guard !parts.isEmpty else { return Outcome(nil) }
    let ordered = Part.allCases.filter(parts.contains)
    return Outcome(TimeUnit(parts: ordered, step: max(step, 1), isBinned: isBinned))
  }

  private static let commonNames = [
    "year", "quarter", "month", "week", "day", "dayofyear", "date", "hours", "minutes", "seconds",
    "milliseconds", "yearquarter", "yearmonth", "yearmonthdate", "yearmonthdatehours",
    "yearmonthdatehoursminutes", "yearweek", "yeardayofyear", "monthdate", "quartermonth",
    "hoursminutes", "hoursminutesseconds", "minutesseconds", "secondsmilliseconds",
  ]

  private func has(_ part: Part) -> Bool { parts.contains(part) }

  /// The beginning of the step that holds a moment; units without a year are put into 2012, as Vega
  /// does.
  func floor(_ moment: Double) -> Double {
    guard let split = MomentParts(moment) else { return .nan }
    func cut(_ value: Int, _ part: Part, from first: Int = 0) -> Int {
      guard part == parts.last, step > 1 else { return value }
      return first + Int((Double(value - first) / Double(step)).rounded(.down)) * step
    }
    let year = has(.year) ? cut(split.year, .year) : 2012
    var day: Day
    if has(.week) || has(.day) && !has(.date) {
      day = week(split, year, cut(split.week(beginningOn: 0), .week))
      if has(.day) {
        if !has(.week) {
          // Days of the week alone are those of the first week of January 2012.
          day = Day(year: year, month: 1, day: 1)
          let weekday = ((day.number + 4) % 7 + 7) % 7
          day = Day(day.number + (split.weekday - weekday + 7) % 7)
        } else {
          day = Day(day.number + split.weekday)
        }
      }
    } else if has(.dayofyear) {
      day = Day(
        Day(year: year, month: 1, day: 1).number + cut(split.dayOfYear, .dayofyear, from: 1) - 1)
    } else {
      var month = 1
      if has(.month) {
        month = cut(split.month, .month, from: 1)
      } else if has(.quarter) {
        month = (cut((split.month - 1) / 3, .quarter)) * 3 + 1
      }
      let date = has(.date) ? cut(split.day, .date, from: 1) : 1
      day = Day(year: year, month: month, day: date)
    }
    let hours = has(.hours) ? cut(split.hour, .hours) : 0
    let minutes = has(.minutes) ? cut(split.minute, .minutes) : 0
    let seconds = has(.seconds) ? cut(split.second, .seconds) : 0
    let rest = has(.milliseconds) ? cut(split.millisecond, .milliseconds) : 0
    let time = ((hours * 60 + minutes) * 60 + seconds) * 1_000 + rest
    return Double(day.number) * 86_400_000 + Double(time)
  }

  /// The Sunday with which a week of a year begins.
  private func week(_ split: MomentParts, _ year: Int, _ number: Int) -> Day {
    let first = Day(year: year, month: 1, day: 1)
    let weekday = ((first.number + 4) % 7 + 7) % 7
    return Day(first.number - weekday + (weekday == 0 ? number - 1 : number) * 7)
  }

  /// The beginning of the step after the one that begins at `moment`.
  func next(after moment: Double) -> Double {
    guard let last = parts.last else { return moment }
    let interval: TimeInterval =
      switch last {
      case .year: TimeInterval(.year, step)
      case .quarter: TimeInterval(.month, 3 * step)
      case .month: TimeInterval(.month, step)
      case .week: TimeInterval(.week, step)
      case .day, .dayofyear, .date: TimeInterval(.day, 1)
      case .hours: TimeInterval(.hour, step)
      case .minutes: TimeInterval(.minute, step)
      case .seconds: TimeInterval(.second, step)
      case .milliseconds: TimeInterval(.millisecond, step)
      }
    switch last {
    case .day, .dayofyear, .date: return moment + Double(step) * 86_400_000
    case .hours, .minutes, .seconds, .milliseconds: return moment + interval.duration
    default: return interval.next(after: moment)
    }
  }

  /// The moment that a number, a name of a month or of a day means for the unit.
  func moment(of datum: Datum) -> Double? {
    switch datum {
    case .number(let number): return moment(of: number)
    case .text(let text):
      let start = text.lowercased().prefix(3)
      if has(.month) || has(.quarter),
        let index = TimeScanner.months.firstIndex(where: { $0.hasPrefix(start) }), start.count == 3
      {
        return moment(of: Double(index + 1))
      }
      if has(.day), start.count == 3,
        let index = TimeScanner.weekdays.firstIndex(where: { $0.hasPrefix(start) })
      {
        return moment(of: Double(index))
      }
      return TimeText.milliseconds(text).map(floor)
    default: return datum.measure.map(floor)
    }
  }

  /// The moment that a plain number means for the unit: a year, a month from 1, an hour.
  func moment(of number: Double) -> Double {
    guard let part = parts.first, let whole = Int(exactly: number.rounded()),
      whole.magnitude < 1_000_000
    else { return .nan }
    func start(_ month: Int, _ day: Int) -> Double {
      Double(Day(year: 2012, month: month, day: day).number) * 86_400_000
    }
    switch part {
    case .year:
      guard whole.magnitude < 300_000 else { return .nan }
      return Double(Day(year: whole, month: 1, day: 1).number) * 86_400_000
    case .quarter: return start(min(max((whole - 1) * 3 + 1, 1), 12), 1)
    case .month: return start(min(max(whole, 1), 12), 1)
    case .date, .day: return start(1, min(max(whole + (part == .day ? 1 : 0), 1), 31))
    case .hours: return start(1, 1) + number * 3_600_000
    case .minutes: return start(1, 1) + number * 60_000
    case .seconds: return start(1, 1) + number * 1_000
    case .milliseconds: return start(1, 1) + number
    case .week: return start(1, 1) + (number - 1) * 7 * 86_400_000
    case .dayofyear: return start(1, 1) + (number - 1) * 86_400_000
    }
  }

  /// How long a step of the unit is, in milliseconds.
  var shortestStep: Double {
    let single = TimeUnit(parts: parts, step: 1, isBinned: false)
    let start = single.floor(1_330_560_000_000)
    return (single.next(after: start) - start) * 0.99
  }

  /// How a moment of the unit is said, as a form of d3-time-format (vega-time, `timeUnitSpecifier`).
  var labelFormat: String {
    var text = ""
    var rest = parts[...]
    let table: [(parts: [Part], form: String)] = [
      ([.year, .month, .date], "%b %d, %Y "), ([.year, .month], "%b %Y "),
      ([.year], "%Y "), ([.quarter], "Q%q "),
      ([.month, .date], "%b %d "), ([.month], "%b "),
      ([.date], "%d "), ([.week], "W%U "), ([.day], "%a "), ([.dayofyear], "%j "),
      ([.hours, .minutes, .seconds, .milliseconds], "%H:%M:%S.%L"),
      ([.hours, .minutes, .seconds], "%H:%M:%S"), ([.hours, .minutes], "%H:%M"),
      ([.hours], "%H:00"),
      ([.minutes], "00:%M"), ([.seconds], ":%S"), ([.milliseconds], ".%L"),
    ]
    while !rest.isEmpty {
      guard let entry = table.first(where: { rest.starts(with: $0.parts) }) else { break }
      text += entry.form
      rest = rest.dropFirst(entry.parts.count)
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
