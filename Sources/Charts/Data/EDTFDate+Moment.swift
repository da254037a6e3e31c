import Values

extension EDTFDate {
  private static let dayLength = 86_400_000.0

  /// Where the date stands on an axis, in milliseconds since 1970: a moment at itself, a day at its
  /// beginning, as other charts place days; what is longer at the middle of its extent; nil where an
  /// end is open or unknown and the other is, too.
  var moment: Double? {
    if let moment = exactMoment { return moment }
    switch (earliest, latest) {
    case (let first?, let last?) where first == last: return Double(first.number) * Self.dayLength
    case (let first?, let last?):
      return (Double(first.number) + Double(last.number) + 1) / 2 * Self.dayLength
    case (let day?, nil): return Double(day.number) * Self.dayLength
    case (nil, let day?): return Double(day.number + 1) * Self.dayLength
    case (nil, nil): return nil
    }
  }

  /// The first moment that it may mean; nil where its start is open or unknown.
  var firstMoment: Double? { exactMoment ?? earliest.map { Double($0.number) * Self.dayLength } }

  /// The moment after the last that it may mean; nil where its end is open or unknown.
  var lastMoment: Double? { exactMoment ?? latest.map { Double($0.number + 1) * Self.dayLength } }

  /// The moment of a date with a time of day; without an offset it is UTC.
  private var exactMoment: Double? {
    guard case .single(let single) = form, let time = single.time, let day = earliest else {
      return nil
    }
    let minutes = time.hour * 60 + time.minute - (time.offset ?? 0)
    return Double(day.number) * Self.dayLength + Double(minutes) * 60_000
      + Double(time.second) * 1_000
  }
}
