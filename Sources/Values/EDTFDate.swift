/// A date as precise as its source states it, ISO 8601-2:2019 (EDTF).
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
}

extension EDTFDate {
  /// A single day, stated outright.
  public init(_ day: Day) {
    let (year, month, dayOfMonth) = day.civil
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number.magnitude)
      return (number < 0 ? "-" : "")
        + String(repeating: "0", count: max(0, width - digits.utf8.count))
        + digits
    }
    self.text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
    self.earliest = day
    self.latest = day
    self.start = .sharp
    self.end = .sharp
  }
}
