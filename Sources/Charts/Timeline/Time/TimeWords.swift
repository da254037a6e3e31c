import Values

/// What the labels of an axis of time say, in one language.
struct TimeWords: Hashable, Sendable {
  /// The months' short names, January first.
  let months: [String]
  /// What stands behind a year before the common era.
  let beforeCommonEra: String

  /// The words of `language`.
  init(_ language: Language) {
    months = language.shortMonthNames
    beforeCommonEra = language.tag.hasPrefix("de") ? "v. Chr." : "BCE"
  }

  /// The label of the step of `interval` that begins at `day`.
  func label(of day: Double, _ interval: CalendarInterval) -> String {
    let (year, month, dayOfMonth) = Day(Int(day)).civil
    return switch interval.unit {
    case .day, .week: String(dayOfMonth)
    case .month: months[month - 1]
    case .year: self.year(year)
    }
  }

  /// What the label leaves out, or nil where it says it all.
  func context(of day: Double, _ interval: CalendarInterval) -> String? {
    let (year, month, _) = Day(Int(day)).civil
    return switch interval.unit {
    case .day, .week: "\(months[month - 1]) \(self.year(year))"
    case .month: self.year(year)
    case .year: nil
    }
  }

  /// An astronomical year as readers count: year 0 is 1 BCE.
  func year(_ year: Int) -> String {
    year > 0 ? String(year) : "\(1 - year) \(beforeCommonEra)"
  }
}
