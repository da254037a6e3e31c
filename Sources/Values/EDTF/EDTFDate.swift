/// A date as precise as its source states it, ISO 8601-2:2019 (EDTF).
///
/// Levels 0 and 1 in full, and level 2 but for groupings in parentheses, which the standard dropped.
/// Two dates are equal when they are written alike; ``precedes(_:)`` orders them.
public struct EDTFDate: Hashable, Sendable {
  /// How one end of a date is drawn and said.
  public enum Edge: Hashable, Sendable {
    /// Stated outright.
    case sharp
    /// Marked `~`, `?` or `%`: about there, or perhaps there.
    case soft
    /// Open (`..`): it goes on.
    case open
    /// Unknown (blank): it is not known where it lies.
    case unknown
  }

  /// The date as it was written.
  public let text: String
  /// The earliest day that it may mean, or nil where its start is open or unknown.
  public let earliest: Day?
  /// The latest day that it may mean, or nil where its end is open or unknown.
  public let latest: Day?
  /// Its beginning.
  public let start: Edge
  /// Its end.
  public let end: Edge
  /// The parts that it was written with, from which it can be said.
  public let form: Form

  /// Reads a date; nothing but the date may stand in `text`, not even a space.
  ///
  /// Bounds are decided thus: spring is March to May and so on through the year, winter December
  /// to February of the next year; `~`, `?` and `%` widen nothing but make the edges soft.
  public static func parse(_ text: String) -> Result<EDTFDate, EDTFError> {
    EDTFScanner.scan(text).mapError { $0.withAdvice(for: text) }
  }
}

extension EDTFDate {
  /// A single day, stated outright.
  ///
  /// Beyond the year 9999 EDTF cannot name a day; the text is then the expanded form of ISO 8601-1
  /// section 4.3.2 (`+12004-03-01`), which ``parse(_:)`` does not read.
  public init(_ day: Day) {
    let (year, month, dayOfMonth) = day.civil
    let yearText = Year(year).paddedText
    self.init(
      text: "\(yearText)-\(month.twoDigits)-\(dayOfMonth.twoDigits)",
      form: .single(
        Single(year: Year(year), part: .day(TwoDigits(month), TwoDigits(dayOfMonth)))),
      earliest: day, latest: day, start: .sharp, end: .sharp)
  }

  /// A whole year, stated outright; astronomical, so 0 is 1 BCE.
  ///
  /// The year is held within a million million years either way, ``Year/limit``.
  public static func year(_ year: Int) -> EDTFDate {
    let kept = Year(Swift.min(Swift.max(year, -Year.limit), Year.limit))
    let isLong = kept.magnitude > 9999
    return EDTFDate(
      text: isLong ? "Y\(kept.lowest)" : kept.paddedText,
      form: .single(Single(year: kept, part: .year)),
      earliest: Day(year: kept.lowest, month: 1, day: 1),
      latest: Day(year: kept.lowest, month: 12, day: 31), start: .sharp, end: .sharp)
  }

  /// A whole month, stated outright, or nil where the month is not 1 to 12 or the year beyond 9999.
  public static func month(_ month: Int, of year: Int) -> EDTFDate? {
    guard (1...12).contains(month), (-9999...9999).contains(year) else { return nil }
    let kept = Year(year)
    return EDTFDate(
      text: "\(kept.paddedText)-\(month.twoDigits)",
      form: .single(Single(year: kept, part: .month(TwoDigits(month)))),
      earliest: Day(year: year, month: month, day: 1),
      latest: Day(year: year, month: month, day: Day.length(ofMonth: month, in: year)),
      start: .sharp, end: .sharp)
  }

  /// The same date as another notation writes it, such as a time with a fraction of a second, which
  /// EDTF does not know; ``parse(_:)`` need not read it.
  public func written(_ text: String) -> EDTFDate {
    EDTFDate(
      text: text, form: form, earliest: earliest, latest: latest, start: start, end: end)
  }

  init(
    text: String, form: Form, earliest: Day?, latest: Day?, start: Edge, end: Edge
  ) {
    self.text = text
    self.earliest = earliest
    self.latest = latest
    self.start = start
    self.end = end
    self.form = form
  }
}

extension Int {
  /// A number from 0 to 99 with its leading zero.
  var twoDigits: String { self < 10 && self >= 0 ? "0\(self)" : String(self) }
}
