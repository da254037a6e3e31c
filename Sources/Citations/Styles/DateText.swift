import Values

/// The dates of sources in words.
struct DateText {
  let words: CitationWords

  /// The year, or the years of a range; years before 1000 say their era. Nil where there is none.
  func year(_ date: SourceDate) -> String? {
    if let literal = date.literal { return literal }
    guard let start = date.start else { return nil }
    guard let end = date.end, end.year != start.year else { return year(start.year) }
    return "\(year(start.year))–\(year(end.year))"
  }

  /// The date as precise as it is, where it says more than a year: `July 14, 2021`, `May 2020`.
  func full(_ date: SourceDate) -> String? {
    guard let start = date.start else { return date.literal }
    guard start.month != nil else { return nil }
    guard let end = date.end, end != start, end.month != nil else { return day(start) }
    guard end.year == start.year else { return "\(day(start))–\(day(end))" }
    guard let from = start.day, let to = end.day, start.month == end.month else {
      return words.dayFormat == .monthDayYear && end.day != nil
        ? "\(month(start))–\(month(end)), \(year(end.year))"
        : "\(month(start))–\(month(end)) \(year(end.year))"
    }
    let name = monthName(start)
    switch words.dayFormat {
    case .monthDayYear: return "\(name) \(from)–\(to), \(year(end.year))"
    case .dayMonthYear: return "\(dayText(from))–\(dayText(to)) \(name) \(year(end.year))"
    }
  }

  /// The month or season, as an issue of a journal has it.
  func month(of date: SourceDate) -> String? {
    if let season = date.season { return words.seasons[season - 1] }
    guard let start = date.start, start.month != nil else { return nil }
    guard let end = date.end, end.month != nil, end.month != start.month else {
      return monthName(start)
    }
    return "\(monthName(start))–\(monthName(end))"
  }

  /// The month and the day, where both are known.
  func monthAndDay(_ date: SourceDate) -> String? {
    date.start.flatMap { $0.month == nil ? nil : month($0) }
  }

  private func year(_ year: Int) -> String {
    if year < 0 { return "\(-year)\(words.eras.before)" }
    return year < 1000 ? "\(year)\(words.eras.common)" : String(year)
  }

  private func monthName(_ point: SourceDate.Point) -> String {
    point.month.map { words.language.monthNames[$0 - 1] } ?? ""
  }

  private func month(_ point: SourceDate.Point) -> String {
    guard let day = point.day else { return monthName(point) }
    switch words.dayFormat {
    case .monthDayYear: return "\(monthName(point)) \(day)"
    case .dayMonthYear: return "\(dayText(day)) \(monthName(point))"
    }
  }

  /// The day of a month before its name: `14`, in German an ordinal, `14.`
  private func dayText(_ day: Int) -> String {
    words.hasOrdinalDays ? words.language.ordinal(day) : String(day)
  }

  private func day(_ point: SourceDate.Point) -> String {
    let comma = point.day != nil && words.dayFormat == .monthDayYear ? "," : ""
    return "\(month(point))\(comma) \(year(point.year))"
  }
}
