import Values

/// A date of a source: one date, a range, or words.
public struct SourceDate: Hashable, Sendable {
  /// A day, month or year.
  public struct Point: Hashable, Sendable {
    /// The year; negative before the common era, as CSL has it: -50 is 50 BC.
    public let year: Int
    /// The month, 1 to 12, or nil.
    public let month: Int?
    /// The day of the month, 1 to 31, or nil.
    public let day: Int?

    /// A date as precise as its parts.
    public init(year: Int, month: Int? = nil, day: Int? = nil) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// Whether there is such a day: 30 February is none.
  static func exists(year: Int, month: Int, day: Int) -> Bool {
    // CSL counts 1 BC as −1, the calendar as the year 0.
    let civil = Day(year: year < 0 ? year + 1 : year, month: month, day: day).civil
    return civil.month == month && civil.day == day
  }

  /// The date, or a range's first one; nil where there are only words.
  public let start: Point?
  /// The last date of a range.
  public let end: Point?
  /// The season, 1 for spring to 4 for winter.
  public let season: Int?
  /// Whether it is about then.
  public let isCirca: Bool
  /// Words in place of a date, such as `in press`.
  public let literal: String?

  /// A date, or a range.
  public init(_ start: Point, to end: Point? = nil, season: Int? = nil, isCirca: Bool = false) {
    self.start = start
    self.end = end
    self.season = season
    self.isCirca = isCirca
    self.literal = nil
  }

  /// Words in place of a date.
  public init(literal: String) {
    self.start = nil
    self.end = nil
    self.season = nil
    self.isCirca = false
    self.literal = literal
  }
}

extension SourceDate {
  /// The parts that order it, missing ones first.
  var order: [Int] {
    guard let start else { return [] }
    return [start.year, start.month ?? 0, start.day ?? 0]
  }
}
