extension EDTFDate {
  /// Whether the date comes first when dates are sorted, a total order.
  ///
  /// By the earliest day, then by the latest, then by the time of day (brought to UTC where a zone
  /// is stated), then by the text. An open start comes before an unknown one and both before any
  /// day; an unknown end comes after any day, an open one last; a day comes before its hours.
  public func precedes(_ other: EDTFDate) -> Bool {
    if startKey != other.startKey { return startKey < other.startKey }
    if endKey != other.endKey { return endKey < other.endKey }
    if clockKey != other.clockKey { return clockKey < other.clockKey }
    if clockKey > Int.min, fraction != other.fraction { return fraction < other.fraction }
    return text < other.text
  }

  /// The second of the day in UTC, or least of all where no time of day is stated.
  private var clockKey: Int {
    guard case .single(let single) = form, let time = single.time else { return Int.min }
    return time.hour * 3600 + (time.minute - (time.offset ?? 0)) * 60 + time.second
  }

  /// The digits of the second's fraction, which only the text has.
  private var fraction: Substring {
    guard let point = text.lastIndex(of: ".") else { return "" }
    return text[text.index(after: point)...].prefix { $0.isASCII && $0.isNumber }
  }

  /// A day's number, or a rank beyond any day.
  private var startKey: Int {
    earliest?.number ?? (start == .open ? Int.min : Int.min + 1)
  }

  private var endKey: Int {
    latest?.number ?? (end == .open ? Int.max : Int.max - 1)
  }

  /// Whether the date is certainly over before the other begins; false where either is unknown.
  public func isBefore(_ other: EDTFDate) -> Bool {
    guard let latest, let earliest = other.earliest else { return false }
    return latest < earliest
  }

  /// Whether the date certainly begins after the other is over; false where either is unknown.
  public func isAfter(_ other: EDTFDate) -> Bool { other.isBefore(self) }

  /// Whether all that the date may mean lies in the other; false where that is unknown.
  public func isWithin(_ other: EDTFDate) -> Bool {
    let begins: Bool
    if let limit = other.earliest {
      begins = earliest.map { limit <= $0 } ?? false
    } else {
      begins = other.start == .open
    }
    guard begins else { return false }
    guard let limit = other.latest else { return other.end == .open }
    return latest.map { $0 <= limit } ?? false
  }

  /// Whether the two may share a day: true unless one is certainly over before the other begins.
  public func mayOverlap(_ other: EDTFDate) -> Bool {
    !isBefore(other) && !isAfter(other)
  }

  /// The day halfway between the earliest and the latest, or nil where either is open or unknown.
  public var middle: Day? {
    guard let earliest, let latest else { return nil }
    return Day(earliest.number + (latest.number - earliest.number) / 2)
  }
}
