extension EDTFDate {
  /// How finely a date is stated, the finest first.
  public enum Precision: Int, Comparable, CaseIterable, Sendable {
    /// A time of day.
    case second
    /// A day.
    case day
    /// A month, or a day of it that is not known.
    case month
    /// Three months: a season.
    case season
    /// Three months: a quarter.
    case quarter
    /// Four months.
    case third
    /// Six months.
    case half
    /// A year, or a month of it that is not known.
    case year
    /// Ten years.
    case decade
    /// A hundred years.
    case century
    /// A thousand years.
    case millennium
    /// Longer than a thousand years.
    case longer

    /// Whether `left` is the finer.
    public static func < (left: Precision, right: Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// How finely the date is stated; of an interval or a set, its coarsest part.
  public var precision: Precision {
    switch form {
    case .single(let single): return single.precision
    case .interval(let from, let to):
      let ends = [from, to].compactMap { limit in
        if case .at(let single) = limit { single.precision } else { nil }
      }
      return ends.max() ?? .longer
    case .set(_, let members):
      let parts = members.map { member in
        switch member {
        case .single(let single), .upTo(let single), .since(let single): single.precision
        case .range(let first, let second): max(first.precision, second.precision)
        }
      }
      return parts.max() ?? .longer
    }
  }
}

extension EDTFDate.Single {
  /// How finely the date is stated: by its coarsest part of which anything is left open.
  public var precision: EDTFDate.Precision {
    if let period = year.period { return period }
    switch part {
    case .year: return .year
    case .division(.season): return .season
    case .division(.quarter): return .quarter
    case .division(.third): return .third
    case .division(.half): return .half
    case .month(let month): return month.value == nil ? .year : .month
    case .day(let month, let day):
      if month.value == nil { return .year }
      if day.value == nil { return .month }
      return time == nil ? .day : .second
    }
  }
}

extension EDTFDate.Year {
  /// The period that the year is left open in, or nil where it is stated in full.
  fileprivate var period: EDTFDate.Precision? {
    if value != nil, significantDigits == nil { return nil }
    switch highest - lowest + 1 {
    case ...10 where unspecified <= 1: return .decade
    case ...100 where unspecified <= 3: return .century
    case ...1000 where unspecified <= 7: return .millennium
    default: return .longer
    }
  }
}
