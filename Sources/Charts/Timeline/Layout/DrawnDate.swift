import Values

/// A date as a picture shows it: the days that it takes up, how surely, and what its ends look like.
///
/// Days are counted as `TimeScale` counts them: a day reaches from its number to its number plus
/// one. An end that is open or unknown lies at infinity until the date is cut to a window.
struct DrawnDate: Hashable, Sendable {
  /// What an end looks like.
  enum End: Hashable, Sendable {
    /// Where the source says.
    case stated
    /// About there: `~`.
    case about
    /// It goes on: `..`.
    case open
    /// Nobody knows where it lies.
    case unknown
    /// It lies outside the picture.
    case cut
  }

  /// A run of days.
  struct Part: Hashable, Sendable {
    /// Where it begins, in days.
    var lower: Double
    /// Where it ends, in days.
    var upper: Double
    /// Whether all of it is meant, rather than some time within it.
    var isThroughout: Bool
    /// Whether the source doubts it: `?`.
    var isDoubtful: Bool
  }

  /// The runs of days in order; they touch, except in a set of dates.
  var parts: [Part]
  /// The look of the beginning.
  var start: End
  /// The look of the end.
  var end: End

  /// Where it begins, in days, or minus infinity.
  var lower: Double { parts.first?.lower ?? 0 }
  /// Where it ends, in days, or infinity.
  var upper: Double { parts.last?.upper ?? 0 }
  /// Whether it is a single day, which is drawn as a point.
  var isDay: Bool { parts.count == 1 && upper - lower <= 1 }
  /// Whether it is stated as lasting rather than as happening within.
  var isInterval: Bool
}

extension DrawnDate {
  /// The picture of `date`, or nil where there is no day that it could mean.
  init?(_ date: EDTFDate) {
    switch date.form {
    case .single(let single):
      guard let days = Days(single) else { return nil }
      self.init(
        parts: [days.within], start: days.end, end: days.end, isInterval: false)
    case .interval(let from, let to):
      self.init(from: from, to: to)
    case .set(_, let members):
      self.init(members)
    }
  }

  /// The days of one date by itself.
  private struct Days {
    let lower: Double
    let upper: Double
    let isAbout: Bool
    let isDoubtful: Bool

    init?(_ single: EDTFDate.Single) {
      guard let earliest = single.earliest, let latest = single.latest, earliest <= latest
      else { return nil }
      lower = Double(earliest.number)
      upper = Double(latest.number) + 1
      let doubts = single.doubts
      let all = doubts.year.union(doubts.month).union(doubts.day)
      isAbout = all.contains(.approximate) || single.year.significantDigits != nil
      isDoubtful = all.contains(.uncertain)
    }

    var isDay: Bool { upper - lower <= 1 }
    var end: End { isAbout ? .about : .stated }
    var within: Part {
      Part(lower: lower, upper: upper, isThroughout: false, isDoubtful: isDoubtful)
    }
  }

  /// An interval lasts from the end of its first date to the beginning of its last one for sure,
  /// and begins and ends at some time within them; a day is taken whole.
  private init?(from: EDTFDate.Limit, to: EDTFDate.Limit) {
    var first: Days?
    var last: Days?
    if case .at(let single) = from { first = Days(single) }
    if case .at(let single) = to { last = Days(single) }
    guard first != nil || last != nil else { return nil }
    var parts: [Part] = []
    var surelyFrom = -Double.infinity
    var surelyTo = Double.infinity
    if let first {
      surelyFrom = first.isDay && !first.isDoubtful ? first.lower : first.upper
      if surelyFrom > first.lower { parts.append(first.within) }
    }
    if let last { surelyTo = last.isDay && !last.isDoubtful ? last.upper : last.lower }
    if from == .unknown, let last {
      // Nothing is known of what came before the last date.
      parts = [last.within]
    } else if to == .unknown, let first {
      parts = [first.within]
    } else {
      // What ended by a date may have happened at any time before it.
      let isThroughout = from != .open
      if surelyFrom < surelyTo {
        parts.append(
          Part(
            lower: surelyFrom, upper: surelyTo, isThroughout: isThroughout, isDoubtful: false))
      }
      if let last, surelyTo < last.upper {
        var within = last.within
        // Both ends may lie in one and the same month.
        within.lower = max(within.lower, parts.last?.upper ?? within.lower)
        if within.lower < within.upper { parts.append(within) }
      }
    }
    func end(_ limit: EDTFDate.Limit, _ days: Days?) -> End {
      switch limit {
      case .at: days?.end ?? .stated
      case .open: .open
      case .unknown: .unknown
      }
    }
    self.init(parts: parts, start: end(from, first), end: end(to, last), isInterval: true)
  }

  private init?(_ members: [EDTFDate.Member]) {
    var parts: [Part] = []
    var start = End.stated
    var end = End.stated
    for member in members {
      switch member {
      case .single(let single):
        if let days = Days(single) { parts.append(days.within) }
      case .range(let first, let last):
        guard let first = Days(first), let last = Days(last) else { continue }
        var within = first.within
        within.upper = max(first.upper, last.upper)
        parts.append(within)
      case .upTo(let single):
        guard var within = Days(single)?.within else { continue }
        within.lower = -.infinity
        start = .open
        parts.append(within)
      case .since(let single):
        guard var within = Days(single)?.within else { continue }
        within.upper = .infinity
        end = .open
        parts.append(within)
      }
    }
    parts.sort { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
    // Runs that overlap or touch are one.
    var merged: [Part] = []
    for part in parts {
      if let last = merged.last, part.lower <= last.upper {
        merged[merged.count - 1].upper = max(last.upper, part.upper)
      } else {
        merged.append(part)
      }
    }
    guard !merged.isEmpty else { return nil }
    self.init(parts: merged, start: start, end: end, isInterval: false)
  }
}

extension DrawnDate {
  /// The days that are known, for the window: the bounds that are not at infinity.
  var known: (lower: Double, upper: Double) {
    let lower = parts.lazy.map(\.lower).first { $0.isFinite } ?? upper
    let upper = parts.reversed().lazy.map(\.upper).first { $0.isFinite } ?? self.lower
    let inner = parts.flatMap { [$0.lower, $0.upper] }.filter(\.isFinite)
    return (
      lower.isFinite ? lower : inner.min() ?? 0, upper.isFinite ? upper : inner.max() ?? 0
    )
  }

  /// Where it stands in the order of time: its beginning, or its end where it has no beginning.
  var anchor: Double { lower.isFinite ? lower : known.upper }

  /// What of it lies within the window, or nil where nothing does.
  func cut(from lower: Double, to upper: Double) -> DrawnDate? {
    guard self.lower < upper, self.upper > lower else { return nil }
    var result = self
    result.parts = parts.compactMap { part in
      guard part.lower < upper, part.upper > lower else { return nil }
      var part = part
      part.lower = max(part.lower, lower)
      part.upper = min(part.upper, upper)
      return part
    }
    guard !result.parts.isEmpty else { return nil }
    if self.lower < lower, start != .open { result.start = .cut }
    if self.upper > upper, end != .open { result.end = .cut }
    return result
  }
}
