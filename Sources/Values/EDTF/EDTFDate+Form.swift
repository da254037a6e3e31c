extension EDTFDate {
  /// What a date is made of.
  public enum Form: Hashable, Sendable {
    /// One date: `2014-07`, `2016?`, `198X`.
    case single(Single)
    /// From one date to another, EDTF level 1 (extended interval): `2014/2016`, `2016/..`.
    ///
    /// Held apart, as sets are: a column holds many dates, and few of them need the room of two.
    indirect case interval(from: Limit, to: Limit)
    /// One of several or all of several, EDTF level 2 (set representation): `[1667,1668]`.
    indirect case set(Choice, [Member])
  }

  /// An end of an interval.
  public enum Limit: Hashable, Sendable {
    /// A date.
    case at(Single)
    /// `..`: it goes on.
    case open
    /// Blank: not known.
    case unknown
  }

  /// Which members of a set are meant.
  public enum Choice: Hashable, Sendable {
    /// One of them, `[…]`.
    case one
    /// All of them, `{…}`.
    case all
  }

  /// A member of a set.
  public enum Member: Hashable, Sendable {
    /// A date by itself.
    case single(Single)
    /// `1670..1672`: each from the first to the last.
    case range(Single, Single)
    /// `..1984`: that date or any before it.
    case upTo(Single)
    /// `1984..`: that date or any after it.
    case since(Single)
  }

  /// One date by itself: a year, and what is said of it within the year.
  public struct Single: Hashable, Sendable {
    /// The year.
    public let year: Year
    /// What follows the year.
    public let part: Part
    /// The time of day, only where a day is stated outright.
    public let time: TimeOfDay?
    /// How sure the source is of each of the parts.
    public let doubts: Doubts

    init(year: Year, part: Part, time: TimeOfDay? = nil, doubts: Doubts = Doubts()) {
      self.year = year
      self.part = part
      self.time = time
      self.doubts = doubts
    }
  }

  /// What a date says beyond its year.
  public enum Part: Hashable, Sendable {
    /// Nothing: the whole year.
    case year
    /// A season, quarter, third or half of the year.
    case division(Division)
    /// A month.
    case month(TwoDigits)
    /// A month and a day.
    case day(TwoDigits, TwoDigits)
  }

  /// How sure the source is of a part.
  public struct Doubt: OptionSet, Hashable, Sendable {
    /// The flags, bit 0 uncertain, bit 1 approximate.
    public let rawValue: UInt8
    /// Flags as they are.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// `?`: perhaps.
    public static let uncertain = Doubt(rawValue: 1)
    /// `~`: about.
    public static let approximate = Doubt(rawValue: 2)
  }

  /// The doubt about each part of a single date, EDTF level 2 (qualification).
  public struct Doubts: Hashable, Sendable {
    /// Of the year.
    public var year: Doubt = []
    /// Of the month, or of the season or the like.
    public var month: Doubt = []
    /// Of the day.
    public var day: Doubt = []

    init() {}
    /// Whether no part is in doubt.
    public var isEmpty: Bool { year.isEmpty && month.isEmpty && day.isEmpty }
  }

  /// A time of day, ISO 8601-1 section 4.3: seconds are always stated.
  public struct TimeOfDay: Hashable, Sendable {
    private let storedHour: UInt8
    private let storedMinute: UInt8
    private let storedSecond: UInt8
    private let storedOffset: Int16?

    init(hour: Int, minute: Int, second: Int, offset: Int?) {
      storedHour = UInt8(clamping: hour)
      storedMinute = UInt8(clamping: minute)
      storedSecond = UInt8(clamping: second)
      storedOffset = offset.map { Int16(clamping: $0) }
    }

    /// 0 to 24; 24 only as 24:00:00, the end of the day.
    public var hour: Int { Int(storedHour) }
    /// 0 to 59.
    public var minute: Int { Int(storedMinute) }
    /// 0 to 59.
    public var second: Int { Int(storedSecond) }
    /// Minutes east of UTC, -720 to 840, or nil for local time.
    public var offset: Int? { storedOffset.map(Int.init) }
  }
}
